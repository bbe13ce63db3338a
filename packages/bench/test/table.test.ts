import { describe, expect, it } from "vitest";
import { bestOf, createMeasure, type Measure, standingOf } from "../src/measure.ts";
import { asMarkdown, asText, figure, gridOf, remarksOf } from "../src/table.ts";

const aMeasure = (samples: Measure["samples"], more: Partial<Measure> = {}): Measure =>
  createMeasure("time", "time", "ms", { samples, ...more });

/** The cells of the only line. */
const lineOf = (measure: Measure): string[] => gridOf([measure], ["waymark", "other", "third"]).lines[0] ?? [];

describe("who is the best", () => {
  it("P3 the least, or the most where more is better", () => {
    const samples = { waymark: [3, 3], other: [5, 5] };
    expect(bestOf(aMeasure(samples))).toEqual(["waymark"]);
    expect(bestOf(aMeasure(samples, { better: "more" }))).toEqual(["other"]);
  });

  it("P3 all of them where they tie, and a tie counts as first", () => {
    const measure = aMeasure({ waymark: [0, 0], other: [0, 0], third: [1, 1] });
    expect(lineOf(measure)).toEqual(["time", "ms", "*0", "*0", "1", "first"]);
  });

  it("P3 a subject without a figure is never the best, and is not measured", () => {
    const measure = aMeasure({ waymark: [], other: [5, 5] });
    expect(bestOf(measure)).toEqual(["other"]);
    expect(standingOf(measure, "waymark")).toBe(null);
    expect(lineOf(measure)).toEqual(["time", "ms", "–", "*5", "–", "not measured"]);
  });
});

describe("who does not do what is measured", () => {
  it("P8 stands in brackets and is not compared", () => {
    const measure = aMeasure({ waymark: [3, 3], other: [0, 0], third: [5, 5] }, { unfit: ["other"] });
    expect(lineOf(measure)).toEqual(["time", "ms", "*3", "(0)", "5", "first"]);
    expect(standingOf(measure, "waymark")?.rival).toBe("third");
  });
});

describe("what the line says of Waymark", () => {
  it("P4 behind whom, and whether the rounds can tell", () => {
    expect(lineOf(aMeasure({ waymark: [9, 10, 11], other: [1, 2, 3] })).at(-1)).toBe("behind other, clear");
    expect(lineOf(aMeasure({ waymark: [1, 10, 30], other: [1, 2, 3] })).at(-1)).toBe("behind other, noisy");
  });

  it("P4 a count that has no noise says only the place", () => {
    expect(lineOf(aMeasure({ waymark: [9], other: [1] }, { exact: true })).at(-1)).toBe("behind other");
  });

  it("P4 a page that was not passed says behind whom, and why", () => {
    const measure = aMeasure({ waymark: [0], other: [1] }, { words: true, exact: true, better: "more" });
    measure.remarks = { waymark: "no card", third: "no highlight" };
    expect(lineOf(measure).slice(2)).toEqual(["no", "yes", "none", "behind other"]);
    expect(remarksOf([measure], "waymark")).toEqual(["time, waymark: no card."]);
  });
});

describe("how figures are written", () => {
  it.each([
    [0, "0"],
    [-0.001, "0.00"],
    [7, "7"],
    [7.066, "7.07"],
    [12.34, "12.3"],
    [164.6, "165"],
    [-5.99, "-5.99"],
    [Number.NaN, "–"],
  ])("P5 %d is %s", (value, text) => {
    expect(figure(value)).toBe(text);
  });

  it("P5 the spread stands beside the median, halved, and not where nothing is random", () => {
    expect(lineOf(aMeasure({ waymark: [9, 10, 13] }))[2]).toBe("*10 ±2");
    expect(lineOf(aMeasure({ waymark: [9, 10, 13] }, { exact: true }))[2]).toBe("*10");
  });

  it("P3 P5 text stands in columns, Markdown marks the best in bold", () => {
    const grid = gridOf([aMeasure({ waymark: [3], other: [50] })], ["waymark", "other"]);
    expect(asText(grid).split("\n")[2]).toBe("time       ms       *3     50  first, one round");
    expect(asMarkdown(grid).split("\n")[2]).toBe("| time    |   ms |   **3** |    50 | first, one round |");
  });
});
