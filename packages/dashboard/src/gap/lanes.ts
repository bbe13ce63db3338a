import type { GapRow } from "@waymark/schema";
import { position } from "../drawing/interval-box.ts";

/** Three lanes on one scale from 0 to 100: believed above, measured in the middle, reported below. */
export interface Lanes {
  /** Where 0, 25, 50, 75 and 100 stand. */
  grid: number[];
  band: { x: number; width: number } | null;
  post: number | null;
  believed: number | null;
  measured: number | null;
  reported: number | null;
  box: { x: number; width: number } | null;
  /** The points the thread joins, from the upper lane to the lower. */
  thread: [x: number, y: number][];
}

const insetPx = 8;
const bandShare = 0.1;
const narrowestPx = 2;
/** The heights of the lanes. */
export const laneY = { believed: 9.5, measured: 21, reported: 32.5 } as const;
export const lanesHeight = 42;

const quarters = [0, 0.25, 0.5, 0.75, 1];

/** Where the scale's numbers stand; the last one ends with the plot. */
export function scaleOf(width: number): { share: number; x: number }[] {
  return quarters.map((share) => ({
    share,
    x: share === 1 ? width : position(share, 1, insetPx, width - insetPx),
  }));
}

type Drawn = Pick<GapRow, "expected" | "believed" | "reported" | "measured" | "interval">;

/** Where the marks of a row stand, in pixels. */
export function lanesOf(row: Drawn, width: number): Lanes {
  const at = (share: number): number => position(share, 1, insetPx, width - insetPx);
  const atOrNull = (share: number | null): number | null => (share === null ? null : at(share));
  const between = (low: number, high: number): { x: number; width: number } => ({
    x: at(low),
    width: Math.max(narrowestPx, Math.round((at(high) - at(low)) * 10) / 10),
  });
  const marks = {
    believed: atOrNull(row.believed),
    measured: atOrNull(row.measured),
    reported: atOrNull(row.reported),
  };
  return {
    grid: quarters.map(at),
    band: row.expected === null ? null : between(row.expected - bandShare, row.expected + bandShare),
    post: atOrNull(row.expected),
    ...marks,
    box: row.interval === null ? null : between(...row.interval),
    thread: (["believed", "measured", "reported"] as const).flatMap((lane): [number, number][] => {
      const x = marks[lane];
      return x === null ? [] : [[x, laneY[lane]]];
    }),
  };
}
