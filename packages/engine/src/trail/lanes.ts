import { type Point, round } from "./path.ts";

/** A line beside the way, always as far from it. */
export interface Lane {
  /** SVG path data. */
  path: string;
  /** Places every `gap` px along the lane, centred on a station. */
  places(station: number, count: number): Point[];
}

/** Samples between two points: enough for a smooth line of up to 200 px. */
const fine = 16;

interface Sample extends Point {
  /** Way along the lane so far, px. */
  along: number;
}

/** A cubic with level handles at half the distance, moved sideways by `offset` px at `t` (0 to 1). */
function beside(from: Point, to: Point, t: number, offset: number): Point {
  const s = 1 - t;
  const half = (from.x + to.x) / 2;
  const x = s ** 3 * from.x + 3 * s * t * half + t ** 3 * to.x;
  const y = (s ** 3 + 3 * s * s * t) * from.y + (3 * s * t * t + t ** 3) * to.y;
  const dx = 3 * s * s * (half - from.x) + 3 * t * t * (to.x - half);
  const dy = 6 * s * t * (to.y - from.y);
  const length = Math.hypot(dx, dy) || 1;
  return { x: x - (dy / length) * offset, y: y + (dx / length) * offset };
}

/**
 * Lays a lane beside a way.
 * @param points - Where the way runs through, its entry first and its destination last.
 * @param offset - px to the right of whoever walks it: below a way that runs in reading direction.
 * @param gap - From place to place, px.
 */
export function layLane(points: readonly Point[], offset: number, gap: number): Lane {
  const samples: Sample[] = [];
  for (const [index, from] of points.slice(0, -1).entries()) {
    const to = points[index + 1] ?? from;
    for (let step = index === 0 ? 0 : 1; step <= fine; step++) {
      const at = beside(from, to, step / fine, offset);
      const last = samples.at(-1);
      const along = last ? last.along + Math.hypot(at.x - last.x, at.y - last.y) : 0;
      samples.push({ ...at, along });
    }
  }
  const placeAt = (along: number): Point => {
    const next = Math.max(
      1,
      samples.findIndex((sample) => sample.along >= along),
    );
    const [from, to] = [samples[next - 1], samples[next]];
    if (!from || !to) return { x: 0, y: 0 };
    const part = (along - from.along) / (to.along - from.along || 1);
    return { x: round(from.x + (to.x - from.x) * part), y: round(from.y + (to.y - from.y) * part) };
  };
  return {
    path: samples.map(({ x, y }, index) => `${index === 0 ? "M" : "L"}${round(x)} ${round(y)}`).join(""),
    places: (station, count) => {
      const middle = samples[(station + 1) * fine]?.along ?? 0;
      return Array.from({ length: count }, (_, index) => placeAt(middle + (index - (count - 1) / 2) * gap));
    },
  };
}
