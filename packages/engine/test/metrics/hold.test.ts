import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Attempt,
  ability,
  difference,
  type Estimate,
  forecast,
  meanOfPeople,
  medianOfPeople,
  shareBy,
  shareByPerson,
  shareOfAttempts,
  shareOfPeople,
  timeUntil,
  topBarrier,
} from "../../src/metrics/index.ts";
import { exactCoverage, holds } from "../support/exact.ts";
import { blockEnd, centreFor, chance, drawAttempts, drawTeam } from "../support/teams.ts";

const tally = fc
  .integer({ min: 0, max: 6 })
  .chain((of) => fc.record({ hits: fc.integer({ min: 0, max: of }), of: fc.constant(of) }));
const tallies = fc.array(tally, { maxLength: 30 });
const values = fc.array(fc.integer({ min: 1, max: 7 }), { maxLength: 40 });
const watched = fc.array(fc.record({ time: fc.integer({ min: 0, max: 40 }), happened: fc.boolean() }), {
  maxLength: 40,
});

/** All that comes from lists of people. */
const estimates: Record<string, (drawn: Drawn) => Estimate> = {
  attempts: ({ people }) => shareOfAttempts(people),
  "by person": ({ people }) => shareByPerson(people),
  median: ({ given }) => medianOfPeople(given),
  mean: ({ given }) => meanOfPeople(given, [1, 7]),
  until: ({ times }) => timeUntil(times, 0.5),
  by: ({ times }) => shareBy(times, 14),
};
interface Drawn {
  people: { hits: number; of: number }[];
  given: number[];
  times: { time: number; happened: boolean }[];
}
const drawn = fc.record({ people: tallies, given: values, times: watched });
const width = ({ interval }: Estimate): number => (interval?.[1] ?? Number.POSITIVE_INFINITY) - (interval?.[0] ?? 0);

describe("what always holds", () => {
  it("Q28 an interval holds its number, and a number that is missing says why", () => {
    fc.assert(
      fc.property(drawn, (facts) => {
        for (const of of Object.values(estimates)) {
          const { value, interval, reason } = of(facts);
          expect(reason === null).toBe(value !== null && interval !== null);
          if (value === null || interval === null) continue;
          expect(interval[0]).toBeLessThanOrEqual(value + 1e-9);
          expect(interval[1] ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(value - 1e-9);
        }
      }),
    );
  });

  it("Q29 the order of people and what they are called change nothing; more of the same people narrow the interval", () => {
    fc.assert(
      fc.property(drawn, fc.integer({ min: 1, max: 97 }), (facts, turn) => {
        const mixed = <T>(list: readonly T[]): T[] => {
          const at = list.length === 0 ? 0 : turn % list.length;
          return [...list.slice(at), ...list.slice(0, at)].reverse();
        };
        const other = { people: mixed(facts.people), given: mixed(facts.given), times: mixed(facts.times) };
        const twice = (list: Drawn): Drawn => ({
          ...{ people: [...list.people, ...list.people], given: [...list.given, ...list.given] },
          times: [...list.times, ...list.times],
        });
        for (const [name, of] of Object.entries(estimates)) {
          const one = of(facts);
          const same = of(other);
          expect(same.value === null).toBe(one.value === null);
          expect(same.value ?? 0).toBeCloseTo(one.value ?? 0, 9);
          expect(same.interval?.[0] ?? 0).toBeCloseTo(one.interval?.[0] ?? 0, 9);
          if (one.value !== null && name !== "until")
            expect(width(of(twice(facts)))).toBeLessThanOrEqual(width(one) + 1e-9);
        }
      }),
    );
    const one = shareOfPeople(6, 20);
    const mirrored = shareOfPeople(14, 20);
    expect(1 - (mirrored.interval?.[1] ?? 0)).toBeCloseTo(one.interval?.[0] ?? 0, 12);
    const swapped = difference({ hits: 6, of: 18 }, { hits: 14, of: 20 });
    expect(swapped.interval?.[0]).toBeCloseTo(
      -(difference({ hits: 14, of: 20 }, { hits: 6, of: 18 }).interval?.[1] ?? 0),
      12,
    );
  });

  it("Q30 more people alone never lower a share's ends", () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 60 }), fc.nat(59), (of, hits) => {
        const [less, more] = [shareOfPeople(Math.min(hits, of - 1), of), shareOfPeople(Math.min(hits, of - 1) + 1, of)];
        expect(more.interval?.[0] ?? 0).toBeGreaterThanOrEqual(less.interval?.[0] ?? 1);
        expect(more.interval?.[1] ?? 0).toBeGreaterThanOrEqual(less.interval?.[1] ?? 1);
      }),
    );
  });

  it("Q56 fewer than five people give no number in any metric, whatever they did", () => {
    const few = fc.array(fc.nat(3), { maxLength: 40 });
    fc.assert(
      fc.property(few, fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }), (people, alone) => {
        const attempts = people.map(
          (person, i): Attempt => ({
            ...{
              person: `p${person}`,
              began: i,
              completed: i + 1,
              how: "condition",
              failed: 0,
              helped: alone[i] ?? false,
            },
          }),
        );
        expect(ability(attempts, blockEnd).value).toBeNull();
        const facts = people.map((person) => ({ person: `p${person}`, step: "a", barrier: "blocked" as const }));
        expect(topBarrier(facts, "a", 40)).toMatchObject({ barrier: null, counts: [] });
        const weeks = people.map((person, week) => ({
          person: `p${person}`,
          step: "a",
          week,
          alone: alone[week] ?? false,
        }));
        expect(forecast(weeks, { step: "a", share: 0.8, now: 12 }).says).toBe("too_early");
      }),
    );
  });

  it("Q57 intervals hold a planted truth as often as they say: a small run of `pnpm test:long coverage`", () => {
    const teams = 400;
    for (const truth of [0.3, 0.6, 0.9]) {
      const centre = centreFor(truth, "people");
      const random = chance(20 + truth * 10);
      let held = 0;
      for (let i = 0; i < teams; i += 1) {
        if (holds(ability(drawAttempts(drawTeam(20, centre, random), random), blockEnd), truth)) held += 1;
      }
      const exact = exactCoverage(20, truth);
      // Four standard errors of a binomial share: one seed in 16,000 would be further off.
      expect(Math.abs(held / teams - exact)).toBeLessThan(4 * Math.sqrt((exact * (1 - exact)) / teams));
      expect(exact).toBeGreaterThan(0.85);
    }
  });
});
