import type { ValueFigures } from "@waymark/schema";
import { curveStepAfter, line } from "d3-shape";
import { type Axis, countAxis, shareAxis } from "../drawing/axes.ts";

type Watched = Pick<ValueFigures, "curve" | "watched">;

/** The rising curve as it is drawn, in pixels. */
export interface DrawnCurve {
  line: string;
  /** One box for each stretch between two steps of the curve. */
  bands: { x: number; y: number; width: number; height: number }[];
  days: { day: number; x: number; n: number | null }[];
  shares: Axis<number>;
  left: number;
  right: number;
  bottom: number;
}

const [left, top] = [64, 10];

/** The last day of a scale that holds all of these, and a little more, so that the last step is seen to hold. */
export function lastDay(all: readonly Watched[]): number {
  const days = all.flatMap(({ curve, watched }) => [...curve, ...watched].map(({ day }) => day));
  return Math.ceil(Math.max(7, ...days) * 1.06);
}

/** Steps, never a slope: between two moments at which it moved nothing is known. `null` where nothing is drawn. */
export function drawCurve({ curve, watched }: Watched, width: number, height: number, last: number): DrawnCurve | null {
  if (curve.length === 0) return null;
  const [right, bottom] = [width - 12, height - 40];
  const x = countAxis(last, left, right);
  const shares = shareAxis(bottom, top);
  const steps = line<{ day: number; share: number }>(
    ({ day }) => x.at(day),
    ({ share }) => shares.at(share),
  ).curve(curveStepAfter);
  const held = curve.at(-1)?.share ?? 0;
  // As far as people were watched: beyond it nothing is known.
  const end = Math.min(
    last,
    Math.ceil(Math.max(...curve.map(({ day }) => day), ...watched.map(({ day }) => day)) * 1.06),
  );
  const bands = curve.map(({ day, interval: [low, high] }, index) => {
    const [from, to] = [x.at(day), x.at(curve[index + 1]?.day ?? end)];
    const y = shares.at(high);
    return { x: from, y, width: Math.max(0, to - from), height: Math.round((shares.at(low) - y) * 10) / 10 };
  });
  return {
    line: steps([{ day: 0, share: 0 }, ...curve, { day: end, share: held }]) ?? "",
    bands,
    days: watched.map(({ day, n }) => ({ day, n, x: x.at(day) })),
    ...{ shares, left, right, bottom },
  };
}
