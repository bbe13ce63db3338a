// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { applyLanguage, keepLanguage, readLanguage } from "../shell/language.ts";
import { dayOf } from "../text/dates.ts";
import { languages, speak, words } from "../words.ts";

const store = (value: string | null) => {
  let kept = value;
  return {
    getItem: () => kept,
    setItem: (_key: string, next: string): void => {
      kept = next;
    },
  };
};

test("D53 the language is the one chosen, else the browser's first that is spoken, else English", () => {
  expect(readLanguage(store(null), ["pt-BR", "de-AT", "fr"])).toBe("de");
  expect(readLanguage(store("ja"), ["de"])).toBe("ja");
  expect(readLanguage(store("tlh"), ["pt"])).toBe("en");
  const forbidden = {
    getItem: () => {
      throw new Error("forbidden");
    },
    setItem: () => {
      throw new Error("forbidden");
    },
  };
  expect(readLanguage(forbidden, ["ar-EG"])).toBe("ar");
  expect(keepLanguage(forbidden, "de")).toBe(false);
  const kept = store(null);
  expect([keepLanguage(kept, "es"), readLanguage(kept, ["de"])]).toEqual([true, "es"]);
});

test("D53 Arabic is read from the right, everything else from the left", () => {
  const ways = Object.keys(languages).map((language) => {
    applyLanguage(document.documentElement, language as keyof typeof languages);
    return `${document.documentElement.lang} ${document.documentElement.dir}`;
  });
  expect(ways).toEqual(["en ltr", "de ltr", "es ltr", "fr ltr", "ja ltr", "ar rtl"]);
  applyLanguage(document.documentElement, "en");
});

test("D53 days, figures and plurals are those of the language", async () => {
  await speak("de");
  expect(dayOf("2026-12-17T05:00:00Z", "Europe/Vienna")).toBe("Donnerstag, 17. Dezember");
  expect([words.people(1), words.people(1200)]).toEqual(["1 Person", "1.200 Personen"]);
  await speak("ar");
  expect([words.people(2), words.people(3), words.people(12)]).toEqual(["شخصان", "3 أشخاص", "12 شخصًا"]);
  await speak("en");
  expect(dayOf("2026-12-17T05:00:00Z", "Europe/Vienna")).toBe("Thursday 17 December");
  expect(words.people(1200)).toBe("1,200 people");
});

/** Every word of a catalogue by its place, functions called with whatever fits most. */
function places(value: unknown, at = ""): string[] {
  if (typeof value !== "object" || value === null) return [at];
  return Object.entries(value).flatMap(([key, inner]) => places(inner, `${at}.${key}`));
}

test("D53 each language has a word at each place", async () => {
  const all = places(words);
  expect(all.length).toBeGreaterThan(150);
  for (const language of Object.keys(languages)) {
    await speak(language as keyof typeof languages);
    expect(places(words).toSorted()).toEqual(all.toSorted());
  }
  await speak("en");
});
