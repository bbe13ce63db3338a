import { words as english } from "./words/en.ts";
import type { FigureWords } from "./words/words.ts";

/** The pages' words in the language that was loaded last. Read them while drawing. */
export let figureWords: FigureWords = english;

const rooms: Readonly<Record<string, () => Promise<{ words: FigureWords }>>> = {
  ar: () => import("./words/ar.ts"),
  de: () => import("./words/de.ts"),
  es: () => import("./words/es.ts"),
  fr: () => import("./words/fr.ts"),
  ja: () => import("./words/ja.ts"),
};

/** Loads the pages' words for a locale, `de-DE`. What cannot be loaded stays English. */
export async function speakFigures(locale: string): Promise<void> {
  const room = rooms[locale.split("-")[0] ?? ""];
  figureWords = room === undefined ? english : (await room().catch(() => ({ words: english }))).words;
}
