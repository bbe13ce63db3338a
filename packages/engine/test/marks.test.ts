import { parseProgress } from "@waymark/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyProgress, mergeMarks, mergeProgress } from "../src/index.ts";

type Marks = Record<string, number>;

// Few names and few moments, so that copies meet, are cut, and stand at the same moment.
const name = fc.integer({ min: 0, max: 150 }).map((n) => `news/${n}`);
const some = fc.dictionary(name, fc.integer({ min: 1, max: 40 }), { minKeys: 40, maxKeys: 140, size: "max" });
/** As a device holds them, which is what a merge makes of any marks. */
const marks = some.map((each) => mergeMarks(each, {}));
const sorted = (of: Marks): [string, number][] => Object.entries(of).sort(([a], [b]) => (a < b ? -1 : 1));

describe("marks of what was said once", () => {
  it("Y80 any order and grouping of merges gives the same hundred, and merging again changes nothing", () => {
    fc.assert(
      fc.property(marks, marks, marks, (a, b, c) => {
        const left = mergeMarks(mergeMarks(a, b), c);
        for (const other of [
          mergeMarks(a, mergeMarks(b, c)),
          mergeMarks(mergeMarks(c, a), b),
          mergeMarks(b, mergeMarks(c, a)),
        ]) {
          expect(sorted(other)).toEqual(sorted(left));
        }
        expect(mergeMarks(left, b)).toEqual(left);
        // Not only the same, but the same text: what is no change wakes nobody.
        expect(JSON.stringify(mergeMarks(left, a))).toBe(JSON.stringify(left));
      }),
      { numRuns: 150 },
    );
  });

  it("Y80 the newest hundred stay, whichever device told them, and no more is ever carried", () => {
    fc.assert(
      fc.property(fc.array(some, { minLength: 1, maxLength: 4 }), (copies) => {
        const all: Marks = {};
        for (const copy of copies) {
          for (const [key, at] of Object.entries(copy)) all[key] = Math.max(all[key] ?? 0, at);
        }
        const newest = Object.entries(all).sort(([k, x], [l, y]) => y - x || (k < l ? -1 : 1));
        const merged = copies.reduce(mergeMarks, {});
        expect(sorted(merged)).toEqual(sorted(Object.fromEntries(newest.slice(0, 100))));
      }),
      { numRuns: 150 },
    );
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`news/${n}`, n]));
    const kept = mergeProgress(emptyProgress(), { ...emptyProgress(), marks: many });
    expect(Object.keys(kept.marks ?? {})).toEqual(Array.from({ length: 100 }, (_, n) => `news/${n + 400}`));
    expect(parseProgress(kept).ok).toBe(true);
  });
});
