/** A place in the drawing, px from its top start corner. */
export interface Point {
  x: number;
  y: number;
}

/** One decimal is enough for a screen and keeps path data short. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** One cubic with level handles at half the distance, as it continues a path. */
export function segmentBetween(from: Point, to: Point): string {
  const half = round((from.x + to.x) / 2);
  return `C${half} ${from.y} ${half} ${to.y} ${to.x} ${to.y}`;
}

/** SVG path data through all points, in order; empty for fewer than two. */
export function runOf(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (first === undefined || rest.length === 0) return "";
  let from = first;
  let path = `M${first.x} ${first.y}`;
  for (const to of rest) {
    path += segmentBetween(from, to);
    from = to;
  }
  return path;
}
