import { en } from "./en.ts";
import type { WordKey, Words } from "./keys.ts";

/** Says a text with its places filled in. */
export type Say = (key: WordKey, facts?: Readonly<Record<string, string | number>>) => string;

const languages = {
  ar: () => import("./ar.ts").then(({ ar }) => ar),
  de: () => import("./de.ts").then(({ de }) => de),
  es: () => import("./es.ts").then(({ es }) => es),
  fr: () => import("./fr.ts").then(({ fr }) => fr),
  ja: () => import("./ja.ts").then(({ ja }) => ja),
};

/** The editor's words in a language; English where it has none, or where they cannot be fetched. */
export async function loadWords(locale: string): Promise<Words> {
  const tag = locale.toLowerCase().split("-")[0] ?? "";
  const load = Object.hasOwn(languages, tag) ? languages[tag as keyof typeof languages] : undefined;
  return load ? load().catch(() => en) : en;
}

/** How a language's words are said. */
export function sayIn(words: Words): Say {
  return (key, facts = {}) => words[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole));
}
