import { expect, test } from "vitest";
import { amountWithUnit, axisEnd, shareInterval, timeFormat, timeInterval } from "./amounts.ts";
import { ago, spanBetween, spanOf, windowOf } from "./dates.ts";

const block = (from: string, to: string) => ({ from, to, frozenAt: "2026-10-29T05:00:00Z" });
const minute = 60_000;

test("D8 weeks run from their Monday to their Sunday", () => {
  expect(spanOf(block("2026-09-28", "2026-10-26"))).toBe("28 September to 25 October");
  expect(spanOf(block("2026-09-28", "2026-10-26"), true)).toBe("28 September to 25 October 2026");
  expect(spanOf(block("2026-12-07", "2027-01-04"), true)).toBe("7 December 2026 to 3 January 2027");
});

test("D8 several blocks have one window, in whatever order they come", () => {
  const two = [block("2026-09-28", "2026-10-26"), block("2026-08-31", "2026-09-28")];
  expect(windowOf(two)).toBe("31 August to 25 October");
  expect(windowOf([])).toBeNull();
});

test.each([
  [45_000, 10_000, "10 s"],
  [40 * minute, 3 * minute, "3 min"],
  [40 * minute, 0.4 * minute, "0.4 min"],
  [300 * minute, 90 * minute, "1.5 h"],
  [9 * 1440 * minute, 3 * 1440 * minute, "3 days"],
])("D12 a row up to %i ms writes %i ms as %s", (longest, shortest, text) => {
  expect(amountWithUnit(shortest, timeFormat(longest, shortest))).toBe(text);
});

test("D12 an axis ends at a round number of its unit", () => {
  expect(axisEnd(38 * minute, "minute")).toBe(45 * minute);
  expect(axisEnd(2400 * minute, "minute")).toBe(3000 * minute);
});

test("D13 an interval without an end says or more", () => {
  expect(timeInterval([29 * minute, null], { unit: "minute", digits: 0 })).toBe("29 or more");
  expect(shareInterval([0.49, 0.81])).toBe("49 to 81%");
});

test.each([
  [0, "just now"],
  [1000, "1 second ago"],
  [12_000, "12 seconds ago"],
  [-5000, "just now"],
  [61_000, "1 minute ago"],
  [7_200_000, "2 hours ago"],
  [259_200_000, "3 days ago"],
])("D15 %i ms is %s", (age, text) => {
  expect(ago("2026-11-21T09:30:00Z", Date.parse("2026-11-21T09:30:00Z") + age)).toBe(text);
});

test("D15 a span never runs backwards", () => {
  expect(spanBetween(2000, 1000)).toBe("0 seconds");
});
