import { words } from "./words.ts";

/** Words by key, with `{name}` filled in. */
export type Say = (key: string, values?: Record<string, string | number>) => string;

/**
 * The interface's words in one language: the host's own come first, then the language, then English; a key nobody knows
 * comes back as it is.
 *
 * @example
 * ```ts
 * createSay("de-AT")("count", { done: 2, total: 5 }); // "2 von 5"
 * ```
 */
export function createSay(locale: string, overrides: Record<string, string> = {}): Say {
  const language = locale.toLowerCase().split(/[-_]/)[0] ?? "en";
  const catalogues = [overrides, words[language] ?? {}, words.en ?? {}];
  return (key, values = {}) => {
    const text = catalogues.map((catalogue) => catalogue[key]).find((each) => typeof each === "string") ?? key;
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  };
}
