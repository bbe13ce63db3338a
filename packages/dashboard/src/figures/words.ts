import { loadWords, type Rooms } from "../words/load.ts";
import { words as english } from "./words/en.ts";
import type { FigureWords } from "./words/words.ts";

/** The page's words in the language that was loaded last. Read them while drawing. */
export let figureWords: FigureWords = english;

const rooms: Rooms<FigureWords> = {
  ar: () => import("./words/ar.ts"),
  de: () => import("./words/de.ts"),
  es: () => import("./words/es.ts"),
  fr: () => import("./words/fr.ts"),
  ja: () => import("./words/ja.ts"),
};

/** Loads the page's words for a locale, `de-DE`. */
export async function speakFigures(locale: string): Promise<void> {
  figureWords = await loadWords(locale, english, rooms);
}
