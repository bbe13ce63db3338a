import type { Balance } from "@waymark/engine";

/** Where the picture of a balance lies, px; the frame runs from the start edge, mirrored by the sheet for right to left. */
export interface BalanceChart {
  width: number;
  height: number;
  /** The plot's edges. */
  left: number;
  right: number;
  zero: number;
  line: string;
  /** The line, closed along zero. */
  area: string;
  end: { x: number; y: number };
  /** Ends of the margin round the last point; `null` where there is none. */
  whisker: { top: number; bottom: number } | null;
  /** Where the balance crossed zero for the last time; `null`: it did not. */
  crossing: number | null;
  /** Where the numbers stand; what would touch another is left out. */
  labels: { y: number; ms: number }[];
}

const height = 176;
const top = 22;
const bottom = 160;
const left = 48;
/** Room for whisker and last point at the end. */
const endRoom = 18;
const apart = 16;

/** Lays a balance out: time runs evenly, zero is always in the picture, and so is the whole margin. */
export function balanceChart({ points, marginMs, paidBack }: Balance, width: number): BalanceChart {
  const right = width - endRoom;
  const last = points.at(-1) ?? { at: 0, netMs: 0 };
  const from = points[0]?.at ?? 0;
  const values = points.map(({ netMs }) => netMs);
  const high = Math.max(0, ...values, last.netMs + marginMs);
  const low = Math.min(0, ...values, last.netMs - marginMs);
  const x = (at: number): number => left + ((at - from) / (last.at - from || 1)) * (right - left);
  const y = (ms: number): number => top + ((high - ms) / (high - low || 1)) * (bottom - top);
  const zero = y(0);
  const places = points.map(({ at, netMs }) => ({ x: x(at), y: y(netMs), netMs }));
  const line = places.map((each, index) => `${index ? "L" : "M"}${each.x.toFixed(1)} ${each.y.toFixed(1)}`).join("");
  const up = places.findLastIndex((each, index) => (places[index - 1]?.netMs ?? 0) < 0 && each.netMs >= 0);
  const [a, b] = [places[up - 1], places[up]];
  const crossing = paidBack !== null && a && b ? a.x + (-a.netMs / (b.netMs - a.netMs)) * (b.x - a.x) : null;
  const labels = [0, last.netMs, Math.min(...values)]
    .map((ms) => ({ ms, y: y(ms) }))
    .filter((each, index, all) => all.slice(0, index).every((other) => Math.abs(other.y - each.y) >= apart));
  return {
    ...{ width, height, left, right, zero, line, crossing, labels },
    area: `${line}L${right} ${zero.toFixed(1)}L${left} ${zero.toFixed(1)}Z`,
    end: { x: right, y: y(last.netMs) },
    whisker: marginMs > 0 ? { top: y(last.netMs + marginMs), bottom: y(last.netMs - marginMs) } : null,
  };
}
