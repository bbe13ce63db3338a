import type { Figure } from "@waymark/schema";
import { amount, amountWithUnit, axisEnd, type TimeFormat, timeFormat } from "../text/amounts.ts";
import { words as shared } from "../words.ts";
import { figureWords as words } from "./words.ts";

/** What figures of one column are measured in: how a number is written, and where its axis ends. */
export interface Scale {
  end: number;
  write(value: number): string;
  /** A bare number, for an interval. */
  bare(value: number): string;
  /** The last number of an interval, where it carries the unit. Default: bare. */
  last?(value: number): string;
}

/** Shares share the scale from 0 to 100. */
export const shareScale: Scale = {
  end: 1,
  write: (share) => words.share(Math.round(share * 100)),
  bare: (share) => shared.number(Math.round(share * 100)),
};

/** The farthest that figures reach, their open ends left out. */
function farthest(figures: readonly Figure[]): number {
  return Math.max(0, ...figures.flatMap(({ value, interval }) => [value ?? 0, interval?.[1] ?? interval?.[0] ?? 0]));
}

/** Milliseconds, in one unit and one precision for all of them. */
export function timeScale(figures: readonly Figure[]): Scale {
  const ends = figures.flatMap(({ value, interval }) => [value, interval?.[0] ?? null]).filter((each) => each !== null);
  const most = farthest(figures);
  const format: TimeFormat = timeFormat(most, Math.min(most, ...ends));
  const write = (ms: number): string => amountWithUnit(ms, format);
  return { end: axisEnd(most, format.unit), write, bare: (ms) => amount(ms, format), last: write };
}

/** Plain numbers with something around them, on one axis that holds them all. */
export function plainScale(figures: readonly Figure[], around: (text: string) => string, end?: number): Scale {
  const bare = (value: number): string => shared.number(value);
  return { end: end ?? Math.max(1, Math.ceil(farthest(figures))), write: (value) => around(bare(value)), bare };
}

/** An interval in words; an open end says so. */
export function intervalText([low, high]: [number, number | null], { bare, last = bare }: Scale): string {
  return high === null ? words.orMore(last(low)) : words.range(bare(low), last(high));
}
