import type { ValueFigures } from "@waymark/schema";
import { position } from "../drawing/interval-box.ts";

/** The rising curve as it is drawn, in pixels. */
export interface DrawnCurve {
  line: string;
  /** One box for each stretch between two steps of the curve. */
  bands: { x: number; y: number; width: number; height: number }[];
  days: { day: number; x: number; n: number | null }[];
  shares: { share: number; y: number }[];
  left: number;
  right: number;
  bottom: number;
}

const left = 64;
const top = 10;

/** Steps, never a slope: between two moments at which it moved nothing is known. `null` where nothing is drawn. */
export function drawCurve(
  { curve, watched }: Pick<ValueFigures, "curve" | "watched">,
  width: number,
  height: number,
): DrawnCurve | null {
  if (curve.length === 0) return null;
  const [right, bottom] = [width - 12, height - 40];
  // A little beyond the last step, so that it is seen to hold.
  const last = Math.max(7, ...curve.map(({ day }) => day), ...watched.map(({ day }) => day)) * 1.06;
  const x = (day: number): number => position(day, last, left, right);
  const y = (share: number): number => Math.round((bottom - share * (bottom - top)) * 10) / 10;
  const line = curve.map(({ day, share }) => `H${x(day)}V${y(share)}`).join("");
  const bands = curve.map(({ day, interval: [low, high] }, index) => {
    const from = x(day);
    const to = x(curve[index + 1]?.day ?? last);
    return { x: from, y: y(high), width: Math.max(0, to - from), height: Math.round((y(low) - y(high)) * 10) / 10 };
  });
  return {
    line: `M${left} ${bottom}${line}H${right}`,
    bands,
    days: watched.map(({ day, n }) => ({ day, n, x: x(day) })),
    shares: [0, 0.25, 0.5, 0.75, 1].map((share) => ({ share, y: y(share) })),
    ...{ left, right, bottom },
  };
}
