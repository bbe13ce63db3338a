import { expect, test } from "vitest";
import { minuteBars } from "./minute-bars.ts";

test("D14 a minute without events has no bar, and the axis starts at 0", () => {
  const made = minuteBars([0, 5, 10], 300, 70);
  expect(made.bars).toEqual([
    { x: 101, y: 35, width: 98, height: 35 },
    { x: 201, y: 0, width: 98, height: 70 },
  ]);
  expect(made).toMatchObject({ top: 10, total: 15, most: 10, empty: 1 });
});

test.each([
  [[], 5],
  [[1], 5],
  [[6], 10],
  [[38], 50],
  [[120], 200],
])("D14 %j is held by an axis to %i", (perMinute, top) => {
  expect(minuteBars(perMinute, 300, 70).top).toBe(top);
});
