import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addRun, emptyLedger, referenceTime, type TaskLog } from "../src/index.ts";

const minute = 60_000;
const log = (minutes: readonly number[]): TaskLog | undefined =>
  minutes.reduce((sum, each, at) => addRun(sum, "j/s", { at, ms: each * minute, alone: true }), emptyLedger()).tasks[
    "j/s"
  ];

describe("the time a step is measured against", () => {
  it("Y82 is the author's, whatever the person's own runs were", () => {
    expect(referenceTime(3, undefined)).toEqual({ ms: 3 * minute, source: "stated" });
    expect(referenceTime(3, log([9, 9, 9, 9, 9]))).toEqual({ ms: 3 * minute, source: "stated" });
  });

  it("Y82 else the mean of the own second to fifth run, and nothing before there are five", () => {
    expect(referenceTime(undefined, undefined)).toBeNull();
    expect(referenceTime(undefined, log([9, 9, 9, 9]))).toBeNull();
    expect(referenceTime(undefined, log([90, 4, 6, 5, 5]))).toEqual({ ms: 5 * minute, source: "own" });
    const runs = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(runs, fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 20 }), (first, later) => {
        const { ms = 0 } = referenceTime(undefined, log([...first, ...later])) ?? {};
        // Neither the very first run nor a later one moves it.
        expect(ms).toBe(referenceTime(undefined, log([1, ...first.slice(1)]))?.ms);
        expect(ms).toBeGreaterThanOrEqual(Math.min(...first.slice(1)) * minute);
        expect(ms).toBeLessThanOrEqual(Math.max(...first.slice(1)) * minute);
      }),
    );
  });
});
