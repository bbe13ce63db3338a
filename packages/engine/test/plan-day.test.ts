import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { slotToday, type Taken } from "../src/index.ts";

const minute = 60_000;
const morning = new Date(2026, 2, 10, 9, 5).getTime();
const at = (hour: number, minutes = 0): number => new Date(2026, 2, 10, hour, minutes).getTime();

describe("the day", () => {
  it("K42 the next quarter of an hour, then what is free after it", () => {
    expect(slotToday(morning, [], 15)).toBe(at(9, 15));
    expect(slotToday(morning, [{ start: at(9, 15), minutes: 10 }], 15)).toBe(at(9, 30));
    // Before a plan only what ends in time.
    expect(slotToday(morning, [{ start: at(9, 30), minutes: 60 }], 15)).toBe(at(9, 15));
    expect(slotToday(morning, [{ start: at(9, 30), minutes: 60 }], 20)).toBe(at(10, 30));
    // What lies behind takes nothing.
    expect(slotToday(morning, [{ start: at(8), minutes: 30 }], 15)).toBe(at(9, 15));
    expect(slotToday(at(23, 50), [], 15)).toBeNull();
  });

  it("K42 begins at a quarter, ends today, lies ahead and meets no plan, whatever there is", () => {
    const plan = fc.record({
      start: fc.integer({ min: -600, max: 1200 }).map((n) => morning + n * minute),
      minutes: fc.integer({ min: 1, max: 240 }),
    });
    fc.assert(
      fc.property(fc.array(plan, { maxLength: 12 }), fc.integer({ min: 1, max: 180 }), (taken: Taken[], minutes) => {
        const start = slotToday(morning, taken, minutes);
        if (start === null) return;
        const end = start + minutes * minute;
        expect(start % (15 * minute)).toBe(0);
        expect(start).toBeGreaterThanOrEqual(morning);
        expect(end).toBeLessThanOrEqual(new Date(2026, 2, 11).getTime());
        for (const each of taken) expect(end <= each.start || start >= each.start + each.minutes * minute).toBe(true);
      }),
    );
  });
});
