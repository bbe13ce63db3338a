import type { GapRow } from "@waymark/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  bandOf,
  dueAtEnd,
  estimateShown,
  forecast,
  forecastOf,
  type GapBlock,
  type GapHistory,
  gapRows,
  isKnown,
  type StepCourse,
  seeded,
  shareOfPeople,
  showAbility,
  stepCourses,
  visibleGap,
  type WeekFact,
  weakestShown,
  worstOf,
} from "../../src/metrics/index.ts";

const day = (week: number): string => `w${String(week).padStart(4, "0")}`;
const monthMs = 28 * 86_400_000;
const none = { barrier: null, of: null, why: "too_few" } as const;

type Counts = readonly [alone: number, of: number];

/** A history of blocks, each with the counts of its steps. */
function history(blocks: readonly Readonly<Record<string, Counts>>[], steps = ["a"]): GapHistory {
  const frozen = blocks.map(
    (counts, index): GapBlock => ({
      end: (index + 1) * monthMs,
      barrier: none,
      cells: Object.entries(counts).map(([step, [alone, of]]) => ({
        step,
        ability: showAbility(alone, of),
        reported: null,
        barrier: none,
        course: { missing: "weeks" },
      })),
    }),
  );
  return { journey: "j", version: 1, role: "rep", steps, blocks: frozen, missing: "too_few" };
}

const plan = (share: number, by = 0, at = 0) => [{ at, milestones: [{ by, share }] }];
const rowsOf = (it: GapHistory, share = 0.8, by = 0): GapRow[] =>
  gapRows(it, { expected: () => plan(share, by), believed: () => 0.7 }, day);
const rowOf = (it: GapHistory, share = 0.8, by = 0): GapRow => rowsOf(it, share, by)[0] as GapRow;

const counted = fc
  .integer({ min: 0, max: 70 })
  .chain((of) => fc.integer({ min: 0, max: of }).map((alone): Counts => [alone, of]));
const histories = fc.array(fc.record({ a: counted, b: counted }), { minLength: 1, maxLength: 5 });

function isSound(row: GapRow): void {
  const named = row.reasons.map(({ of }) => of);
  for (const name of ["expected", "believed", "reported", "measured", "barrier", "forecast"] as const)
    if (row[name] === null) expect(named).toContain(name);
  const { measured, interval, n } = row;
  if (interval === null) {
    expect([measured, n, row.verdict]).toEqual([null, null, "unclear"]);
    return;
  }
  const [low, high] = interval;
  expect([low >= 0, low <= (measured ?? low), high >= (measured ?? high), high <= 1]).toEqual([true, true, true, true]);
  expect(n).toBeGreaterThanOrEqual(10);
}

function faceOf(alone: number, of: number): object {
  if (of < 10) return { shows: "nothing" };
  if (alone < 5) return { shows: "nearly_none", of };
  return of - alone < 5 ? { shows: "nearly_all", of } : { shows: "figure", alone, of };
}

describe("the gap report", () => {
  it("Q58 shows a figure of ten people and more with five on either side, and one face for none to four", () => {
    const pairs = Array.from({ length: 41 }, (_, of) =>
      Array.from({ length: of + 1 }, (_, alone) => [alone, of] as const),
    );
    for (const [alone, of] of pairs.flat()) {
      const shown = showAbility(alone, of);
      expect(shown).toEqual(faceOf(alone, of));
      if (of < 10) continue;
      // Whatever the count is, what is shown holds its interval.
      const [low, high] = estimateShown(shown).interval ?? [2, 2];
      const [ownLow, ownHigh] = shareOfPeople(alone, of).interval ?? [0, 0];
      expect([low <= ownLow, (high ?? 1) >= (ownHigh ?? 1)]).toEqual([true, true]);
    }
  });

  it("Q58 by hand: 8 of 20 at a plan of 0.8 is 40 points behind, and 20 people see 37", () => {
    expect(rowOf(history([{ a: [8, 20] }]))).toEqual({
      ...{ journey: "j", version: 1, role: "rep", step: "a", expected: 0.8, believed: 0.7, reported: null },
      ...{ measured: 0.4, interval: [0.23, 0.6], n: 20, verdict: "behind", barrier: null },
      forecast: { says: "too_early", missing: "weeks" },
      reasons: [
        { of: "reported", why: "too_few" },
        { of: "verdict", why: "sees_from", points: 37 },
        { of: "barrier", why: "too_few" },
      ],
    });
    expect(visibleGap(20, 0.8)).toBe(37);
  });

  it("Q59 a verdict changes after two blocks in a row; a block without a figure interrupts, and what was last seen stays", () => {
    const good: Counts = [38, 40];
    const bad: Counts = [12, 40];
    const small: Counts = [3, 9];
    const verdicts = (...all: Counts[]) => rowOf(history(all.map((counts) => ({ a: counts })))).verdict;
    expect(verdicts(good)).toBe("on_plan");
    expect(verdicts(good, bad)).toBe("on_plan");
    expect(verdicts(good, bad, bad)).toBe("behind");
    expect(verdicts(good, bad, small, bad)).toBe("on_plan");
    const row = rowOf(history([{ a: bad }, { a: small }]));
    expect([row.measured, row.n, row.verdict]).toEqual([0.3, 30, "behind"]);
    const stands = (...all: Counts[]) =>
      rowOf(history(all.map((counts) => ({ a: counts })))).reasons.some(({ why }) => why === "stands");
    expect([stands(good), stands(good, bad), stands(good, bad, bad), stands(bad, small)]).toEqual([
      ...[false, true, false, false],
    ]);
  });

  it("Q60 each block is judged by the plan that held then; what is not due is not behind, but can be there already", () => {
    const versions = [
      { at: 10, milestones: [{ by: 100, share: 0.6 }] },
      { at: 500, milestones: [{ by: 900, share: 0.9 }] },
    ];
    expect(dueAtEnd(versions, 50)).toEqual({ share: 0.6, due: false });
    expect(dueAtEnd(versions, 101)).toEqual({ share: 0.6, due: true });
    expect(dueAtEnd(versions, 600)).toEqual({ share: 0.9, due: false });
    expect(dueAtEnd([], 600)).toBe(null);
    const later = 10 * monthMs;
    const early = rowOf(history([{ a: [8, 20] }]), 0.8, later);
    expect([early.expected, early.verdict]).toEqual([0.8, "unclear"]);
    expect(early.reasons).toContainEqual({ of: "verdict", why: "not_due" });
    expect(rowOf(history([{ a: [38, 40] }]), 0.6, later).verdict).toBe("ahead");
    const unplanned = gapRows(history([{ a: [8, 20] }]), { expected: () => [], believed: () => null }, day)[0];
    expect([unplanned?.expected, unplanned?.verdict, unplanned?.forecast]).toEqual([null, "unclear", null]);
  });

  it("Q61 the journey is its weakest step as shown, and nothing where a step shows nothing", () => {
    const steps = ["a", "b"];
    const [, , whole] = rowsOf(history([{ a: [15, 20], b: [8, 20] }], steps));
    expect(whole).toMatchObject({ step: null, measured: 0.4, n: 20, expected: 0.8, believed: 0.7 });
    expect(whole?.reasons).toContainEqual({ of: "measured", why: "weakest_step", step: "b" });
    const [, , hard] = rowsOf(history([{ a: [15, 20], b: [2, 20] }], steps));
    expect(hard).toMatchObject({ measured: null, verdict: "behind" });
    expect(hard?.interval?.[0]).toBe(0);
    expect(hard?.reasons).toContainEqual({ of: "measured", why: "nearly_none" });
    const [, , thin] = rowsOf(history([{ a: [15, 20], b: [4, 9] }], steps));
    expect([thin?.measured, thin?.interval, thin?.n]).toEqual([null, null, null]);
    expect(weakestShown([{ step: "a", shown: { shows: "nothing" } }])).toBe(null);
  });

  it("Q62 what is missing says why; an interval holds its figure; n is the lower end of a band", () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: 1, max: 20 }), (all, twentieths) => {
        const rows = rowsOf(history(all, ["a", "b"]), twentieths / 20);
        for (const row of rows) isSound(row);
        // One to four people more or less on the small side are the same bytes.
        const fewer = ([alone, of]: Counts): Counts => [alone < 5 ? 0 : alone, of];
        const moved = all.map((each) => ({ ...each, a: fewer(each.a) }));
        expect(rowsOf(history(moved, ["a", "b"]), twentieths / 20)[0]).toEqual(rows[0]);
      }),
      { numRuns: 100 },
    );
    expect([9, 10, 57, 2999].map(bandOf)).toEqual([0, 10, 50, 2000]);
  });

  it("Q63 a kept course gives the forecast of its facts, for any goal", () => {
    const random = seeded(3);
    const facts: WeekFact[] = [];
    for (const step of ["a", "b"])
      for (let week = 1; week <= 12; week += 1)
        for (let i = 0; i < 60; i += 1)
          facts.push({ person: `p${i}`, step, week, alone: random() < 1 / (1 + Math.exp(1 - 0.15 * week)) });
    const kept = JSON.parse(JSON.stringify([...stepCourses(facts, 12)])) as [string, StepCourse][];
    for (const [step, course] of kept)
      for (const share of [0.3, 0.8, 0.95])
        expect(forecastOf(course, share)).toEqual(forecast(facts, { step, share, now: 12 }));
    expect(JSON.stringify(kept)).not.toContain("p1");
    const climbing: GapHistory = { ...history([{ a: [16, 24] }]), blocks: [] };
    const [frozen] = history([{ a: [16, 24] }]).blocks;
    const course = new Map(kept).get("a") ?? { missing: "weeks" as const };
    const cells = (frozen?.cells ?? []).map((cell) => ({ ...cell, course }));
    const ahead = rowOf({ ...climbing, blocks: [{ end: monthMs, barrier: none, cells }] }, 0.95).forecast;
    expect(ahead).toMatchObject({ says: "date", on: expect.stringMatching(/^w00(1[3-9]|[23]\d)$/) });
  });

  it("Q64 the worst three are those furthest below the plan, from what is shown alone", () => {
    const steps = ["a", "b", "c", "d", "e"];
    const counts: Record<string, Counts> = { a: [15, 20], b: [8, 20], c: [1, 20], d: [6, 20], e: [19, 20] };
    const rows = rowsOf(history([counts], steps));
    expect(worstOf(rows)).toEqual([{ journey: "j", version: 1, role: "rep", steps: ["d", "b", "c"] }]);
    expect(worstOf(rows.map((row) => ({ ...row, verdict: null, measured: null, interval: null })))).toEqual([]);
    expect(isKnown(estimateShown(showAbility(8, 20)))).toBe(true);
  });
});
