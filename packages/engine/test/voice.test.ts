import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Answer, answersSchema } from "../../schema/src/index.ts";
import { answerTo, isoWeek, nextMonday, quarterOfWeek, readAnswers } from "../src/index.ts";

const answer = (change: Partial<Answer> = {}): Answer => ({
  ...{ id: "a1", journey: "win", step: "date", from: "2026-W45", to: "2026-W47", verdict: "did" },
  ...{ text: "Three fields come first now.", on: "2026-11-23" },
  ...change,
});

describe("weeks", () => {
  it.each([
    ["2026-01-01", "2026-W01", "2026-Q1"],
    ["2027-01-01", "2026-W53", "2026-Q4"],
    ["2024-12-30", "2025-W01", "2025-Q1"],
    ["2026-11-22", "2026-W47", "2026-Q4"],
    ["2026-09-30", "2026-W40", "2026-Q4"],
  ])("N7 %s lies in week %s of quarter %s", (day, week, quarter) => {
    expect(isoWeek(Date.parse(day))).toBe(week);
    expect(quarterOfWeek(week)).toBe(quarter);
  });

  it("N7 the text of weeks sorts as time does, and the next Monday is ahead by at most a week", () => {
    const moment = fc.integer({ min: 0, max: Date.UTC(2100, 0, 1) });
    fc.assert(
      fc.property(moment, moment, (a, b) => {
        if (a <= b) expect(isoWeek(a) <= isoWeek(b)).toBe(true);
        const monday = nextMonday(a);
        expect(new Date(monday).getUTCDay()).toBe(1);
        expect(monday - a).toBeGreaterThan(0);
        expect(monday - a).toBeLessThanOrEqual(7 * 86_400_000);
        expect(isoWeek(monday) > isoWeek(a)).toBe(true);
      }),
    );
  });
});

describe("answers", () => {
  it("N8 an answer fits the reports of its step within its weeks, the latest one wins", () => {
    const answers = [answer(), answer({ id: "a2", on: "2026-12-01" }), answer({ id: "a3", step: "quote" })];
    const mine = { journey: "win", step: "date", week: "2026-W46" };
    expect(answerTo(answers, mine)?.id).toBe("a2");
    expect(answerTo(answers, { ...mine, week: "2026-W48" })).toBeNull();
    expect(answerTo(answers, { ...mine, week: "2026-W44" })).toBeNull();
    expect(answerTo(answers, { ...mine, journey: "other" })).toBeNull();
  });

  it("N9 what is no answer in the file is passed over and hides no other", () => {
    const file = { format: "waymark.answers/1", answers: [null, answer({ from: "soon" }), { id: 5 }, answer()] };
    expect(readAnswers(file)).toEqual([answer()]);
    fc.assert(fc.property(fc.anything(), (value) => Array.isArray(readAnswers(value))));
  });

  it("N9 reads what the schema allows", () => {
    const file = { format: "waymark.answers/1" as const, answers: [answer({ by: "Ines, customer success" })] };
    expect(answersSchema.parse(file)).toEqual(file);
    expect(readAnswers(file)).toEqual(file.answers);
    expect(answersSchema.safeParse({ ...file, answers: [{ ...answer(), receipt: "r" }] }).success).toBe(false);
  });
});
