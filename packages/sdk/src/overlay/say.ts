/** The interface's words in one language, by key. */
export type Words = Readonly<Record<string, string>>;

/** Words by key, with `{name}` filled in. */
export type Say = (key: string, values?: Record<string, string | number>) => string;

/**
 * The interface's words: the host's own come first, then the language's; a key nobody knows comes back as it is.
 *
 * @example
 * ```ts
 * createSay(await loadWords("de-AT"))("count", { done: 2, total: 5 }); // "2 von 5"
 * ```
 */
export function createSay(words: Words, overrides: Words = {}): Say {
  return (key, values = {}) => {
    const text = [overrides, words].map((catalogue) => catalogue[key]).find((each) => typeof each === "string") ?? key;
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  };
}
