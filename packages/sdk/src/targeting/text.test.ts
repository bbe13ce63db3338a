import { describe, expect, it } from "vitest";
import { looksGenerated } from "./looks-generated.ts";
import { likeness } from "./text.ts";

describe("likeness of two texts", () => {
  it.each<[string, string, number]>([
    ["Save", "Save", 1],
    ["Save", " SAVE ", 1],
    ["Log call", "+ Log call…", 1],
    ["Save*", "Save changes", 1],
    ["Save*", "Do not save", 0],
    ["Inbox (3)", "Inbox (12)", 0.8],
    ["Save", "Save changes", 0.6],
    ["Save", "addSave", 0.6],
    ["Save", "Cancel", 0],
    ["Save", "", 0],
    ["3", "4", 0],
  ])("F3 of %s and %s is %d", (wanted, text, like) => {
    expect(likeness(wanted, text)).toBe(like);
  });

  it("F3 of texts with some words in common lies between", () => {
    const like = likeness("Sort by status ascending", "Sort by status descending");
    expect(like).toBeGreaterThan(0.3);
    expect(like).toBeLessThan(0.6);
  });
});

describe("ids and classes that a program made up", () => {
  it.each([
    ":r1:",
    "«r2»",
    "_r_4c_",
    "css-1x2y3z",
    "sc-bdVaJa",
    "ember412",
    "a7f3b29c",
    "x7k2q9",
    "mui-3",
    "radix-12",
    "item-2041",
  ])("F2 are told: %s", (token) => expect(looksGenerated(token)).toBe(true));

  it.each(["save-order", "btn-primary", "address", "h1", "col-12", "main2", "theme-dark", "step-3", "submitButton"])(
    "F2 are not taken for those that people wrote: %s",
    (token) => expect(looksGenerated(token)).toBe(false),
  );
});
