import { describe, expect, it } from "vitest";
import { dueWords } from "./due-words.ts";
import { parseRichText } from "./rich-text.ts";
import { createSay } from "./say.ts";
import { textWidth } from "./text-width.ts";
import { en } from "./words/en.ts";
import { languages, loadWords } from "./words/words.ts";

const say = createSay(en);

describe("words", () => {
  it("O1 has every word in every language, with the same blanks", async () => {
    const blanks = (text = ""): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
    expect(languages).toContain("de");
    for (const language of languages) {
      const catalogue = language === "en" ? en : await loadWords(language);
      expect(Object.keys(catalogue).sort()).toEqual(Object.keys(en).sort());
      for (const [key, text] of Object.entries(catalogue)) expect(blanks(text)).toEqual(blanks(en[key]));
    }
  });

  it("O1 raises no voice", async () => {
    const catalogues = await Promise.all(languages.map(loadWords));
    for (const text of catalogues.flatMap((catalogue) => Object.values(catalogue))) expect(text).not.toContain("!");
  });

  it("O2 prefers the host's words, then the language, then English", async () => {
    const german = await loadWords("de-AT");
    expect(createSay(german)("act.later")).toBe("Nicht jetzt");
    expect(createSay(german, { "act.later": "Lieber morgen" })("act.later")).toBe("Lieber morgen");
    expect(createSay(await loadWords("fi"))("count", { done: 2, total: 5 })).toBe("2 of 5");
    expect(say("nobody.knows")).toBe("nobody.knows");
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
