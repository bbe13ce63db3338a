import { describe, expect, it } from "vitest";
import { anytimeIntervals, evidenceAgainstShare, holdoutEffect } from "../../src/metrics/index.ts";
import { watchExperiments } from "../support/experiments.ts";
import * as figures from "../support/reference-figures.ts";

describe("what a journey did, beside people who were held out", () => {
  it("Q89 intervals and the evidence against a share agree with scipy", () => {
    for (const [people, reached, others, ofThem, ...intervals] of figures.anytime) {
      const found = anytimeIntervals({ people, reached }, { people: others, reached: ofThem });
      [found.shown, found.held, found.effect].forEach((interval, at) => {
        expect(interval[0]).toBeCloseTo(intervals[at]?.[0] ?? Number.NaN, 7);
        expect(interval[1]).toBeCloseTo(intervals[at]?.[1] ?? Number.NaN, 7);
      });
    }
    for (const [held, shown, share, evidence] of figures.againstShare)
      expect(evidenceAgainstShare(held, shown, share) / evidence).toBeCloseTo(1, 8);
    expect(() => anytimeIntervals({ people: 4, reached: 5 }, { people: 4, reached: 1 })).toThrow("is no arm");
  });

  it("Q90 weekly looks leave out the truth at most as often as one look may", () => {
    const seen = watchExperiments({
      experiments: 150,
      weeks: 26,
      weekly: 12,
      share: 0.5,
      held: 0.4,
      effect: 0.1,
      seed: 7,
    });
    expect(seen.everWrong).toBeLessThanOrEqual(15);
    const nothing = watchExperiments({
      experiments: 150,
      weeks: 26,
      weekly: 8,
      share: 0.3,
      held: 0.5,
      effect: 0,
      seed: 8,
    });
    expect(nothing.everCalled).toBeLessThanOrEqual(15);
  });

  it("Q91 a planted effect is found, and the smallest detectable one about four times in five", () => {
    const large = watchExperiments({
      experiments: 60,
      weeks: 26,
      weekly: 12,
      share: 0.5,
      held: 0.3,
      effect: 0.4,
      seed: 9,
    });
    expect(large.everCalled).toBeGreaterThanOrEqual(57);
    const people = 150;
    const { detectable } = holdoutEffect({ people, reached: 60 }, { people, reached: 60 }, 0.5);
    const effect = detectable ?? Number.NaN;
    const one = { experiments: 400, weeks: 1, weekly: 2 * people, share: 0.5, held: 0.4 };
    const { lastCalled } = watchExperiments({ ...one, effect, seed: 10 });
    expect(lastCalled / 400).toBeGreaterThan(0.72);
    expect(lastCalled / 400).toBeLessThan(0.88);
  });

  it("Q98 the smallest detectable difference is of either direction; where one is not possible, of the other", () => {
    const arm = (people: number, reached: number) => ({ people, reached });
    const of = (shown: ReturnType<typeof arm>, held: ReturnType<typeof arm>) =>
      holdoutEffect(shown, held, 0.5).detectable;
    // Who does not reach it instead of who does: the same, the other way round.
    expect(of(arm(200, 60), arm(200, 50))).toBeCloseTo(of(arm(200, 140), arm(200, 150)) ?? Number.NaN, 6);
    // Around a half both directions are alike; a tenth cannot fall far enough, so only a rise could be shown.
    expect(of(arm(150, 75), arm(150, 75))).toBeCloseTo(0.255, 1);
    expect(of(arm(150, 15), arm(150, 15))).toBeGreaterThan(0.1);
    // A fall of so much, planted, is found about four times in five.
    const people = 150;
    const fall = of(arm(people, 90), arm(people, 90)) ?? Number.NaN;
    const one = { experiments: 300, weeks: 1, weekly: 2 * people, share: 0.5, held: 0.6, effect: -fall, seed: 11 };
    expect(watchExperiments(one).lastCalled / 300).toBeGreaterThan(0.72);
  });

  it("Q92 says nothing of few people, nor of arms that something else has parted, and says why", () => {
    const few = holdoutEffect({ people: 60, reached: 30 }, { people: 12, reached: 4 }, 0.2);
    expect([few.effect.reason, few.shown.value, few.detectable, few.says]).toEqual(["too_few", null, null, null]);
    const uneven = holdoutEffect({ people: 200, reached: 100 }, { people: 90, reached: 40 }, 0.1);
    expect([uneven.effect.reason, uneven.says]).toEqual(["uneven", null]);
    const good = holdoutEffect({ people: 160, reached: 104 }, { people: 41, reached: 12 }, 0.2);
    expect(good.says).toBe("helps");
    expect(good.effect.value).toBeCloseTo(104 / 160 - 12 / 41, 12);
    expect(holdoutEffect({ people: 160, reached: 40 }, { people: 160, reached: 120 }, 0.5).says).toBe("harms");
    expect(() => holdoutEffect({ people: 20, reached: 10 }, { people: 20, reached: 10 }, 0)).toThrow("is no share");
  });
});
