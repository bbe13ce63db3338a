/** A value with its interval on a scale from 0 to `end`. */
export interface IntervalBox {
  /** The baseline from its first to its last pixel. */
  from: number;
  to: number;
  dot: number;
  box: { x: number; width: number; open: boolean } | null;
  tick: number | null;
}

const insetPx = 4;
/** An interval narrower than this could not be seen behind its dot. */
const narrowestPx = 2;

export interface IntervalBoxInput {
  value: number;
  /** An upper end of `null` is not known: the box runs out of the plot. */
  interval: readonly [number, number | null] | null;
  /** Where the plan stands, on the same scale. */
  tick: number | null;
  end: number;
  width: number;
}

export function intervalBox(input: IntervalBoxInput): IntervalBox {
  const from = insetPx;
  const to = input.width - insetPx;
  const at = (value: number): number => position(value, input.end, from, to);
  const made: IntervalBox = {
    from,
    to,
    dot: at(input.value),
    box: null,
    tick: input.tick === null ? null : at(input.tick),
  };
  if (input.interval !== null) {
    const [low, high] = input.interval;
    const x = at(low);
    const right = high === null ? input.width : at(high);
    made.box = { x, width: Math.max(narrowestPx, right - x), open: high === null };
  }
  return made;
}

/** Linear, and never outside of the plot. Tenths of a pixel. */
export function position(value: number, end: number, from: number, to: number): number {
  const share = end <= 0 ? 0 : Math.min(1, Math.max(0, value / end));
  return Math.round((from + share * (to - from)) * 10) / 10;
}
