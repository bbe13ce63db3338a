import { type Label, type LabelOptions, placeLabels } from "./labels.ts";
import { type Point, round, runOf, segmentBetween } from "./path.ts";

/** The drawing to lay out. All lengths in px; y grows downwards, x grows in reading direction. */
export interface TrailOptions extends LabelOptions {
  width: number;
  height: number;
  /** Stations before the destination: 2 to 7 are meant, 1 works. */
  stations: number;
  /** Index of the station to do now; `null`: all settled, the way is walked to its end. */
  here: number | null;
  /** Index of the station after it; `null`: the destination comes next. */
  next: number | null;
  /** How far a bend leaves the middle. Default 25, 19 from six stations on, never more than 0.45 of the stride. */
  amplitude?: number;
  /** How far the way climbs from first station to destination. Default 8. */
  rise?: number;
  /** Height of the middle line at the first station. Default 92 above the bottom, 78 from six stations on. */
  middle?: number;
  /** From the left edge to the first station. Default 40. */
  start?: number;
  /** From the destination to the right edge. Default 46. */
  end?: number;
  /** How far above the first station the way enters the frame. Default 26. */
  entry?: number;
}

/** A way, drawn: points and SVG path data in px, and where the words go. */
export interface Trail {
  /** One point per station. */
  points: Point[];
  destination: Point;
  /** Where the way comes from, outside of the frame. */
  entry: Point;
  /** Distance between neighbours. */
  stride: number;
  /** The whole way, unlit. */
  bed: string;
  /** What lies behind: from outside the frame to "here". */
  walked: string;
  /** From "here" to the next station. Empty when there is nothing more to walk. */
  next: string;
  /** What comes after it. */
  far: string;
  /** Path of the segments between two points (0 is the first station, `stations` the destination). */
  between(from: number, to: number): string;
  /** Words of each station. */
  labels: Label[];
  /** Words of the destination. */
  goal: Label;
}

/** A fixed unevenness, so that the way does not look like a chart. */
const wobble = [0.86, 1.06, 1, 0.8, 1.04, 0.94, 1.08, 0.9] as const;

/**
 * Lays a way of stations and a destination as one waving line: even points are troughs, odd ones crests.
 *
 * @example
 * ```ts
 * layTrail({ width: 392, height: 194, stations: 5, here: 2, next: 3 }).points[0]; // { x: 40, y: 123.5 }
 * ```
 */
export function layTrail(options: TrailOptions): Trail {
  const { width, height, stations, here, next } = options;
  const crowded = stations >= 6;
  const start = options.start ?? 40;
  const stride = (width - start - (options.end ?? 46)) / stations;
  const amplitude = Math.min(options.amplitude ?? (crowded ? 19 : 25), 0.45 * stride);
  const middle = options.middle ?? height - (crowded ? 78 : 92);
  const rise = options.rise ?? 8;

  const all = [...Array(stations + 1).keys()].map((index): Point => {
    const bend = (index % 2 === 0 ? 1 : -1) * amplitude * (wobble[index % wobble.length] ?? 1);
    return { x: round(start + stride * index), y: round(middle + bend - (rise * index) / stations) };
  });
  const points = all.slice(0, stations);
  const destination = all[stations] ?? { x: width, y: middle };
  const first = all[0] ?? destination;
  const outside: Point = { x: -24, y: round(first.y - (options.entry ?? 26)) };

  const between = (from: number, to: number): string => runOf(all.slice(from, to + 1));
  const lead = `M${outside.x} ${outside.y}${segmentBetween(outside, first)}`;
  const until = (to: number): string => lead + runOf(all.slice(0, to + 1)).replace(/^M[^C]*/, "");
  const stop = here ?? stations;
  const after = next ?? stations;
  return {
    points,
    destination,
    entry: outside,
    stride,
    bed: until(stations),
    walked: until(stop),
    next: here === null ? "" : between(stop, after),
    far: here === null ? "" : between(after, stations),
    between,
    ...placeLabels(all, { ...options, stride }),
  };
}
