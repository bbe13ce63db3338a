import { type Language, languages } from "../words.ts";
import type { ThemeStore } from "./theme.ts";

const key = "waymark-dashboard-language";

const known = (tag: string): Language | undefined =>
  (Object.keys(languages) as Language[]).find((language) => language === tag.toLowerCase().split("-")[0]);

/**
 * The language to speak: the one chosen before, else the first of the browser's that is spoken here, else English.
 *
 * @param wanted - `navigator.languages`: BCP 47 tags, the dearest first.
 */
export function readLanguage(store: ThemeStore, wanted: readonly string[]): Language {
  return known(chosenBefore(store)) ?? wanted.map(known).find((language) => language !== undefined) ?? "en";
}

function chosenBefore(store: ThemeStore): string {
  try {
    return store.getItem(key) ?? "";
  } catch {
    return "";
  }
}

/** Remembers the choice where the browser allows it. */
export function keepLanguage(store: ThemeStore, language: Language): boolean {
  try {
    store.setItem(key, language);
    return true;
  } catch {
    return false;
  }
}

/** Says to the browser which language the page is in, and which way it is read. */
export function applyLanguage(root: HTMLElement, language: Language): void {
  root.lang = language;
  root.dir = language === "ar" ? "rtl" : "ltr";
}
