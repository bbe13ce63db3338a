import { english, type Translation, type Words } from "./words/en.ts";

/**
 * Every word the dashboard shows, in the language that was chosen. It changes with `speak`: read it while drawing, never
 * when a module is loaded.
 */
export let words: Words = english;

/** In the order of the switch; each is named in itself. */
export const languages = { en: "English", de: "Deutsch", es: "Español", fr: "Français", ja: "日本語", ar: "العربية" };

export type Language = keyof typeof languages;

const rooms: Readonly<Record<Exclude<Language, "en">, () => Promise<{ translation: Translation }>>> = {
  ar: () => import("./words/ar.ts"),
  de: () => import("./words/de.ts"),
  es: () => import("./words/es.ts"),
  fr: () => import("./words/fr.ts"),
  ja: () => import("./words/ja.ts"),
};

/** Loads a language and speaks it from now on. What it has no words for stays English. */
export async function speak(language: Language): Promise<void> {
  words = language === "en" ? english : { ...english, ...(await rooms[language]()).translation };
}
