import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AskedLog, emptyProgress, nextQuestion, questionKey } from "../src/index.ts";

const dayMs = 86_400_000;
const start = Date.UTC(2026, 8, 1);
const done = (times: readonly number[]) => ({
  ...emptyProgress(),
  journeys: {
    j: {
      "": {
        steps: Object.fromEntries(
          times.map((completed, at) => [`s${at}`, { attempt: 1, began: null, completed, how: "condition" as const }]),
        ),
      },
    },
  },
});
const step = { journey: "j", step: "s0" };
const quarterOf = (at: number): string =>
  `${new Date(at).getUTCFullYear()}/${Math.floor(new Date(at).getUTCMonth() / 3)}`;

/** A person who finishes steps at these moments and is asked whatever may be asked. */
function live(gaps: readonly number[], steps: readonly number[]): { at: number; key: string; kind: string }[] {
  const asked: Record<string, number> = {};
  const told: { at: number; key: string; kind: string }[] = [];
  const times: number[] = [];
  let now = start;
  for (const [turn, gap] of gaps.entries()) {
    now += gap;
    times.push(now);
    const question = nextQuestion(done(times), { journey: "j", step: `s${steps[turn] ?? 0}` }, asked, now);
    if (!question) continue;
    asked[questionKey(question)] = now;
    told.push({ at: now, key: questionKey(question), kind: question.kind });
  }
  return told;
}

const lives = fc.tuple(
  fc.array(fc.integer({ min: 0, max: 20 * dayMs }), { maxLength: 120 }),
  fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 120, maxLength: 120 }),
);

describe("nextQuestion", () => {
  it("B1 asks no two questions within a week", () => {
    fc.assert(
      fc.property(lives, ([gaps, steps]) => {
        const told = live(gaps, steps);
        for (const [turn, { at }] of told.entries()) {
          const before = told[turn - 1];
          if (before) expect(at - before.at).toBeGreaterThanOrEqual(7 * dayMs);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("B2 asks none twice within 90 days or within one quarter", () => {
    fc.assert(
      fc.property(lives, ([gaps, steps]) => {
        const last = new Map<string, number>();
        for (const { at, key } of live(gaps, steps)) {
          const before = last.get(key);
          if (before !== undefined) {
            expect(at - before).toBeGreaterThanOrEqual(90 * dayMs);
            expect(quarterOf(at)).not.toBe(quarterOf(before));
          }
          last.set(key, at);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("B3 asks about the step first, about the product after five steps, about trust after two weeks", () => {
    const asked: AskedLog = {};
    const now = start + 3 * dayMs;
    expect(nextQuestion(done([now]), step, asked, now)).toEqual({ kind: "ease", ...step });
    expect(nextQuestion(done([1, 2, 3, 4, 5].map((n) => now - n)), step, asked, now)?.kind).toBe("useful");
    expect(nextQuestion(done([now - 14 * dayMs]), step, asked, now)?.kind).toBe("trust");
  });

  it("B3 a person who works on meets all of them", () => {
    const kinds = live(Array(60).fill(2 * dayMs), Array(60).fill(0)).map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(["ease", "useful", "easy", "trust"]));
  });

  it("B4 a clock that was set back asks nothing", () => {
    expect(nextQuestion(done([start]), step, { trust: start + 400 * dayMs }, start)).toBeNull();
  });
});
