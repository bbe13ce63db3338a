import { loadWords, type Rooms } from "../words/load.ts";
import { words as english } from "./words/en.ts";
import type { ExperimentWords } from "./words/words.ts";

/** The page's words in the language that was loaded last. Read them while drawing. */
export let experimentWords: ExperimentWords = english;

const rooms: Rooms<ExperimentWords> = {
  ar: () => import("./words/ar.ts"),
  de: () => import("./words/de.ts"),
  es: () => import("./words/es.ts"),
  fr: () => import("./words/fr.ts"),
  ja: () => import("./words/ja.ts"),
};

/** Loads the page's words for a locale, `de-DE`. */
export async function speakExperiments(locale: string): Promise<void> {
  experimentWords = await loadWords(locale, english, rooms);
}
