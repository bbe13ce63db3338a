import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  corroborate,
  expectationGap,
  expectedAt,
  forecast,
  isKnown,
  missing,
  perceptionGap,
  seeded,
  shareOfPeople,
  standingVerdict,
  timeGap,
  type Verdict,
  verdictOf,
  visibleGap,
  type WeekFact,
  worstSteps,
} from "../../src/metrics/index.ts";

const weeks = 12;

/** Weeks of a team in which so large a share is alone; everybody is active in each week. */
function course(people: number, shareIn: (week: number) => number, steps = ["a"], now = weeks): WeekFact[] {
  const random = seeded(7);
  const facts: WeekFact[] = [];
  for (const step of steps)
    for (let week = 1; week <= now; week += 1)
      for (let i = 0; i < people; i += 1) facts.push({ person: `p${i}`, step, week, alone: random() < shareIn(week) });
  return facts;
}
const climbing = (slope: number, at12: number) => (week: number) =>
  1 / (1 + Math.exp(-(Math.log(at12 / (1 - at12)) + slope * (week - weeks))));

describe("two sides: what is expected, believed, reported and measured", () => {
  it("Q39 corroboration (M9): backed by ability or by effort of twelve people, else reported, never refuted", () => {
    // 5 of 20: 0.25, upper 0.44. 8 of 12: 0.67. 6 of 12: 0.5, but its upper end is 0.73, and with 9 of 16 it is 0.76.
    const easy = missing("no_reference", 20);
    expect(corroborate(shareOfPeople(5, 20), easy, null)).toEqual({ says: "backed", because: ["ability"] });
    expect(corroborate(shareOfPeople(8, 12), easy, null)).toEqual({ says: "reported", because: [] });
    expect(corroborate(shareOfPeople(9, 16), easy, null).says).toBe("reported");
    expect(corroborate(shareOfPeople(2, 11), easy, null).says).toBe("reported");
    const hard = { value: 60, interval: [52, 68], people: 14, reason: null } as const;
    expect(corroborate(shareOfPeople(18, 20), hard, 50)).toEqual({ says: "backed", because: ["effort"] });
    expect(corroborate(shareOfPeople(18, 20), hard, 52).says).toBe("reported");
    expect(corroborate(shareOfPeople(18, 20), hard, null).says).toBe("reported");
    expect(corroborate(missing("too_few"), missing("too_few"), 50)).toEqual({ says: "reported", because: [] });
  });

  it("Q40 expectation gap (M10): behind, ahead, on plan or unclear by the whole interval, never two", () => {
    // 8 of 20 is 0.4, 0.232 to 0.595: below 0.7. 14 of 20 is 0.7, 0.502 to 0.844: neither.
    const behind = expectationGap(shareOfPeople(8, 20), 0.8);
    expect(behind).toMatchObject({ verdict: "behind", seesFrom: 37, reason: null });
    expect(behind.points.value).toBeCloseTo(-40, 9);
    expect(expectationGap(shareOfPeople(14, 20), 0.8).verdict).toBe("unclear");
    expect(expectationGap(shareOfPeople(19, 20), 0.8).verdict).toBe("on_plan");
    expect(expectationGap(shareOfPeople(19, 20), 0.6).verdict).toBe("ahead");
    expect(expectationGap(shareOfPeople(3, 4), 0.8)).toMatchObject({ verdict: "unclear", reason: "too_few" });
    expect(expectationGap(shareOfPeople(8, 20), null)).toMatchObject({ verdict: "unclear", reason: "no_expectation" });
    const counts = fc
      .integer({ min: 5, max: 80 })
      .chain((of) => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of)));
    fc.assert(
      fc.property(counts, fc.double({ min: 0, max: 1, noNaN: true }), ([hits, of], plan) => {
        const share = shareOfPeople(hits, of);
        const [low, high] = share.interval ?? [0, 0];
        const says = verdictOf(share, plan);
        expect(says === "behind").toBe((high ?? 1) < plan - 0.1);
        expect(says === "ahead").toBe(low > plan + 0.1);
        // More people alone is never a worse verdict.
        const order: Verdict[] = ["behind", "unclear", "on_plan", "ahead"];
        const more = verdictOf(shareOfPeople(Math.min(of, hits + 1), of), plan);
        expect(order.indexOf(more)).toBeGreaterThanOrEqual(order.indexOf(says));
      }),
    );
  });

  it("Q52 milestones hold from their day on; the worst three are listed; time is a factor of what was planned", () => {
    const milestones = [
      { by: 200, share: 0.8 },
      { by: 100, share: 0.5 },
    ];
    expect([99, 100, 199, 200].map((now) => expectedAt(milestones, now))).toEqual([null, 0.5, 0.5, 0.8]);
    const rows = [
      ["a", 4],
      ["b", 9],
      ["c", 12],
      ["d", 19],
      ["e", 2],
    ] as const;
    const gaps = rows.map(([step, hits]) => ({ step, points: expectationGap(shareOfPeople(hits, 20), 0.8).points }));
    expect(worstSteps([...gaps, { step: "f", points: missing("too_few") }])).toEqual(["e", "a", "b"]);
    const median = { value: 12, interval: [8, 20], people: 14, reason: null } as const;
    expect(timeGap(median, 4)).toMatchObject({ value: 3, interval: [2, 5] });
    expect(timeGap(median, null)).toMatchObject({ value: null, reason: "no_expectation" });
  });

  it("Q53 the first block with a number gives the verdict; it changes when two in a row say the same other one", () => {
    expect(standingVerdict([])).toBe("unclear");
    expect(standingVerdict([null, "behind"])).toBe("behind");
    expect(standingVerdict(["on_plan", "behind"])).toBe("on_plan");
    expect(standingVerdict(["on_plan", "behind", "behind"])).toBe("behind");
    expect(standingVerdict(["on_plan", "behind", null, "behind"])).toBe("on_plan");
    expect(standingVerdict(["behind", "ahead", "unclear", "ahead"])).toBe("behind");
  });

  it("Q54 a team can see gaps from so many points: what one block shows four times in five", () => {
    expect([20, 40, 60].map((people) => visibleGap(people, 0.8))).toEqual([37, 28, 25]);
    expect(visibleGap(5, 0.3)).toBeNull();
    // By hand, at 20 and 0.8: 10 of 20 is the most that is behind, and P(X <= 10 | 20, 0.43) is 0.81, P(... 0.44) 0.78.
    expect(verdictOf(shareOfPeople(10, 20), 0.8)).toBe("behind");
    expect(verdictOf(shareOfPeople(11, 20), 0.8)).toBe("unclear");
  });

  it("Q41 perception gap (M11): easy is 5 to 7, clustered by person; nothing without the manager's own word", () => {
    const measured = shareOfPeople(6, 20);
    const answers = [[2, 3], [5], [6, 2], [1], [7, 6], [3]];
    const found = perceptionGap(0.75, measured, answers);
    expect(found.reported.value).toBeCloseTo(4 / 9, 12);
    expect(found.believedMinusMeasured.value).toBeCloseTo(45, 9);
    // 75 minus the upper end comes first.
    expect(found.believedMinusMeasured.interval?.[0]).toBeCloseTo(75 - 100 * (measured.interval?.[1] ?? 0), 9);
    expect(found.believedMinusReported.value).toBeCloseTo(75 - 400 / 9, 9);
    const unasked = perceptionGap(null, measured, answers);
    expect(unasked.believedMinusMeasured).toMatchObject({ value: null, reason: "not_believed" });
    expect(perceptionGap(0.75, measured, answers.slice(2)).believedMinusReported.reason).toBe("too_few");
  });

  it("Q43 forecast (M13): a date with its interval, not at this pace, or too early to say", () => {
    const goal = { step: "a", share: 0.8, now: weeks };
    // Log-odds of 0.6 in week 12 and 0.1 a week: 0.8 is (1.386 - 0.405) / 0.1 = 9.8 weeks ahead.
    const date = forecast(course(60, climbing(0.1, 0.6)), goal);
    expect(date.says).toBe("date");
    if (date.says === "date") {
      expect(date.interval[0]).toBeLessThanOrEqual(date.week);
      expect(date.interval[0]).toBeLessThan(21.8);
      expect(date.interval[1] ?? 99).toBeGreaterThan(21.8);
    }
    expect(
      forecast(
        course(60, () => 0.3),
        goal,
      ),
    ).toMatchObject({ says: "not_at_this_pace" });
    expect(forecast(course(60, climbing(0.1, 0.6), ["a"], 5), { ...goal, now: 5 })).toMatchObject({ missing: "weeks" });
    expect(forecast(course(11, climbing(0.1, 0.6)), goal)).toMatchObject({ says: "too_early", missing: "people" });
    // Where the goal is reached already the date is now.
    expect(
      forecast(
        course(60, () => 0.95),
        goal,
      ),
    ).toMatchObject({ says: "date", week: weeks });
    expect(forecast(course(60, climbing(0.1, 0.6)), goal)).toEqual(date);
  });

  it("Q55 a course that has stopped gets no date, and a thin step leans on the journey's others", () => {
    const goal = { step: "a", share: 0.8, now: weeks };
    const stopped = (week: number): number => climbing(0.35, 0.55)(Math.min(week, 6) + 6);
    expect(forecast(course(60, stopped), goal).says).not.toBe("date");
    const thin = course(14, climbing(0.1, 0.6));
    const alone = forecast(thin, goal);
    const others = course(60, climbing(0.1, 0.6), ["b", "c", "d"]);
    const pooled = forecast([...thin, ...others], goal);
    const width = (found: typeof alone): number => (found.slope ? (found.slope[1] ?? 0) - found.slope[0] : 0);
    expect(width(alone)).toBeGreaterThan(0);
    expect(width(pooled)).toBeLessThan(width(alone));
    expect(isKnown(missing("too_few"))).toBe(false);
  });
});
