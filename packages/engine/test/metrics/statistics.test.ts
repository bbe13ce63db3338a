import { describe, expect, it } from "vitest";
import {
  binomialUpTo,
  difference,
  meanOfPeople,
  median,
  medianInterval90,
  medianOfPeople,
  percentile,
  shareBy,
  shareByPerson,
  shareOfAttempts,
  shareOfPeople,
  studentQuantile,
  survival,
  timeUntil,
  wilson,
} from "../../src/metrics/index.ts";
import { fitCourse } from "../../src/metrics/weekly-course.ts";
import * as figures from "../support/reference-figures.ts";

describe("statistics, beside figures of scipy and statsmodels", () => {
  it("Q20 quantiles of Student's t and binomial probabilities agree to nine digits", () => {
    for (const [freedom, p, quantile] of figures.studentT)
      expect(studentQuantile(p, freedom) / quantile).toBeCloseTo(1, 9);
    for (const [most, of, share, p] of figures.binomial) expect(binomialUpTo(most, of, share)).toBeCloseTo(p, 10);
    expect(studentQuantile(0.95, 1e9)).toBeCloseTo(1.645, 3);
  });

  it("Q21 a share of people is Wilson's with Student's t; null under five", () => {
    for (const [hits, of, low, high] of figures.wilson90) {
      const interval = wilson(hits / of, of);
      expect(interval[0]).toBeCloseTo(low, 9);
      expect(interval[1]).toBeCloseTo(high, 9);
    }
    // 14 of 20 by hand: worth 19, t = 1.7291, t2 = 2.9899. Middle (0.7 + 2.9899 / 38) / (1 + 2.9899 / 19) = 0.67281;
    // half 1.7291 / 1.15736 * sqrt(0.21 / 19 + 2.9899 / 1444) = 0.17115.
    const share = shareOfPeople(14, 20);
    expect(share.value).toBe(0.7);
    expect(share.interval?.[0]).toBeCloseTo(0.67281 - 0.17115, 4);
    expect(share.interval?.[1]).toBeCloseTo(0.67281 + 0.17115, 4);
    expect(shareOfPeople(3, 4)).toEqual({ value: null, interval: null, people: 4, reason: "too_few" });
    expect(shareOfPeople(0, 12).interval?.[0]).toBe(0);
    expect(shareOfPeople(12, 12).interval?.[1]).toBe(1);
    for (const [hits, of] of [
      [13, 12],
      [-1, 12],
      [Number.NaN, 12],
      [1, Number.NaN],
    ] as const)
      expect(() => shareOfPeople(hits, of)).toThrow("is no share: count hits from 0 to all there were");
    expect(() => shareOfAttempts([{ hits: 2, of: 1 }])).toThrow(RangeError);
    expect(() => studentQuantile(0.2, 9)).toThrow("no probability from 0.5 to below 1");
  });

  it("Q22 a share of attempts is worth p(1-p) over the variance clustered by person, and not more than there are", () => {
    const { hits, of, share, variance } = figures.clustered;
    const people = hits.map((each, index) => ({ hits: each, of: of[index] ?? 0 }));
    const found = shareOfAttempts(people);
    const expected = wilson(share, (share * (1 - share)) / variance, studentQuantile(0.95, 7));
    expect(found.value).toBeCloseTo(share, 12);
    expect(found.interval?.[0]).toBeCloseTo(expected[0], 12);
    expect(found.interval?.[1]).toBeCloseTo(expected[1], 12);
    // Nobody differs from anybody: 24 attempts, not without end. All of them good: eight people, not 24 attempts.
    const same = shareOfAttempts(hits.map(() => ({ hits: 1, of: 3 })));
    expect(same.interval?.[0]).toBeCloseTo(wilson(1 / 3, 24, studentQuantile(0.95, 7))[0], 12);
    const all = shareOfAttempts(hits.map(() => ({ hits: 3, of: 3 })));
    expect(all.interval?.[0]).toBeCloseTo(wilson(1, 8, studentQuantile(0.95, 7))[0], 12);
    // Each person's own share first: ten prompts of one person weigh as much as one of another.
    const [many, ...few] = [{ hits: 10, of: 10 }, ...Array.from({ length: 4 }, () => ({ hits: 0, of: 1 }))];
    expect(shareByPerson([many, ...few].flatMap((each) => each ?? [])).value).toBeCloseTo(0.2, 12);
  });

  it("Q23 a median's interval goes from one value to another by the binomial; null under twelve people", () => {
    for (const [count, rank, held] of figures.medianRanks) {
      const values = Array.from({ length: count }, (_, index) => index);
      expect(medianInterval90([...values].reverse())).toEqual([rank, count - 1 - rank]);
      expect(1 - 2 * binomialUpTo(rank, count, 0.5)).toBeCloseTo(held, 9);
    }
    const times = [4, 9, 2, 7, 5, 3, 8, 6, 1, 12, 10, 11];
    expect(medianOfPeople(times)).toEqual({ value: 6.5, interval: [3, 10], people: 12, reason: null });
    expect(medianOfPeople(times.slice(1))).toMatchObject({ value: null, reason: "too_few", people: 11 });
    expect([median([]), percentile(times.slice(1), 0.9)]).toEqual([null, null]);
    // numpy.percentile of the squares of 1 to 13.
    expect(
      percentile(
        Array.from({ length: 13 }, (_, i) => (i + 1) ** 2),
        0.9,
      ),
    ).toBeCloseTo(139.4, 9);
  });

  it("Q24 survival is Kaplan-Meier with the log-log interval, and open where the curve does not come so far", () => {
    const watched = figures.remission.weeks.map((time, i) => ({ time, happened: figures.remission.ended[i] === 1 }));
    const curve = survival(watched);
    expect(curve).toHaveLength(figures.remission.curve.length);
    figures.remission.curve.forEach(([time, remaining, low, high], i) => {
      expect(curve[i]?.time).toBe(time);
      expect(curve[i]?.remaining).toBeCloseTo(remaining, 9);
      expect(curve[i]?.interval?.[0]).toBeCloseTo(low, 8);
      expect(curve[i]?.interval?.[1]).toBeCloseTo(high, 8);
    });
    for (const [share, value, low, high] of figures.remission.until)
      expect(timeUntil(watched, share)).toMatchObject({ value, interval: [low, high] });
    const ended = figures.placebo.weeks.map((time) => ({ time, happened: true }));
    for (const [share, value, low, high] of figures.placebo.until)
      expect(timeUntil(ended, share)).toMatchObject({ value, interval: [low, high] });
    // It never comes to 80%, and where four are left nothing is said.
    expect(timeUntil(watched, 0.8)).toMatchObject({ value: null, reason: "not_yet" });
    expect(timeUntil(ended, 0.95)).toMatchObject({ value: null, reason: "not_yet" });
    // Nine of 21 by week 7, nobody censored before: the plain share. Nobody was watched for 40 weeks.
    expect(shareBy(ended, 7).value).toBeCloseTo(9 / 21, 12);
    expect(shareBy(ended, 40)).toMatchObject({ value: 1, people: 21 });
    expect(shareBy(watched, 40)).toMatchObject({ value: null, reason: "not_yet" });
    expect(shareBy(watched, 5)).toMatchObject({ value: 0 });
  });

  it("Q25 a difference of two shares has Newcombe's interval", () => {
    for (const [a, of, b, other, quantile, low, high] of figures.newcombe) {
      const found = difference({ hits: a, of }, { hits: b, of: other }, quantile);
      expect(found.value).toBeCloseTo(a / of - b / other, 12);
      expect(found.interval?.[0]).toBeCloseTo(low, 8);
      expect(found.interval?.[1]).toBeCloseTo(high, 8);
    }
    expect(difference({ hits: 3, of: 4 }, { hits: 3, of: 40 })).toMatchObject({ value: null, reason: "too_few" });
  });

  it("Q26 a mean over people has Student's interval and stays on its scale", () => {
    const { given, mean, low, high } = figures.answers;
    const found = meanOfPeople(given, [1, 7]);
    expect(found.value).toBeCloseTo(mean, 12);
    expect(found.interval?.[0]).toBeCloseTo(low, 9);
    expect(found.interval?.[1]).toBeCloseTo(high, 9);
    expect(meanOfPeople([7, 7, 7, 7, 1], [1, 7]).interval?.[1]).toBe(7);
    expect(meanOfPeople([7, 7, 7, 7], [1, 7])).toMatchObject({ value: null, reason: "too_few" });
  });

  it("Q27 a weekly course is a logistic regression, with half a person on either side", () => {
    const { alone, of, level, slope } = figures.course;
    const many = new Map(alone.map((each, week) => [week, { alone: each * 1000, of: of * 1000 }]));
    // With a thousand times the people the half ones and the ridge weigh nothing: the line of a plain regression.
    expect(fitCourse(many, 7).level).toBeCloseTo(level, 3);
    expect(fitCourse(many, 7).slope).toBeCloseTo(slope, 3);
    const none = fitCourse(new Map(alone.map((_, week) => [week, { alone: 0, of }])), 7);
    expect(Number.isFinite(none.level)).toBe(true);
    expect(none.slope).toBeCloseTo(0, 3);
  });
});
