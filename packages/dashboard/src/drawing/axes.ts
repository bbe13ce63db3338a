import { scaleLinear, scaleUtc } from "d3-scale";

/** Where something stands on an axis, in tenths of a pixel, and the marks that people read it by. */
export interface Axis<Of> {
  at(value: number): number;
  ticks: { value: Of; at: number }[];
}

const tenths = (px: number): number => Math.round(px * 10) / 10;

function axisOf<Of>(
  scale: (value: number) => number | undefined,
  ticks: readonly Of[],
  number: (tick: Of) => number,
): Axis<Of> {
  const at = (value: number): number => tenths(scale(value) ?? 0);
  return { at, ticks: ticks.map((value) => ({ value, at: at(number(value)) })) };
}

/** Shares from 0 to 1 with a mark at each quarter; nothing leaves the plot. From the lower or left end to the other. */
export function shareAxis(from: number, to: number): Axis<number> {
  return axisOf(scaleLinear([0, 1], [from, to]).clamp(true), [0, 0.25, 0.5, 0.75, 1], (tick) => tick);
}

/** Days of a year, by their first moment in UTC: at most so many marks, on the first days of months where there is room. */
export function dateAxis([first, last]: readonly [number, number], from: number, to: number, most = 7): Axis<Date> {
  const scale = scaleUtc([first, last], [from, to]).clamp(true);
  return axisOf(scale, scale.ticks(most), (tick) => tick.getTime());
}

/** Counts from 0 to a round end: days since something, events a minute. */
export function countAxis(end: number, from: number, to: number, most = 8): Axis<number> {
  const scale = scaleLinear([0, end], [from, to]).clamp(true);
  return axisOf(scale, scale.ticks(most).filter(Number.isInteger), (tick) => tick);
}
