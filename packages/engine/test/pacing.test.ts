import type { Prompts } from "@waymark/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mayPrompt, mergePrompts, type PacingFacts, pacingRules, quickCloses } from "../src/index.ts";

const day = 86_400_000;
const now = Date.UTC(2026, 10, 20, 9);

/** A moment in which everything allows a prompt. */
const free: PacingFacts = {
  now,
  started: false,
  prompts: undefined,
  askedThisSession: false,
  open: false,
  inField: false,
  unsavedForm: false,
  finished: true,
  idleMs: 5_000,
};
const ago = (days: number, closedMs?: number): { at: number; kind: string; closedMs?: number } => ({
  at: now - days * day,
  kind: "ask",
  ...(closedMs === undefined ? {} : { closedMs }),
});
const of = (...shown: Prompts["shown"]): PacingFacts => ({ ...free, prompts: { shown } });

const anyPrompts: fc.Arbitrary<Prompts> = fc
  .array(
    fc.record({
      at: fc.integer({ min: now - 30 * day, max: now }),
      kind: fc.constantFrom("ask", "banner"),
      closedMs: fc.integer({ min: 0, max: 5_000 }),
    }),
    { maxLength: 12 },
  )
  .map((shown) => mergePrompts({ shown }, { shown: [] }));
const anyFacts: fc.Arbitrary<PacingFacts> = fc.record({
  now: fc.constant(now),
  started: fc.boolean(),
  prompts: fc.option(anyPrompts, { nil: undefined }),
  askedThisSession: fc.boolean(),
  open: fc.boolean(),
  inField: fc.boolean(),
  unsavedForm: fc.boolean(),
  finished: fc.boolean(),
  idleMs: fc.integer({ min: 0, max: 60_000 }),
});

describe("pacing", () => {
  it("Y1 what the person starts is never refused", () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        expect(mayPrompt({ ...facts, started: true })).toEqual({ ok: true, rule: "started by the person" });
      }),
    );
  });

  it("Y2 the first rule that refuses is the one that speaks, and nothing else allows", () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const facts = { ...given, started: false };
        const refusal = pacingRules(facts).find(({ holds }) => !holds);
        const verdict = mayPrompt(facts);
        expect(verdict.ok).toBe(refusal === undefined);
        if (refusal) expect(verdict.rule).toBe(refusal.rule);
      }),
    );
    expect(mayPrompt(free)).toEqual({ ok: true, rule: "a pause" });
  });

  it("Y3 only at a breakpoint: outside of fields, no unsaved form, after a finished task, in a pause", () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const { inField, unsavedForm, finished, idleMs } = given;
        const breakpoint = !inField && !unsavedForm && finished && idleMs >= 3_000;
        if (!breakpoint) expect(mayPrompt({ ...given, started: false }).ok).toBe(false);
      }),
    );
    expect(mayPrompt({ ...free, open: true }).rule).toBe("nothing open");
    expect(mayPrompt({ ...free, inField: true }).rule).toBe("no field in use");
    expect(mayPrompt({ ...free, unsavedForm: true }).rule).toBe("no unsaved form");
    expect(mayPrompt({ ...free, finished: false }).rule).toBe("a task finished");
    expect(mayPrompt({ ...free, idleMs: 2_999 }).rule).toBe("a pause");
  });

  it("Y4 one a session", () => {
    expect(mayPrompt({ ...free, askedThisSession: true })).toEqual({ ok: false, rule: "one a session" });
  });

  it("Y5 two in any seven days, on all devices together", () => {
    const phone: Prompts = { shown: [ago(2, 30_000)] };
    const desk: Prompts = { shown: [ago(6.9, 30_000)] };
    expect(mayPrompt({ ...free, prompts: phone }).ok).toBe(true);
    expect(mayPrompt({ ...free, prompts: mergePrompts(phone, desk) })).toEqual({ ok: false, rule: "two a week" });
    expect(mayPrompt(of(ago(2, 30_000), ago(7.1, 30_000))).ok).toBe(true);
    // Whoever follows the rules for a year never gets more than two in any week, however their devices meet.
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 80 }), (hours) => {
        let prompts: Prompts = { shown: [] };
        let time = now;
        const all: number[] = [];
        for (const gap of hours) {
          time += gap * 3_600_000;
          if (!mayPrompt({ ...free, now: time, prompts }).ok) continue;
          all.push(time);
          prompts = mergePrompts(prompts, { shown: [{ at: time, kind: "ask" }] });
        }
        for (const each of all) {
          expect(all.filter((other) => other > each - 7 * day && other <= each).length).toBeLessThanOrEqual(2);
        }
      }),
    );
  });

  it("Y6 the interval doubles with each close within two seconds; after three in a row nothing comes by itself", () => {
    expect(mayPrompt(of(ago(0.9, 30_000))).rule).toBe("back-off");
    expect(mayPrompt(of(ago(1.1, 30_000))).ok).toBe(true);
    expect(mayPrompt(of(ago(1.9, 1_000))).rule).toBe("back-off");
    expect(mayPrompt(of(ago(2.1, 1_000))).ok).toBe(true);
    expect(mayPrompt(of(ago(3.9, 1_000), ago(20, 1_000))).rule).toBe("back-off");
    expect(mayPrompt(of(ago(4.1, 1_000), ago(20, 2_000))).ok).toBe(true);
    const thrice = of(ago(300, 1_000), ago(310, 1_000), ago(320, 2_000));
    expect(mayPrompt(thrice)).toEqual({ ok: false, rule: "pull only" });
    expect(mayPrompt(of(ago(300, 1_000), ago(310, 2_001), ago(320, 1_000))).ok).toBe(true);
    fc.assert(
      fc.property(anyPrompts, fc.integer({ min: 0, max: 400 }), (prompts, days) => {
        const facts = { ...free, now: now + days * day, prompts };
        if (quickCloses(prompts, facts.now) >= 3) expect(mayPrompt(facts).ok).toBe(false);
      }),
    );
  });

  it("Y7 a pause for good or until a moment is kept; letting prompts come again begins the count of closes anew", () => {
    expect(mayPrompt({ ...free, prompts: { shown: [], quiet: { until: null, at: now } } }).rule).toBe("not paused");
    expect(mayPrompt({ ...free, prompts: { shown: [], quiet: { until: now + 1, at: now } } }).rule).toBe("not paused");
    expect(mayPrompt({ ...free, prompts: { shown: [], quiet: { until: now, at: now - 9 } } }).ok).toBe(true);
    const closed = [ago(300, 1_000), ago(310, 1_000), ago(320, 2_000)];
    expect(mayPrompt({ ...free, prompts: { shown: closed, quiet: { until: 0, at: now - day } } }).ok).toBe(true);
  });

  it("Y8 a clock that once ran years ahead does not silence prompts", () => {
    expect(mayPrompt(of(ago(-4000, 1_000), ago(-4001, 1_000), ago(-4002, 1_000))).ok).toBe(true);
  });
});
