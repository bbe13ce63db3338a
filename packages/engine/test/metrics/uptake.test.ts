import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  adoptionOf,
  checkOfArms,
  coreUse,
  corroborate,
  daysOfWeeks,
  effort,
  effortLimit,
  effortOfPerson,
  expectedTimes,
  missing,
  valueArms,
  valueCheck,
} from "../../src/metrics/index.ts";

const minute = 60_000;

describe("what pages of uptake and staying are counted from", () => {
  it("Q93 staying (M7) by calendar weeks: the second is the landmark's, the third to the sixth are what came of it", () => {
    const person = (active: number[], value: number | null, watched = 6) => daysOfWeeks({ active, value, watched });
    expect(person([0, 1, 4], 1)).toEqual({ activeDays: [7, 14, 35], valueDay: 14, watchedUntil: 42 });
    const people = [
      // Reached in the first or second week, and there in one of the third to sixth.
      ...[person([0, 1, 2], 0), person([1, 5], 1), person([1, 3, 9], 1)],
      // Gone by then; what they do in the seventh week is too late.
      ...[person([1, 6], 1), person([1], 0)],
      // Reached in the third week: not by the landmark.
      ...[person([1, 2], 2), person([1], null)],
      // Not there in the second week, or watched too short: in neither.
      ...[person([0, 2], 0), person([1, 2], 1, 5)],
    ];
    expect(valueArms(people)).toEqual({ reached: { hits: 3, of: 5 }, notReached: { hits: 1, of: 2 } });
    expect(checkOfArms(valueArms(people))).toEqual(valueCheck(people));
  });

  it("Q94 core actions (M8): how many are expected, which are done as agreed, and in how many periods", () => {
    const expected = (every: string, watched = 4): number => expectedTimes(every, 4, watched);
    // Every day is five days a week; hours count as a day; a month is four weeks.
    expect(["P1D", "PT4H", "P2D", "P1W", "P10D", "P2W", "P1M"].map((each) => expected(each))).toEqual([
      ...[20, 20, 12, 4, 2, 2, 1],
    ]);
    // Longer than what is looked at: expected in none of it.
    expect(["P5W", "P3M", "P1Y"].map((each) => expected(each))).toEqual([0, 0, 0]);
    // Who came in the last week has one period of whatever is due within the four.
    expect(["P1D", "P1W", "P2W", "P1M"].map((each) => expected(each, 1))).toEqual([5, 1, 1, 1]);
    const core = [
      { event: "call", every: "P1W" },
      { event: "plan", every: "P2W" },
    ];
    const days = (call: number[], plan: number[]) => coreUse(core, ({ event }) => (event === "call" ? call : plan), 4);
    // Three of four weeks are enough, one of two fortnights is not: 1 of 2 actions, 4 of 6 periods.
    expect(days([1, 3, 0, 1], [0, 1, 0, 0])).toEqual({ depth: 0.5, regularity: 4 / 6 });
    expect(days([1, 1, 1, 1], [1, 0, 0, 1])).toEqual({ depth: 1, regularity: 1 });
    expect(days([0, 0, 0, 0], [0, 0, 0, 0])).toEqual({ depth: 0, regularity: 0 });
    // 5 + 5 + 3 + 2 of 20 working days: seven days of one week count as five.
    const daily = [{ event: "ticket", every: "P1D" }];
    expect(coreUse(daily, () => [7, 5, 3, 2], 4)).toEqual({ depth: 1, regularity: 0.75 });
    expect(coreUse(daily, () => [5, 5, 2, 2], 4)).toEqual({ depth: 0, regularity: 0.7 });
    // What fills no fortnight of its own belongs to the last: weeks 0 and 1, then 2.
    expect(coreUse([{ event: "plan", every: "P2W" }], () => [0, 0, 1], 4)).toEqual({ depth: 1, regularity: 1 });
    expect(coreUse([{ event: "plan", every: "P3M" }], () => [1, 1, 1, 1], 4)).toBeNull();
    expect(coreUse([], () => [1], 4)).toBeNull();
  });

  it("Q94 whatever is agreed, shares stay shares, and doing more never lowers one", () => {
    const every = fc.constantFrom("P1D", "P2D", "P1W", "P2W", "P3W", "P1M");
    const weeks = fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(every, { minLength: 1, maxLength: 3 }), weeks, fc.nat(3), (all, days, more) => {
        const core = all.map((each, index) => ({ event: `e${index}`, every: each }));
        const found = coreUse(core, () => days, 4);
        const richer = coreUse(core, () => days.map((each, index) => (index === more ? 7 : each)), 4);
        if (found === null || richer === null) return;
        for (const share of [found.depth, found.regularity]) expect(share >= 0 && share <= 1).toBe(true);
        expect(richer.depth).toBeGreaterThanOrEqual(found.depth);
        expect(richer.regularity).toBeGreaterThanOrEqual(found.regularity);
      }),
      { numRuns: 200 },
    );
  });

  it("Q95 a person's own effort is what the group's effort (M5) is the mean of", () => {
    const toil = fc.record({ activeMs: fc.nat(20 * minute), failed: fc.nat(5), backtracks: fc.nat(5) });
    const person = fc.array(toil, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(person, { minLength: 5, maxLength: 8 }), (people) => {
        const own = people.map((attempts) => effortOfPerson(attempts, 4 * minute) ?? Number.NaN);
        const all = effort(
          people.map((attempts) => ({ attempts, ease: [] })),
          4 * minute,
        );
        expect(all.behaviour.value).toBeCloseTo(own.reduce((sum, each) => sum + each, 0) / own.length, 9);
      }),
      { numRuns: 100 },
    );
    // Twice the time: t 1/3, so 100 * 0.45 / 3 / 0.75.
    expect(effortOfPerson([{ activeMs: 8 * minute, failed: 0, backtracks: 0 }], 4 * minute)).toBeCloseTo(20, 9);
    expect(effortOfPerson([{ activeMs: minute, failed: 0, backtracks: 0 }], null)).toBeNull();
    expect(effortOfPerson([], 4 * minute)).toBeNull();
  });

  it("Q97 the adoption score of five parts grows with each of them", () => {
    const parts = [0.8, 0.6875, 0.725, 0.675, 0.7375];
    expect(adoptionOf(parts)).toBeCloseTo(72.7, 1);
    for (const index of parts.keys())
      expect(adoptionOf(parts.with(index, 0.9))).toBeGreaterThan(adoptionOf(parts) ?? Number.NaN);
    expect([adoptionOf([1, 1, 1, 1, 1]), adoptionOf([1, 1, 1, 1])]).toEqual([100, null]);
    // Floored at 0.01 each.
    expect(adoptionOf([0, 0, 0, 0, 0])).toBeCloseTo(1, 9);
  });

  it("Q96 the limit of effort (M9) is one for all: three times the stated time, or twice with an error loop", () => {
    const of = (factor: number, failed: number): number =>
      effortOfPerson([{ activeMs: factor * minute, failed, backtracks: 0 }], minute) ?? 0;
    expect([of(3, 0), of(2, 3)].map(Math.round)).toEqual([effortLimit, 47]);
    expect(of(2, 1)).toBeLessThan(effortLimit);
    // Who took four times as long stands at 100 * 0.45 / 0.75 = 60.
    const people = (slow: number, size: number) =>
      Array.from({ length: size }, (_, i) => ({
        attempts: [{ activeMs: (i < slow ? 4 : 1) * minute, failed: 0, backtracks: 0 }],
        ease: [],
      }));
    const says = (slow: number, size: number) =>
      corroborate(missing("too_few"), effort(people(slow, size), minute).behaviour, effortLimit);
    expect(says(15, 15)).toEqual({ says: "backed", because: ["effort"] });
    // The mean is above the limit, its lower end is not; eleven people back nothing.
    expect(effort(people(11, 15), minute).behaviour.value).toBeCloseTo(44, 9);
    expect(says(11, 15)).toEqual({ says: "reported", because: [] });
    expect(says(11, 11)).toEqual({ says: "reported", because: [] });
  });
});
