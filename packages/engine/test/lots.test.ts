import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aJourney, aScene, aStep } from "../../testing/src/index.ts";
import { emptyProgress, isHeldOut, mergeRun, selectJourneys, transition } from "../src/index.ts";

const namings: readonly ((at: number) => string)[] = [
  (at) => `u-${at}`,
  (at) => `${at}`,
  (at) => `person.${String(at).padStart(6, "0")}@example.com`,
  (at) => `device-0199${at.toString(16)}`,
];

describe("who is held out", () => {
  it("Q86 the stated share, however alike the ids are, and of two journeys independently", () => {
    const of = 4000;
    const slug = fc.stringMatching(/^[a-z]{3,12}$/);
    fc.assert(
      fc.property(fc.constantFrom(...namings), slug, fc.constantFrom(0.1, 0.25, 0.5), (name, id, holdout) => {
        const [journey, other] = [aJourney({ id, holdout }), aJourney({ id: `${id}-2`, holdout })];
        const people = Array.from({ length: of }, (_, at) => name(at));
        const held = people.filter((person) => isHeldOut(journey, person));
        const both = held.filter((person) => isHeldOut(other, person));
        // Five standard deviations: one run in a million of a fair lot.
        const within = (share: number): number => 5 * Math.sqrt(share * (1 - share) * of);
        expect(Math.abs(held.length - holdout * of)).toBeLessThan(within(holdout));
        expect(Math.abs(both.length - holdout ** 2 * of)).toBeLessThan(within(holdout ** 2));
        expect(people.filter((person) => isHeldOut(journey, person))).toEqual(held);
      }),
      { numRuns: 25 },
    );
  });

  it("Q87 more of them in a larger share, the same in every version, and nobody who has met the journey", () => {
    const share = fc.double({ min: 0, max: 0.5, noNaN: true });
    fc.assert(
      fc.property(fc.string(), share, share, fc.integer({ min: 1, max: 99 }), (person, a, b, version) => {
        const [small, large] = [Math.min(a, b), Math.max(a, b)];
        const held = isHeldOut(aJourney({ holdout: small }), person);
        if (held) expect(isHeldOut(aJourney({ holdout: large }), person)).toBe(true);
        expect(isHeldOut({ ...aJourney({ holdout: small }), version }, person)).toBe(held);
        expect(isHeldOut(aJourney({ holdout: large }), person, { "": { offered: 1, steps: {} } })).toBe(false);
        expect(isHeldOut(aJourney({ holdout: 0 }), person)).toBe(false);
      }),
    );
  });

  it("Q88 is told once, does no step, is shown nothing, and two devices agree on when", () => {
    const journey = aJourney({ holdout: 0.5, steps: [aStep("log", { done: { event: "call.logged" } })] });
    const person = Array.from({ length: 50 }, (_, at) => `u-${at}`).find((each) => isHeldOut(journey, each)) ?? "";
    const scene = aScene();
    const [runs, effects] = transition(journey, {}, { kind: "hold", scene }, 7);
    expect(effects).toEqual([{ type: "journey.held", subject: "", at: 7 }]);
    expect(transition(journey, runs, { kind: "hold", scene }, 9)).toEqual([runs, []]);
    const call = { kind: "event", name: "call.logged", props: {}, scene } as const;
    expect(transition(journey, runs, call, 9)).toEqual([runs, []]);
    const progress = { ...emptyProgress(), journeys: { [journey.id]: runs } };
    expect(selectJourneys([journey], progress, scene, person, 10)).toEqual([]);
    const later = { held: 9, steps: {} };
    expect(mergeRun(later, runs[""] ?? later)).toEqual({ held: 7, steps: {} });
  });
});
