import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decide, type Scored } from "./decide.ts";
import { threshold } from "./short-ways.ts";

const candidate = (sum: number, held: string[] = ["role", "name"], hidden = false): Scored => ({
  element: {} as Element,
  sum,
  held,
  hidden,
  renamed: false,
});

const wanted = { role: "button", name: "Save" };

const anySum = fc.double({ min: -12, max: 18, noNaN: true });
const someCandidates = fc.array(
  fc.record({ sum: anySum, hidden: fc.boolean() }).map(({ sum, hidden }) => candidate(sum, ["name"], hidden)),
);

describe("deciding among candidates", () => {
  it("F3 never names an element below the threshold, nor a hidden one, nor one that is not the best", () => {
    fc.assert(
      fc.property(someCandidates, (candidates) => {
        const { element, score, runnerUp } = decide(wanted, candidates, new Map());
        const best = [...candidates].sort((a, b) => b.sum - a.sum)[0];
        if (!element) return;
        expect(score).toBeGreaterThanOrEqual(threshold);
        expect(runnerUp).toBeLessThanOrEqual(1 - score + 0.01);
        expect(element).toBe(best?.element);
        expect(best?.hidden).toBe(false);
      }),
    );
  });

  it("F3 is not moved by what has nothing in common with the target, whatever its number and place", () => {
    fc.assert(
      fc.property(
        someCandidates,
        fc.array(fc.double({ min: -12, max: 0, noNaN: true })),
        fc.boolean(),
        (candidates, sums, before) => {
          const strangers = sums.map((sum) => candidate(sum));
          const list = before ? [...strangers, ...candidates] : [...candidates, ...strangers];
          expect(decide(wanted, list, new Map())).toEqual(decide(wanted, candidates, new Map()));
        },
      ),
    );
  });

  it.each([
    ["nothing fits at all", [candidate(-1)], "none"],
    ["too little speaks for the best", [candidate(1.5)], "weak"],
    ["two fit as well", [candidate(6), candidate(6)], "ambiguous"],
    ["the best is hidden", [candidate(6, ["name"], true)], "hidden"],
  ])("F3 says why when %s", (_, candidates, way) => {
    expect(decide(wanted, candidates, new Map())).toMatchObject({ element: null, way });
  });

  it("F3 takes the first of those that a selector alone fits, as the browser does", () => {
    const [one, other] = [candidate(3.5, ["css"]), candidate(3.5, ["css"])];
    expect(decide({ css: ".row" }, [one, other], new Map()).element).toBe(one.element);
    const inside = [candidate(3.8, ["css", "within"]), candidate(3.8, ["css", "within"])];
    const wantedInside = { css: ".row", within: { role: "main" } };
    expect(decide(wantedInside, inside, new Map()).element).toBe(inside[0]?.element);
  });
});
