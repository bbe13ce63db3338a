import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FieldTime, noFieldTime, spendTime, spentIn } from "../src/index.ts";

interface Deed {
  gap: number;
  field: string | null;
  away: boolean;
}

const deeds: fc.Arbitrary<Deed[]> = fc.array(
  fc.record({
    gap: fc.integer({ min: -2_000, max: 45_000 }),
    // A field may be called like a part of every object.
    field: fc.constantFrom("date", "amount", "__proto__", "constructor", null),
    away: fc.boolean(),
  }),
  { maxLength: 40 },
);

function tell(list: readonly Deed[], start = 1_000_000): { time: FieldTime; active: number } {
  let at = start;
  let active = 0;
  let time = noFieldTime;
  for (const { gap, field, away } of list) {
    at += gap;
    if (time.at !== null && time.field !== null && gap > 0 && gap <= 30_000) active += gap;
    time = spendTime(time, at, field, away);
  }
  return { time, active };
}
const total = ({ spent }: FieldTime): number => Object.values(spent).reduce((sum, each) => sum + each, 0);

describe("time in a field", () => {
  it("Y83 is what passed while it had the focus, without pauses and time out of view", () => {
    const steps: [number, string | null, boolean?][] = [
      [0, "date"],
      [4_000, "date"],
      [34_000, "amount"],
      [64_001, "amount"],
      [65_001, "date"],
      [66_001, "date", true],
      [99_001, "date"],
      [100_001, null],
      [109_001, null],
    ];
    const time = steps.reduce((sum, [at, field, away]) => spendTime(sum, at, field, away), noFieldTime);
    expect(spentIn(time, "date")).toBe(34_000 + 1_000 + 1_000);
    expect(spentIn(time, "amount")).toBe(1_000);
    expect(spentIn(time, "toString")).toBe(0);
  });

  it("Y83 no moment counts twice, nothing counts that was no work, and it never shrinks", () => {
    fc.assert(
      fc.property(deeds, (list) => {
        const { time, active } = tell(list);
        expect(total(time)).toBe(active);
        const shorter = tell(list.slice(0, -1)).time;
        for (const field of Object.keys(shorter.spent)) {
          expect(spentIn(time, field)).toBeGreaterThanOrEqual(spentIn(shorter, field));
        }
      }),
    );
  });
});
