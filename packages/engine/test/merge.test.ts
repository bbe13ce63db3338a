import { parseProgress, type Runs } from "@waymark/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aJourney, anyProgress, aScene } from "../../testing/src/index.ts";
import { emptyProgress, isProgress, mergeProgress, mergeRuns, mergeStep, transition } from "../src/index.ts";

/** Text with sorted keys: equal exactly when the states are. */
function asText(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "";
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return `{${entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => `${key}:${asText(each)}`)}}`;
}

describe("merge", () => {
  it("E20 is commutative", () => {
    fc.assert(
      fc.property(anyProgress, anyProgress, (a, b) => {
        expect(asText(mergeProgress(a, b))).toBe(asText(mergeProgress(b, a)));
      }),
      { numRuns: 2000 },
    );
  });

  it("E20 is associative", () => {
    fc.assert(
      fc.property(anyProgress, anyProgress, anyProgress, (a, b, c) => {
        const left = mergeProgress(mergeProgress(a, b), c);
        const right = mergeProgress(a, mergeProgress(b, c));
        expect(asText(left)).toBe(asText(right));
      }),
      { numRuns: 2000 },
    );
  });

  it("E20 is idempotent and has a neutral element", () => {
    fc.assert(
      fc.property(anyProgress, (a) => {
        expect(asText(mergeProgress(a, a))).toBe(asText(a));
        expect(asText(mergeProgress(emptyProgress(), a))).toBe(asText(a));
      }),
      { numRuns: 1000 },
    );
  });

  it("E21 lets the higher attempt win, and within one the earliest", () => {
    const done = { attempt: 1, began: 1, completed: 5, how: "condition" as const };
    const undone = { attempt: 2, began: null, completed: null, how: null };
    expect(mergeStep(done, undone)).toEqual(undone);
    const earlier = { attempt: 1, began: 3, completed: 4, how: "manual" as const };
    expect(mergeStep(done, earlier)).toEqual({ attempt: 1, began: 1, completed: 4, how: "manual" });
  });

  it("E23 tells progress from what is none", () => {
    fc.assert(fc.property(anyProgress, (progress) => isProgress(progress)));
    const wrong = [null, 5, [], {}, { journeys: { j: null } }, { journeys: { j: { "": { steps: { a: null } } } } }];
    for (const value of wrong) expect(isProgress(value)).toBe(false);
    fc.assert(fc.property(fc.anything(), (value) => typeof isProgress(value) === "boolean"));
  });

  it("Y9 prompts of two devices join, stay bounded, and progress without them stays readable", () => {
    fc.assert(
      fc.property(anyProgress, anyProgress, (a, b) => {
        const merged = mergeProgress(a, b);
        const shown = merged.prompts?.shown ?? [];
        expect(shown.length).toBeLessThanOrEqual(12);
        const all = [...(a.prompts?.shown ?? []), ...(b.prompts?.shown ?? [])];
        const newest = [...new Set(all.map(({ at, kind }) => `${at} ${kind}`))].map((each) =>
          Number.parseInt(each, 10),
        );
        expect(shown.map(({ at }) => at)).toEqual(newest.sort((x, y) => y - x).slice(0, 12));
        expect(parseProgress(JSON.parse(JSON.stringify(merged))).ok).toBe(true);
      }),
    );
    const old = { format: "waymark.progress/1", journeys: {} };
    expect(isProgress(old) && parseProgress(old).ok).toBe(true);
    expect(isProgress({ ...old, prompts: { shown: [null] } })).toBe(false);
    expect(mergeProgress(emptyProgress(), emptyProgress())).toEqual(old);
  });

  it("E22 joins two devices that did different halves, in either order", () => {
    const journey = aJourney();
    const events = ["a.done", "b.done", "c.done"];
    const half = (names: string[], start: number): Runs =>
      names.reduce<Runs>(
        (runs, name, at) =>
          transition(journey, runs, { kind: "event", name, props: {}, scene: aScene() }, start + at)[0],
        { "": { offered: start, steps: {} } },
      );
    fc.assert(
      fc.property(fc.subarray(events), fc.subarray(events), (one, other) => {
        const phone = half(one, 100);
        const desk = half(other, 200);
        expect(mergeRuns(phone, desk)).toEqual(mergeRuns(desk, phone));
        const settled = Object.keys(mergeRuns(phone, desk)[""]?.steps ?? {}).sort();
        expect(settled).toEqual([...new Set([...one, ...other])].map((name) => name.slice(0, 1)).sort());
      }),
    );
  });
});
