import { describe, expect, it } from "vitest";
import { addRun, type Barrier, emptyLedger } from "../../src/index.ts";
import {
  type Attempt,
  ability,
  actionCover,
  adoption,
  clarity,
  effort,
  fieldLoad,
  journeyAbility,
  loopClosure,
  type PersonEffort,
  standingOfPeople,
  stepAges,
  strikeRate,
  timeReference,
  timeToValue,
  topBarrier,
  trust,
  usefulness,
  valueCheck,
  valueRange,
} from "../../src/metrics/index.ts";

const minute = 60_000;
const day = 86_400_000;

/** An interval to three digits, as it stands in docs/metrics.md. */
const ends = (interval: readonly (number | null)[] | null): (number | null)[] | undefined =>
  interval?.map((end) => (end === null ? null : Math.round(end * 1000) / 1000));

describe("metrics of people, with the worked examples of docs/metrics.md", () => {
  it("Q31 clarity (M1): reach of the role, and clear and not clear beside how many answered", () => {
    const found = clarity({ headcount: 26, seen: 20, clear: 9, partly: 3, notClear: 2 });
    expect(found.reach.value).toBeCloseTo(20 / 26, 12);
    // p 0.7692, worth 25, t 1.7081: middle 0.7411, half 0.1391.
    expect(ends(found.reach.interval)).toEqual([0.602, 0.88]);
    expect(found.answered.value).toBeCloseTo(14 / 20, 12);
    expect([found.clear.value, found.notClear.value]).toEqual([9 / 14, 2 / 14]);
    expect(clarity({ headcount: null, seen: 20, clear: 9, partly: 3, notClear: 2 }).reach.reason).toBe("no_headcount");
    const quiet = clarity({ headcount: 26, seen: 20, clear: 7, partly: 1, notClear: 1 });
    expect(quiet.clear).toMatchObject({ value: null, reason: "few_answers", people: 9 });
    expect(quiet.answered.value).toBe(0.45);
    expect(clarity({ headcount: 26, seen: 0, clear: 0, partly: 0, notClear: 0 }).clear.reason).toBe("too_few");
  });

  it("Q32 usefulness (M2) and ease are two scores, 100 (mean - 1) / 6", () => {
    const found = usefulness([7, 6, 5, 5, 4, 3].map((useful, i) => ({ useful, easy: i < 4 ? 6 : null })));
    // Mean 5, so 100 * 4 / 6; deviation sqrt(2), t(5) 2.015: half 2.015 * sqrt(2 / 6) = 1.1634, times 100 / 6.
    expect(found.useful.value).toBeCloseTo(66.667, 3);
    expect(ends(found.useful.interval)).toEqual([47.277, 86.056]);
    expect(found.easy).toMatchObject({ value: null, reason: "too_few", people: 4 });
  });

  it("Q33 ability (M3): people whose last three closed attempts were mostly alone; ticks by hand count apart", () => {
    const attempt = (person: string, at: number, over: Partial<Attempt> = {}): Attempt => ({
      ...{ person, began: at * day, completed: at * day + minute, how: "condition", helped: false, failed: 0 },
      ...over,
    });
    const helped = { helped: true };
    const attempts = [
      // Two of the last three alone; the two before them are too long ago.
      ...[attempt("a", 1, helped), attempt("a", 2, helped), attempt("a", 3), attempt("a", 4, helped), attempt("a", 5)],
      // One of two is not most of them.
      ...[attempt("b", 1), attempt("b", 2, helped)],
      // Given up after seven days; begun yesterday is still open.
      ...[attempt("c", 10, { completed: null, how: null }), attempt("c", 19, { completed: null, how: null })],
      // Three refusals are a loop, two are not; set aside is not alone.
      ...[attempt("d", 1, { failed: 3 }), attempt("e", 1, { failed: 2 }), attempt("f", 1, { how: "skipped" })],
      // Ticked by hand: nobody saw how it went.
      ...[attempt("g", 1, { how: "manual" }), attempt("e", 2, { how: "manual" })],
    ];
    expect(standingOfPeople(attempts, 20 * day)).toEqual(
      new Map([...["a", "b", "c", "d", "e", "f"].map((person) => [person, "ae".includes(person)] as const)]),
    );
    const found = ability(attempts, 20 * day);
    expect(found).toMatchObject({ alone: 2, people: 6, manual: 2, reason: null });
    expect(found.value).toBeCloseTo(2 / 6, 12);
    expect(ability(attempts, 6 * day)).toMatchObject({ people: 5, value: 0.4 });
    expect(ability([], 20 * day)).toMatchObject({ value: null, reason: "too_few", manual: 0 });
  });

  it("Q34 reference (M4): the author's time, else the P90 of twelve experienced people's medians, else none", () => {
    expect(timeReference(4, [])).toEqual({ ms: 4 * minute, limitMs: 6 * minute, source: "stated", reason: null });
    // Twelve people with ten runs each: medians 1 to 12 minutes. P90: 1 + 0.9 * 11 = 10.9.
    const people = Array.from({ length: 12 }, (_, i) => Array.from({ length: 10 }, () => (i + 1) * minute));
    const { ms, source } = timeReference(undefined, people);
    expect([(ms ?? 0) / minute, source]).toEqual([10.9, "experienced"]);
    const eleven = [...people.slice(1), Array.from({ length: 9 }, () => minute)];
    expect(timeReference(undefined, eleven)).toMatchObject({ ms: null, reason: "no_reference" });
  });

  it("Q35 effort (M5): the mean of each person's median parts; what people say is never mixed in", () => {
    const parts = [
      [2, 0, 0],
      [3, 1, 0],
      [1, 0, 0],
      [4, 3, 3],
      [2.5, 2, 1],
    ] as const;
    const people = parts.map(
      ([times, failed, backtracks]): PersonEffort => ({
        attempts: [{ activeMs: times * 10 * minute, failed, backtracks }],
        ease: [5],
      }),
    );
    const found = effort(people, 10 * minute);
    // t: 1/3, 2/3, 0, 1, 1/2; e: 0, 1/3, 0, 1, 2/3; b: 0, 0, 0, 1, 1/3.
    expect([found.parts.time.value, found.parts.errors.value]).toEqual([0.5, 0.4]);
    expect(found.parts.backtracks.value).toBeCloseTo(4 / 15, 12);
    expect(found.behaviour.value).toBeCloseTo((100 * (0.45 * 0.5 + 0.2 * 0.4 + (0.1 * 4) / 15)) / 0.75, 9);
    expect(found.ease.value).toBeCloseTo((100 * 4) / 6, 9);
    const silent = people.map(({ attempts }) => ({ attempts, ease: [] }));
    expect(effort(silent, 10 * minute).behaviour).toEqual(found.behaviour);
    expect(effort(people, null)).toMatchObject({ behaviour: { value: null, reason: "no_reference" } });
    expect(effort(people, null).parts.errors.value).toBe(0.4);
    // The sensitivity table of the docs.
    const other = (time: number, errors: number, backtracks: number): number | null =>
      effort(people, 10 * minute, { time, errors, backtracks }).behaviour.value;
    expect(other(1, 1, 1)).toBeCloseTo(38.889, 3);
    expect(other(1, 0, 0)).toBeCloseTo(50, 9);
    expect(other(0.3, 0.4, 0.05)).toBeCloseTo(43.111, 3);
  });

  it("Q36 time to value (M6): who has not arrived is censored, not left out", () => {
    const way = (value: number | null, left: number | null = null) => ({
      ...{ eligible: 0, value: value === null ? null : value * day, left: left === null ? null : left * day },
    });
    const ways = [
      ...[2, 3, 3, 5, 6, 8, 9, 12, 15, 20].map((at) => way(at)),
      way(null, 4),
      way(null),
      way(null),
      way(null),
    ];
    const found = timeToValue(ways, 30 * day);
    // 13/14 * 11/13 * 9/10 * 8/9 * 7/8 * 6/7 = 0.471 at day 9, the first at or below a half. Those who arrived took 8.3.
    expect(found.medianDays).toMatchObject({ value: 9, interval: [5, 20], people: 14 });
    expect(found.p80Days).toMatchObject({ value: null, reason: "not_yet" });
    expect(found.byDay7.value).toBeCloseTo(1 - (13 / 14) * (11 / 13) * (9 / 10) * (8 / 9), 12);
    // Somebody who reached value after the data's end or after they left has not reached it.
    expect(timeToValue([...ways, way(31), way(9, 8)], 30 * day).medianDays.people).toBe(16);
    expect(timeToValue(ways.slice(0, 4), 30 * day).medianDays.reason).toBe("too_few");
  });

  it("Q37 value check (M7): who was active around day 14, reached or not, and active afterwards; never a proof", () => {
    const some = (count: number, valueDay: number | null, stays: boolean) =>
      Array.from({ length: count }, () => ({ activeDays: stays ? [10, 20] : [10], valueDay, watchedUntil: 42 }));
    const people = [...some(14, 9, true), ...some(6, 9, false), ...some(6, null, true), ...some(12, 30, false)];
    // 14 of 20 beside 6 of 18: statsmodels' Newcombe interval.
    const found = valueCheck(people);
    expect(found.difference.value).toBeCloseTo(0.7 - 6 / 18, 12);
    expect(ends(found.difference.interval)).toEqual([0.1, 0.569]);
    expect(found.says).toBe("goes_together");
    const away = { activeDays: [2, 20], valueDay: 1, watchedUntil: 42 };
    const young = { activeDays: [10, 20], valueDay: 1, watchedUntil: 41 };
    expect(valueCheck([...people, away, young])).toEqual(found);
    expect(valueCheck(some(12, 9, true))).toMatchObject({ says: null, difference: { reason: "too_few" } });
    expect(valueCheck([...some(6, 9, true), ...some(6, null, true)]).says).toBe("not_shown");
  });

  it("Q38 adoption (M8): a geometric mean with its parts; null where one is missing", () => {
    const some = (count: number, depth: number, regularity: number, alone: number, toil: number | null) =>
      Array.from({ length: count }, () => ({ depth, regularity, alone, actions: 10, effort: toil }));
    const people = [...some(10, 0.5, 0.8, 6, 30), ...some(6, 1, 0.6, 8, 20)];
    const found = adoption(people, 20);
    expect(found.parts).toEqual({ reach: 0.8, depth: 0.6875, regularity: 0.725, independence: 0.675, ease: 0.7375 });
    const score = 100 * 0.8 ** 0.25 * 0.6875 ** 0.25 * 0.725 ** 0.2 * 0.675 ** 0.15 * 0.7375 ** 0.15;
    expect(found.value).toBeCloseTo(score, 9);
    expect(found.interval?.[0]).toBeGreaterThan(60);
    expect(found.interval?.[1]).toBeLessThan(85);
    expect(adoption(people, 20)).toEqual(found);
    expect(adoption(people, null)).toMatchObject({ value: null, reason: "no_headcount", parts: { depth: 0.6875 } });
    expect(adoption(some(6, 1, 1, 1, null), 20)).toMatchObject({ value: null, reason: "no_reference" });
    // A part at nothing is floored: 100 * 0.01 ^ 0.25 at most.
    expect(adoption(some(6, 0, 1, 10, 0), 6).value).toBeCloseTo(100 * 0.01 ** 0.25, 9);
  });

  it("Q42 first barrier (M12): by people, named for the step, else for the journey, else not at all", () => {
    const met = (from: number, count: number, barrier: Barrier, step = "b") =>
      Array.from({ length: count }, (_, i) => ({ person: `p${from + i}`, step, barrier }));
    const facts = [...met(0, 11, "tries_and_fails"), ...met(11, 5, "not_clear")];
    const found = topBarrier(facts, "b", 26);
    expect(found).toMatchObject({ barrier: "tries_and_fails", of: "step", share: { value: 11 / 16, people: 16 } });
    expect(found.counts.map(({ people }) => people)).toEqual([11, 5]);
    // One person twice is one person.
    expect(topBarrier([...facts, ...met(0, 11, "not_clear")], "b", 26)).toEqual(found);
    // 11 of 15 leaves four who did not: nobody may know that. 5 of 15 may be shown, but is not the first.
    expect(topBarrier(facts, "b", 15)).toMatchObject({
      barrier: null,
      of: null,
      share: { reason: "too_few" },
      counts: [],
    });
    const thin = [...met(0, 4, "opens_help"), ...met(4, 6, "opens_help", "c")];
    expect(topBarrier(thin, "b", 26)).toMatchObject({ barrier: "opens_help", of: "journey", share: { people: 10 } });
    expect(topBarrier(thin.slice(0, 4), "b", 26)).toMatchObject({ barrier: null, share: { reason: "too_few" } });
    const even = [...met(0, 6, "blocked"), ...met(6, 6, "not_now")];
    expect(topBarrier(even, "b", 26)).toMatchObject({ barrier: null, share: { reason: "tied" } });
  });

  it("Q44 value ledger (M14): a range around the balance, the first run left out", () => {
    const minutes = [30, 12, 8, 11, 9, 4, 5, 3];
    const ledger = minutes.reduce(
      (sum, each, index) => addRun(sum, "quotes/send", { at: index * day, ms: each * minute, alone: true }),
      emptyLedger(),
    );
    // Baseline 10 of the second to fifth; saved 6 + 5 + 7; margin 2.353 * 3 * sqrt(10 / 3 / 4) = 6.44.
    const found = valueRange(ledger, {}, 9 * day);
    expect((found.low ?? 0) / minute).toBeCloseTo(18 - 6.44, 2);
    expect((found.high ?? 0) / minute).toBeCloseTo(18 + 6.44, 2);
    expect(valueRange(emptyLedger(), {}, day)).toEqual({ low: null, high: null, paidBack: null, missing: null });
  });

  it("Q45 step age (M15): beside the P75 of twelve finished records of five people, none with more than a third", () => {
    const finished = Array.from({ length: 13 }, (_, i) => ({ person: `p${i % 5}`, ms: (i + 1) * day }));
    // P75 of 1 to 13 days is 10.
    const found = stepAges(
      finished,
      [2, 9.9, 10, 15, 15.1, 40].map((days) => days * day),
    );
    expect(found).toMatchObject({ p75Ms: 10 * day, open: { fresh: 2, due: 2, stale: 2 }, records: 13, people: 5 });
    expect(stepAges(finished.slice(2), [])).toMatchObject({ p75Ms: null, open: null, reason: "too_few" });
    expect(
      stepAges(
        finished.map((each, i) => ({ ...each, person: `p${i % 4}` })),
        [],
      ).reason,
    ).toBe("too_few");
    const lone = finished.map((each, i) => ({ ...each, person: i < 6 ? "p0" : `p${i}` }));
    expect(stepAges(lone, []).reason).toBe("dominated");
  });

  it("Q46 next-action cover (M16): planned of open records, clustered by person", () => {
    const cover = [
      [4, 2],
      [5, 5],
      [2, 0],
      [6, 3],
      [3, 3],
    ].map(([open = 0, planned = 0]) => ({ open, planned }));
    expect(actionCover(cover).value).toBe(13 / 20);
    expect(ends(actionCover(cover).interval)).toEqual([0.337, 0.872]);
    // Who has no open record says nothing.
    expect(actionCover([...cover.slice(1), { open: 0, planned: 0 }]).reason).toBe("too_few");
  });

  it("Q47 field load (M17): unused only where the upper end is below 5%", () => {
    const field = (people: number, hits: number) => ({
      ...{ name: "discount", saves: Array.from({ length: people }, () => ({ hits, of: 20 })), seconds: 90 },
      readBy: ["finance"],
    });
    const [never, few, some] = fieldLoad([field(54, 0), field(53, 0), field(54, 1)]);
    // t(53)^2 / (54 + t(53)^2) = 2.803 / 56.803 = 0.0493; with one person fewer 0.0502.
    expect(never).toMatchObject({ unused: true, edited: { value: 0 }, seconds: 90, readBy: ["finance"] });
    expect(never?.edited.interval?.[1]).toBeCloseTo(0.0493, 3);
    expect([few?.unused, some?.unused]).toEqual([false, false]);
    expect(fieldLoad([field(4, 0)])[0]).toMatchObject({ unused: false, edited: { value: null, reason: "too_few" } });
  });

  it("Q48 strike rate (M18): each person's own share first", () => {
    const people = [
      [1, 2],
      [0, 4],
      [3, 3],
      [1, 4],
      [0, 1],
    ].map(([hits = 0, of = 0]) => ({ hits, of }));
    // (0.5 + 0 + 1 + 0.25 + 0) / 5, not 5 of 14.
    expect(strikeRate(people).value).toBeCloseTo(0.35, 12);
    expect(strikeRate(people.map(({ of }) => ({ hits: of + 1, of }))).value).toBe(1);
    expect(strikeRate(people.slice(1)).reason).toBe("too_few");
  });

  it("Q49 loop closure (M19): who waits still counts as waiting", () => {
    const days = [3, 5, 5, 6, 9, 10, 13, 20, null, null];
    const reports = days.map((at) => ({ at: 0, answered: at === null ? null : at * day }));
    const found = loopClosure(reports, { yes: 7, of: 12 }, 30 * day);
    // 9/10, 7/10, 6/10, 5/10 at day 9.
    expect(found.medianDays).toMatchObject({ value: 9, people: 10 });
    expect(found.answeredBy14.value).toBeCloseTo(0.7, 12);
    expect(found.helped.value).toBeCloseTo(7 / 12, 12);
    expect(loopClosure(reports, { yes: 0, of: 0 }, 6 * day)).toMatchObject({
      medianDays: { value: null, reason: "not_yet" },
      answeredBy14: { value: null, reason: "not_yet" },
      helped: { value: null, reason: "too_few" },
    });
  });

  it("Q50 trust (M20): the mean of a quarter's answers, and who is below the middle", () => {
    const found = trust([7, 6, 6, 5, 4, 3, 2, 6]);
    expect(found.mean.value).toBe(39 / 8);
    expect(found.distrust.value).toBe(2 / 8);
    expect(ends(found.mean.interval)).toEqual([3.718, 6.032]);
    expect(trust([7, 7]).mean.reason).toBe("too_few");
  });

  it("Q51 a journey's ability is its weakest step by name, from the lowest lower to the lowest upper end at 1 - 0.10 / S", () => {
    const steps = [
      { step: "a", alone: 15, of: 20 },
      { step: "b", alone: 8, of: 20 },
      { step: "c", alone: 12, of: 18 },
    ];
    const found = journeyAbility(steps);
    expect(found).toMatchObject({ step: "b", value: 0.4, people: 18, reason: null });
    // Level 0.9667, t(19) 2.2944: 0.4 worth 19 gives 0.192 to 0.651.
    expect(ends(found.interval)).toEqual([0.192, 0.651]);
    expect(journeyAbility([...steps, { step: "d", alone: 1, of: 4 }])).toMatchObject({
      value: null,
      reason: "part_missing",
    });
    expect(journeyAbility([])).toMatchObject({ value: null, step: null });
  });
});
