import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addCost, addRun, emptyLedger, gainsOf, isLedger, type Ledger, runsOf } from "../src/index.ts";

const minute = 60_000;
const day = 86_400_000;
const start = new Date(2026, 8, 1, 9).getTime();

/** Runs of one task a day, minutes each. */
function withRuns(minutes: readonly number[], ledger = emptyLedger(), task = "quotes/send", alone = true): Ledger {
  return minutes.reduce(
    (sum, each, index) => addRun(sum, task, { at: start + index * day, ms: each * minute, alone }),
    ledger,
  );
}
const minutesOf = (ms: number | undefined): number => Math.round((ms ?? Number.NaN) / minute);

describe("ledger", () => {
  it("Y20 saved is the own second to fifth run minus each later one, with the margin that four runs leave", () => {
    const gains = gainsOf(withRuns([30, 12, 8, 11, 9, 4, 5, 3]), {}, start + 9 * day);
    expect(minutesOf(gains.balance?.savedMs)).toBe(18);
    // Three runs; the four have a variance of 10 / 3: 2.353 * sqrt(3^2 * 10 / 3 / 4).
    expect((gains.balance?.marginMs ?? 0) / minute).toBeCloseTo(6.44, 2);
    expect(gains.balance).toMatchObject({ own: ["quotes/send"], stated: [] });
  });

  it("Y21 where the author states what a task takes and saves, that is the measure, from the first run on", () => {
    const gains = gainsOf(withRuns([3, 4, 1]), { "quotes/send": { minutes: 2, saves: 5 } }, start + 9 * day);
    expect(minutesOf(gains.balance?.savedMs)).toBe(13);
    expect(gains.balance).toMatchObject({ marginMs: 0, own: [], stated: ["quotes/send"] });
  });

  it("Y22 what was put in is taken off, and a negative balance is a number like any other", () => {
    let ledger = withRuns([3, 3, 3]);
    ledger = addCost(ledger, start, { guideMs: 20 * minute });
    ledger = addCost(ledger, start + day, { learnMs: 5 * minute, fieldMs: 7 * minute });
    const gains = gainsOf(ledger, { "quotes/send": { minutes: 3, saves: 4 } }, start + 9 * day);
    expect(minutesOf(gains.balance?.netMs)).toBe(12 - 32);
    expect(minutesOf(gains.learnMs)).toBe(25);
    expect(minutesOf(gains.fieldMs)).toBe(7);
    expect(gains.balance?.paidBack).toBeNull();
  });

  it("Y23 the balance is always what was saved minus what was put in, and its course ends there", () => {
    const runs = fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 30 });
    const costs = fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 20 })), {
      maxLength: 9,
    });
    fc.assert(
      fc.property(runs, costs, fc.option(fc.integer({ min: 1, max: 9 })), (minutes, spent, saves) => {
        let ledger = withRuns(minutes);
        for (const [after, guide] of spent) ledger = addCost(ledger, start + after * day, { guideMs: guide * minute });
        const stated: Parameters<typeof gainsOf>[1] = saves === null ? {} : { "quotes/send": { minutes: 3, saves } };
        const { balance, learnMs, missing } = gainsOf(ledger, stated, start + 60 * day);
        if (balance === null) {
          const needed = minutes.length === 0 ? null : (saves === null ? 8 : 3) - minutes.length;
          expect(missing?.runs ?? null).toBe(needed);
          return;
        }
        expect(balance.netMs).toBeCloseTo(balance.savedMs - learnMs, 3);
        expect(balance.points.at(-1)?.netMs).toBeCloseTo(balance.netMs, 3);
        expect(balance.points[0]?.netMs).toBe(0);
        if (balance.paidBack !== null) expect(balance.netMs).toBeGreaterThanOrEqual(-0.001);
        if (balance.netMs < -0.001) expect(balance.paidBack).toBeNull();
      }),
    );
  });

  it("Y24 the pay-back day is the one since which the balance has not been negative again", () => {
    let ledger = addCost(emptyLedger(), start, { learnMs: 10 * minute });
    ledger = withRuns([1, 1, 1, 1, 1], ledger);
    const stated = { "quotes/send": { minutes: 1, saves: 4 } };
    const paid = gainsOf(ledger, stated, start + 9 * day).balance?.paidBack;
    expect(paid).toBe(new Date(start + 2 * day).setHours(0, 0, 0, 0));
    const again = addCost(ledger, start + 4 * day, { learnMs: 30 * minute });
    expect(gainsOf(again, stated, start + 9 * day).balance?.paidBack).toBeNull();
  });

  it("Y25 with too little to compare there is no number but what is missing", () => {
    expect(gainsOf(emptyLedger(), {}, start)).toMatchObject({ balance: null, missing: null });
    expect(gainsOf(withRuns([5, 5, 5]), {}, start).missing).toEqual({ task: "quotes/send", runs: 5 });
    expect(gainsOf(withRuns([5, 5]), { "quotes/send": { saves: 2 } }, start).missing?.runs).toBe(1);
  });

  it("Y26 a milestone is the longest row of runs without help, told by the last rung", () => {
    const lots = Array.from({ length: 21 }, () => 2);
    expect(gainsOf(withRuns(lots), {}, start).milestone).toEqual({ task: "quotes/send", runs: 20 });
    const helped = addRun(withRuns(lots), "quotes/send", { at: start + 99 * day, ms: minute, alone: false });
    expect(gainsOf(helped, {}, start).milestone).toBeNull();
  });

  it("Y27 it stays bounded, and what no longer fits is kept as a sum", () => {
    const many = Array.from({ length: 1_000 }, (_, index) => (index < 5 ? 10 : 4));
    const ledger = withRuns(many);
    expect(runsOf(ledger.tasks["quotes/send"]).length).toBe(205);
    expect(minutesOf(gainsOf(ledger, {}, start + 2_000 * day).balance?.savedMs)).toBe(995 * 6);
    let spent = emptyLedger();
    for (let index = 0; index < 600; index++) spent = addCost(spent, start + index * day, { learnMs: minute });
    expect(Object.keys(spent.days).length).toBe(400);
    expect(minutesOf(gainsOf(spent, {}, start).learnMs)).toBe(600);
    expect(JSON.stringify(ledger).length + JSON.stringify(spent).length).toBeLessThan(60_000);
  });

  it("Y28 what is no ledger is told from one", () => {
    expect(isLedger(withRuns([1]))).toBe(true);
    for (const value of [null, undefined, 5, {}, { format: "waymark.progress/1" }]) expect(isLedger(value)).toBe(false);
  });
});
