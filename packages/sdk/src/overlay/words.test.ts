import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dueWords } from "./due-words.ts";
import { parseRichText } from "./rich-text.ts";
import { createSay, type Say, type Words } from "./say.ts";
import { textWidth } from "./text-width.ts";
import { en } from "./words/en.ts";
import { languages, loadWords } from "./words/words.ts";

const say = createSay(en);

const counts = fc.integer({ min: 0, max: 120 });

/** `records.some.few` is a form of `records.some`, which exists as `records.some.other` in every language. */
function formOf(key: string): string | null {
  const [, stem, form] = /^(.+)\.(zero|one|two|few|many|other)$/.exec(key) ?? [];
  return stem !== undefined && form !== undefined && `${stem}.other` in en ? stem : null;
}
const catalogueOf = async (language: string): Promise<Words> =>
  language === "en" ? en : (await loadWords(language))[0];
const keysOf = (catalogue: Words): string[] =>
  [...new Set(Object.keys(catalogue).map((key) => formOf(key) ?? key))].sort();

describe("words", () => {
  it("O1 has every word in every language, with the same blanks", async () => {
    const blanks = (text = ""): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
    expect(languages).toEqual(["en", "de", "fr", "es", "ja", "ar"]);
    for (const language of languages) {
      const catalogue = await catalogueOf(language);
      expect(keysOf(catalogue), language).toEqual(keysOf(en));
      for (const [key, text] of Object.entries(catalogue)) {
        const stem = formOf(key);
        // "One record" needs no number.
        const wanted = blanks(en[stem === null ? key : `${stem}.other`]).filter((blank) => !stem || blank !== "{n}");
        expect(
          blanks(text).filter((blank) => !stem || blank !== "{n}"),
          `${language} ${key}`,
        ).toEqual(wanted);
      }
    }
  });

  it("O1 raises no voice", async () => {
    const catalogues = await Promise.all(languages.map(catalogueOf));
    for (const text of catalogues.flatMap((catalogue) => Object.values(catalogue))) expect(text).not.toMatch(/[!！]/);
  });

  it("O2 prefers the host's words, then the language, then English", async () => {
    const [german, tag] = await loadWords("de-AT");
    expect(tag).toBe("de-AT");
    expect(createSay(german)("act.later")).toBe("Nicht jetzt");
    expect(createSay(german, { "act.later": "Lieber morgen" })("act.later")).toBe("Lieber morgen");
    const [finnish, fallback] = await loadWords("fi");
    expect(fallback).toBe("en");
    expect(createSay(finnish, {}, fallback)("count", { done: 2, total: 5 })).toBe("2 of 5");
    expect(say("nobody.knows")).toBe("nobody.knows");
  });

  it("Z2 every number from 0 to 120 has its form in every language", async () => {
    for (const language of languages) {
      const catalogue = await catalogueOf(language);
      const rules = new Intl.PluralRules(language);
      const stems = Object.keys(en)
        .map(formOf)
        .filter((stem) => stem !== null);
      expect(stems.length).toBeGreaterThan(0);
      fc.assert(
        fc.property(fc.constantFrom(...new Set(stems)), counts, (stem, n) => {
          expect(catalogue, `${language} ${stem} ${n}`).toHaveProperty([`${stem}.${rules.select(n)}`]);
        }),
      );
    }
  });

  it("Z2 a number is written as the language writes it, and picks its form", async () => {
    const speak = async (tag: string): Promise<Say> => {
      const [words, locale] = await loadWords(tag);
      return createSay(words, {}, locale);
    };
    expect((await speak("en")).plural("records.some", 1)).toBe("1 on its way");
    expect((await speak("de")).plural("records.some", 1200)).toBe("1.200 unterwegs");
    const arabic = await speak("ar-EG");
    expect(arabic("count", { done: 2, total: 5 })).toBe("٢ من ٥");
    expect([2, 3, 11].map((n) => arabic.plural("records.some", n))).toEqual([
      ...["سجلان جاريان", "٣ سجلات جارية", "١١ سجلًا جاريًا"],
    ]);
  });

  it("Z3 a name in other letters is isolated inside a sentence from right to left", async () => {
    const [words, locale] = await loadWords("ar");
    expect(createSay(words, {}, locale)("due.by", { day: "Nordwind" })).toBe("حتى \u2068Nordwind\u2069");
    expect(say("due.by", { day: "Nordwind" })).toBe("By Nordwind");
  });

  it("Z4 goes on in another language", async () => {
    const spoken = createSay(en, { close: "Shut" });
    spoken.speak(...(await loadWords("de-AT")));
    expect([spoken.locale, spoken("act.later"), spoken("close")]).toEqual(["de-AT", "Nicht jetzt", "Shut"]);
  });
});

describe("dueWords", () => {
  const now = new Date(2026, 10, 21, 10).getTime();
  const endOf = (day: number, month = 10): number => new Date(2026, month, day + 1).getTime();

  it.each([
    ["today", endOf(21), "Today"],
    ["later", endOf(22), "Tomorrow"],
    ["later", endOf(24), "By Tuesday"],
    ["later", endOf(18, 11), "By 18 Dec"],
    ["overdue", endOf(19), "Since Thursday"],
    ["overdue", endOf(2), "Since 2 Nov"],
  ] as const)("O3 says %s in a few words", (state, at, expected) => {
    expect(dueWords({ state, at }, say, "en-GB", now)).toBe(expected);
  });
});

describe("parseRichText", () => {
  it("O4 reads strong, emphasis and code", () => {
    expect(parseRichText("Put it in **Next step**, _not_ in `notes`.").map(({ tag }) => tag)).toEqual([
      ...[null, "b", null, "em", null, "code", null],
    ]);
  });

  it("O4 leaves everything else as text", () => {
    const text = "<b>a</b> [x](javascript:1) snake_case_name 2 * 3";
    expect(parseRichText(text)).toEqual([{ tag: null, text }]);
  });
});

describe("textWidth", () => {
  it("O5 is near what a browser measures at 12 px, rather above", () => {
    // Measured in Chromium with Helvetica.
    for (const [text, measured] of [
      ["Send the quote", 81],
      ["Name who decides", 102],
      ["Note the call", 67],
    ] as const) {
      expect(textWidth(text)).toBeGreaterThanOrEqual(measured - 2);
      expect(textWidth(text)).toBeLessThan(measured + 16);
    }
  });
});
