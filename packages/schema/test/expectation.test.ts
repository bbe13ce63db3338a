import { describe, expect, it } from "vitest";
import {
  type GapRow,
  newDecisionSchema,
  newEstimatesSchema,
  newExpectationSchema,
  parseWith,
  renderProblem,
  withoutResult,
} from "../src/index.ts";

const place = { journey: "win-a-deal", step: "send-offer", role: "sales-rep" };
const expectation = { ...place, share: 0.8, by: "2027-03-31" };
const decision = { journey: "win-a-deal", choice: { option: "keep" }, note: "The forecast is wide." };
type Schema = Parameters<typeof parseWith>[0];

const sentencesOf = (schema: Schema, input: unknown): string[] => {
  const parsed = parseWith(schema, input);
  return parsed.ok ? [] : parsed.problems.map(renderProblem);
};

describe("expectations, estimates and decisions", () => {
  it("S22 takes an expectation, and refuses a share or a day that is none with a sentence that says what to write", () => {
    const milestones = [{ by: "2027-01-31", share: 0.5 }];
    for (const each of [
      expectation,
      { ...expectation, from: "2026-12-01", milestones, minutes: 8, signed: "M. Okafor" },
    ])
      expect(sentencesOf(newExpectationSchema, each)).toEqual([]);
    expect(sentencesOf(newExpectationSchema, { ...expectation, share: 1.4 })).toEqual([
      "$.share is 1.4: write a share from 0 to 1: 0.8 is 80 people in 100.",
    ]);
    for (const day of ["2027-02-30", "31.3.2027", "2027-3-31", "+02027-03-31", ""])
      expect(sentencesOf(newExpectationSchema, { ...expectation, by: day })).toEqual([
        `$.by is ${JSON.stringify(day)}: write a day of the calendar, like 2027-03-31.`,
      ]);
    const wrong: [object, RegExp][] = [
      [{ share: Number.NaN }, /share/],
      [{ minutes: 0 }, /\$\.minutes is 0: write at least 0\.1/],
      [{ milestones: Array(13).fill(milestones[0]) }, /at most 12 entries/],
      [{ author: "somebody else" }, /\$\.author is not known here/],
      [{ step: "" }, /\$\.step/],
    ];
    for (const [more, sentence] of wrong)
      expect(sentencesOf(newExpectationSchema, { ...expectation, ...more }).join()).toMatch(sentence);
  });

  it("S23 takes a manager's estimates of some steps, and no author, time or result beside them", () => {
    const estimates = { journey: "win-a-deal", role: "sales-rep", steps: [{ step: "send-offer", share: 0.75 }] };
    expect(sentencesOf(newEstimatesSchema, estimates)).toEqual([]);
    for (const more of [{ steps: [] }, { steps: [{ step: "send-offer", share: -0.1 }] }, { at: "2027-01-01" }])
      expect(sentencesOf(newEstimatesSchema, { ...estimates, ...more })).toHaveLength(1);
  });

  it("S24 takes a decision with one of four choices, and a note of at most 2,000 characters", () => {
    const choices = [
      { option: "move_date", by: "2027-05-31" },
      { option: "move_date", by: "2027-05-31", share: 0.7 },
      { option: "new_version" },
      { option: "coaching", hours: 2, on: "2027-02-10" },
      { option: "keep" },
    ];
    for (const choice of choices) expect(sentencesOf(newDecisionSchema, { ...decision, choice })).toEqual([]);
    const long = sentencesOf(newDecisionSchema, { ...decision, note: "x".repeat(100_000) });
    expect(long.join()).toMatch(/^\$\.note is "x+\.\.\.: write at most 2000 characters\.$/);
    for (const choice of [
      { option: "dismiss" },
      { option: "keep", by: "2027-05-31" },
      { option: "coaching", hours: 2 },
    ])
      expect(sentencesOf(newDecisionSchema, { ...decision, choice }).length).toBeGreaterThan(0);
  });

  it("S25 a row without its result holds the plan and says why the rest is missing", () => {
    const row: GapRow = {
      ...place,
      version: 3,
      expected: 0.58,
      believed: 0.75,
      reported: 0.33,
      measured: 0.3,
      interval: [0.27, 0.33],
      n: 21,
      verdict: "behind",
      barrier: "tries_and_fails",
      forecast: { says: "not_at_this_pace" },
      reasons: [{ of: "verdict", why: "sees_from", points: 37 }],
    };
    const shown = withoutResult(row);
    expect(shown).toMatchObject({ ...place, version: 3, expected: 0.58, verdict: null });
    const found = ["believed", "reported", "measured", "interval", "n", "barrier", "forecast"] as const;
    for (const name of found) expect(shown[name]).toBeNull();
    expect(JSON.stringify(shown)).not.toMatch(/0\.75|0\.33|0\.27|behind|tries_and_fails|pace|21|37/);
    expect(shown.reasons).toContainEqual({ of: "measured", why: "estimate_first" });
    const unplanned = { of: "expected", why: "no_expectation" } as const;
    expect(withoutResult({ ...row, expected: null, reasons: [unplanned] }).reasons).toContainEqual(unplanned);
  });
});
