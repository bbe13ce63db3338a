import { words as english } from "./words/en.ts";
import type { ExperimentWords } from "./words/words.ts";

/** The page's words in the language that was loaded last. Read them while drawing. */
export let experimentWords: ExperimentWords = english;

const rooms: Readonly<Record<string, () => Promise<{ words: ExperimentWords }>>> = {
  ar: () => import("./words/ar.ts"),
  de: () => import("./words/de.ts"),
  es: () => import("./words/es.ts"),
  fr: () => import("./words/fr.ts"),
  ja: () => import("./words/ja.ts"),
};

/** Loads the page's words for a locale, `de-DE`. What cannot be loaded stays English. */
export async function speakExperiments(locale: string): Promise<void> {
  const room = rooms[locale.split("-")[0] ?? ""];
  experimentWords = room === undefined ? english : (await room().catch(() => ({ words: english }))).words;
}
