import type { Words } from "../say.ts";
import { core } from "./en/core.ts";

/** Languages that come as a file of their own. */
const others: Record<string, () => Promise<Words>> = {
  de: async () => (await import("./de.ts")).de,
  fr: async () => (await import("./fr.ts")).fr,
  es: async () => (await import("./es.ts")).es,
  ja: async () => (await import("./ja.ts")).ja,
  ar: async () => (await import("./ar.ts")).ar,
};

/** All languages there are. */
export const languages: readonly string[] = ["en", ...Object.keys(others)];

/**
 * The words of a locale's language and the locale they are in; English where there are none, also where the file cannot
 * be had: then dates and numbers stay those of the person's region. Rooms bring their own English.
 */
export async function loadWords(locale: string): Promise<[words: Words, locale: string]> {
  const language = locale.toLowerCase().split(/[-_]/)[0] ?? "";
  const words = await others[language]?.().catch(() => undefined);
  return words ? [words, locale] : [core, locale.replace(/^[a-z]+/i, "en")];
}
