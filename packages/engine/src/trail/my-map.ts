import { layLane } from "./lanes.ts";
import { layTrail } from "./lay-trail.ts";
import { type Point, round } from "./path.ts";

/** The lanes of My map, outermost above first. */
export const lanes = ["overdue", "today", "nothing", "planned"] as const;
export type LaneName = (typeof lanes)[number];

/** How many records stand at a station, by lane. */
export type Crowd = Readonly<Record<LaneName, number>>;

/** My map to lay out. Lengths in px. */
export interface MyMapOptions {
  width: number;
  height: number;
  /** One per station. */
  crowds: readonly Crowd[];
  /** Turned by 90 degrees, for a phone: the way runs downwards. */
  turned?: boolean;
}

/** One record's place. */
export interface Dot {
  lane: LaneName;
  station: number;
  /** Which of the station's records in this lane, from 0. */
  index: number;
  at: Point;
}

/** Records that have no place of their own any more. */
export interface Rest extends Omit<Dot, "index"> {
  count: number;
}

/** My map, drawn. */
export interface MyMap {
  points: Point[];
  destination: Point;
  stride: number;
  bed: string;
  lanes: { name: LaneName; path: string }[];
  /** In reading order along each lane. */
  dots: Dot[];
  rest: Rest[];
}

/** From dot to dot along a lane: 24 px for a finger or a pointer, and a little for the bend. */
const gap = 24.6;

interface Shape {
  offsets: Record<LaneName, number>;
  trail: Parameters<typeof layTrail>[0];
}

function shapeOf({ width, height, crowds, turned }: MyMapOptions): Shape {
  const stations = Math.max(crowds.length, 1);
  const trail = { stations, here: null, next: null };
  if (turned) {
    return {
      offsets: { overdue: -41, today: -22, nothing: 22, planned: 41 },
      trail: { ...trail, width: height, height: width, start: 60, end: 40, amplitude: 25, rise: 0, middle: 112 },
    };
  }
  return {
    offsets: { overdue: -50, today: -26, nothing: 26, planned: 50 },
    trail: { ...trail, width, height, start: 112, end: 74, amplitude: 33, rise: 10, middle: height - 150, entry: 30 },
  };
}

const turnPoint = ({ x, y }: Point): Point => ({ x: y, y: x });
const turnPath = (path: string): string => path.replace(/(-?[\d.]+) (-?[\d.]+)/g, "$2 $1");

/**
 * Lays out My map: the way, four lanes beside it, and a dot for each record that has a place.
 *
 * @example
 * ```ts
 * layMyMap({ width: 1016, height: 312, crowds: [{ overdue: 1, today: 1, nothing: 2, planned: 4 }] }).dots.length; // 8
 * ```
 */
export function layMyMap(options: MyMapOptions): MyMap {
  const { crowds, turned = false } = options;
  const { offsets, trail: wanted } = shapeOf(options);
  const trail = layTrail(wanted);
  const { points, destination, stride, entry } = trail;
  // To the next station's first dot there stay 24 px.
  const most = Math.max(1, Math.floor(stride / gap));
  const dots: Dot[] = [];
  const rest: Rest[] = [];
  const drawn = lanes.map((name) => {
    const lane = layLane([entry, ...points, destination], offsets[name], gap);
    crowds.forEach((crowd, station) => {
      const count = crowd[name];
      const places = lane.places(station, Math.min(count, most));
      const shown = count > most ? most - 1 : count;
      for (const [index, at] of places.entries()) {
        const spot = turned ? turnPoint(at) : at;
        if (index < shown) dots.push({ lane: name, station, index, at: spot });
        else rest.push({ lane: name, station, count: count - shown, at: spot });
      }
    });
    return { name, path: turned ? turnPath(lane.path) : lane.path };
  });
  return {
    points: turned ? points.map(turnPoint) : points,
    destination: turned ? turnPoint(destination) : destination,
    stride: round(stride),
    bed: turned ? turnPath(trail.bed) : trail.bed,
    lanes: drawn,
    dots,
    rest,
  };
}
