import { expect, it } from "vitest";
import { en } from "../src/words/en.ts";
import { loadWords, sayIn } from "../src/words/words.ts";

const places = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();

it("J30 every language says every text, with the same places in it; another one is English", async () => {
  for (const locale of ["ar", "de-AT", "es", "fr", "ja-JP"]) {
    const words = await loadWords(locale);
    expect(words).not.toBe(en);
    expect(Object.keys(words)).toEqual(Object.keys(en));
    for (const [key, text] of Object.entries(en)) {
      const own = words[key as keyof typeof en];
      expect(own.trim(), `${locale} ${key}`).not.toBe("");
      expect(places(own), `${locale} ${key}`).toEqual(places(text));
    }
  }
  expect(await loadWords("fi")).toBe(en);
  expect(sayIn(en)("step.of", { index: 2, count: 5 })).toBe("Step 2 of 5");
});
