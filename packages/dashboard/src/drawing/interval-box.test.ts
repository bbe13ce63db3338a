import { expect, test } from "vitest";
import { intervalBox, position } from "./interval-box.ts";

const base = { value: 0.5, interval: [0.4, 0.6] as [number, number], tick: null, end: 1, width: 108 };

test("D12 a share stands on the scale 0 to 100", () => {
  expect(intervalBox(base)).toEqual({ from: 4, to: 104, dot: 54, box: { x: 44, width: 20, open: false }, tick: null });
});

test("D12 nothing leaves the plot", () => {
  expect(position(3, 1, 4, 104)).toBe(104);
  expect(position(-1, 1, 4, 104)).toBe(4);
  expect(position(1, 0, 4, 104)).toBe(4);
});

test("D13 an open interval runs to the very edge", () => {
  expect(intervalBox({ ...base, interval: [0.4, null] }).box).toEqual({ x: 44, width: 64, open: true });
});
