import { describe, expect, it } from "vitest";
import { createSay } from "../../say.ts";
import { en } from "../../words/en.ts";
import { promiseLines } from "./promise-lines.ts";

const say = createSay(en);
const now = Date.UTC(2026, 10, 26);
const day = (at: number): string => new Date(at).toISOString().slice(0, 10);
const wordsOf = (promises: Parameters<typeof promiseLines>[0]): string =>
  promiseLines(promises, say, day, now)
    .map(({ text }) => text)
    .join(" ");

describe("promiseLines", () => {
  it("N27 a channel that keeps everything here promises no reader, no count and no anonymity", () => {
    const words = wordsOf({ leaves: false, reader: null, least: 0 });
    expect(words).toContain("Only this device");
    expect(words).not.toMatch(/reads your words|Managers|not linked/);
  });

  it("N27 a channel that sends says who reads from when, from which count on, and what it cannot keep", () => {
    const words = wordsOf({ leaves: true, reader: "Ines, customer success", least: 5 });
    expect(words).toContain("Ines, customer success");
    expect(words).toContain("from 2026-12-07 at the earliest");
    expect(words).toContain("once 5 or more people said so");
    expect(words).toContain("Someone who changes the software could break that.");
    expect(words).toContain("Your wording can give you away.");
    for (const limit of [
      "guessing is possible",
      "a code that an administrator could trace",
      "uses this browser profile",
    ])
      expect(words).toContain(limit);
    expect(words).toContain("We cannot find your reports to erase them");
    expect(wordsOf({ leaves: true, reader: null, least: 5 })).toContain("A person at your company");
  });
});
