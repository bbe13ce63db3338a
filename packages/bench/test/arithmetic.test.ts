import { describe, expect, it } from "vitest";
import { median, noiseOf, summarise } from "../src/arithmetic.ts";

describe("what samples come to", () => {
  it.each([
    [[3], 3],
    [[5, 1, 3], 3],
    [[4, 1, 3, 2], 2.5],
    [[100, 9, 10], 10],
  ])("P1 the median of %j is %d", (samples, expected) => {
    expect(median(samples)).toBe(expected);
  });

  it("P1 no samples have no median", () => {
    expect(median([])).toBeNaN();
  });

  it("P1 the spread is the highest round less the lowest, and the order of rounds does not matter", () => {
    expect(summarise([7, 3, 5])).toEqual({ median: 5, spread: 4, count: 3 });
    expect(summarise([5])).toEqual({ median: 5, spread: 0, count: 1 });
  });
});

describe("whether rounds can tell a difference", () => {
  it.each([
    ["clear", [10, 11, 12], [20, 21, 22]],
    ["noisy", [10, 15, 30], [20, 21, 22]],
    ["noisy", [10, 11, 12], [12, 13, 40]],
    ["noisy", [10, 12, 14], [12, 12, 12]],
    ["exact", [10, 10], [20, 20]],
    ["one round", [10], [20]],
    ["one round", [10, 11], [20]],
  ] as const)("P2 %s: %j beside %j", (verdict, one, other) => {
    expect(noiseOf(summarise(one), summarise(other))).toBe(verdict);
  });

  it("P2 what differs by less than two visits of the empty page is noisy", () => {
    const [one, other] = [summarise([10, 10.1]), summarise([12, 12.1])];
    expect(noiseOf(one, other, 1)).toBe("clear");
    expect(noiseOf(one, other, 3)).toBe("noisy");
  });
});
