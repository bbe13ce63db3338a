import { expect, test } from "vitest";
import { axisWords, timeAxis } from "./evidence.ts";
import { floor, minute, noShare, noTime, picture, share, step, time } from "./sample.ts";
import { throughCell, timeCell } from "./step-cells.ts";

const one = (over: Parameters<typeof step>[1]) => {
  const made = step("Send", over);
  return { made, whole: picture([made]), axis: timeAxis(picture([made])) };
};

test("D5 a share carries n and interval, and its plot says both", () => {
  const { made, whole } = one({ through: share(14, 21, [0.49, 0.81]) });
  const cell = throughCell(made, whole, 165);
  expect(cell).toMatchObject({ kind: "number", value: "14 of 21", note: "49 to 81%" });
  expect(cell).toHaveProperty("sentence", "14 of 21 people, 90% interval 49 to 81%");
});

test("D5 a time carries n and interval, and its plan is in the sentence", () => {
  const { made, whole, axis } = one({ time: time(33, [29, 38], 21), plannedMs: 8 * minute });
  const cell = timeCell(made, whole, axis, 165);
  expect(cell).toMatchObject({ value: "33 min", note: "29 to 38, n 21" });
  expect(cell).toHaveProperty("sentence", "median 33 min, 90% interval 29 to 38, planned 8 min");
});

test("D5 a time whose exact n is withheld says the fewest it can be", () => {
  const { made, whole, axis } = one({ time: { ...time(33, [29, 38]), people: null } });
  expect(timeCell(made, whole, axis, 165)).toMatchObject({ note: "29 to 38, n 12+" });
});

test("D5 without an interval there is no plot, and the note says why", () => {
  const { made, whole, axis } = one({ time: time(11, null, 9), through: share(9, 14, null) });
  expect(timeCell(made, whole, axis, 165)).toMatchObject({ plot: null, note: "no interval under 12 people, n 9" });
  expect(throughCell(made, whole, 165)).toMatchObject({ plot: null, note: "no interval under 12 people" });
});

test.each(["too_few", "not_yet", "unverified"] as const)(
  "D3 a cell that is %s has no number, note or plot",
  (reason) => {
    const { made, whole, axis } = one({ through: noShare(reason), time: noTime(reason) });
    expect(throughCell(made, whole, 165)).toEqual({ kind: reason });
    expect(timeCell(made, whole, axis, 165)).toEqual({ kind: reason });
  },
);

test("D11 a floor is written as such and not drawn exactly", () => {
  const { made, whole } = one({ through: floor(22, 26) });
  expect(throughCell(made, whole, 165)).toMatchObject({ kind: "at_least", value: "22 or more", note: "of 26" });
});

test("D12 one axis holds every interval and plan of the row", () => {
  const steps = [step("a", { time: time(3, [3, 4]), plannedMs: 50 * minute }), step("b", { time: time(33, [29, 38]) })];
  const axis = timeAxis(picture(steps));
  expect(axis).toEqual({ format: { unit: "minute", digits: 0 }, endMs: 60 * minute });
  expect(axisWords(axis)).toBe("minutes, 0 to 60");
  expect(axisWords(null)).toBe("from start to finish");
});

test("D13 an open upper end says so", () => {
  const { made, whole, axis } = one({ time: time(12, [8, null], 13) });
  const cell = timeCell(made, whole, axis, 165);
  expect(cell).toMatchObject({ note: "8 or more, n 13", plot: { box: { open: true } } });
});
