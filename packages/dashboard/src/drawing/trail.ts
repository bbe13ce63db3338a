import type { ShareFace } from "./face.ts";
import { flow, type StationFlow } from "./flow.ts";
import { band, bend, endTop, startTop, thread, topAt } from "./wave.ts";

export interface TrailLayout {
  /** Where the first column begins, and how wide each is. Pixels. */
  left: number;
  column: number;
}

export interface TrailStation {
  x: number;
  y: number;
  /** Dashed where it is not known who stands there. */
  dashed: boolean;
  /** Where the thin line down from the title ends. */
  lineEnd: number;
}

export interface Trail {
  height: number;
  bands: { d: string; fill: "flow" | "hatch" }[];
  threads: string[];
  stays: { d: string; barFrom: number; barTo: number; y: number; count: number }[];
  stations: TrailStation[];
  /** Where the words about those who went on stand: on the ribbon, or below its hatch. */
  labels: { x: number; y: number }[];
  start: { x: number; y: number };
  flag: { x: number; y: number };
}

/** The whole group is this wide. */
const fullPx = 65;
/** The station's centre, from the left edge of its column. */
export const stationOffset = 18;
const radius = 17;
const drop = 36;
const afterLast = 104;

/** The group's map: a ribbon as wide as the people who came through, on crests and troughs, with a flag at its end. */
export function trail(people: number | null, faces: readonly ShareFace[], layout: TrailLayout): Trail {
  const flows = flow(people, faces, fullPx);
  const x = (i: number): number => layout.left + layout.column * i + stationOffset;
  const made: Trail = {
    height: 0,
    bands: [],
    threads: [],
    stays: [],
    stations: [],
    labels: [],
    start: { x: layout.left - 70, y: startTop + 34 },
    flag: { x: layout.left, y: endTop + 10 },
  };
  const first = flows[0];
  if (first === undefined) return made;

  const begin = { x: layout.left - 62, y: startTop };
  made.start.y = startTop + first.arrivedPx / 2 - 2;
  into(made, first, begin, { x: x(0), y: topAt(0) });

  let low = 0;
  flows.forEach((at, i) => {
    const from = { x: x(i), y: topAt(i) };
    const last = i === flows.length - 1;
    const to = last
      ? { x: from.x + Math.min(afterLast, layout.column - 48), y: endTop }
      : { x: x(i + 1), y: topAt(i + 1) };
    const y = from.y + at.arrivedPx / 2;
    made.stations.push({
      x: from.x,
      y,
      dashed: !at.arrivedKnown || at.out === "not_yet",
      lineEnd: Math.min(from.y, y - radius) - 3,
    });
    const out = at.solidPx + at.hatchPx;
    outOf(made, at, from, to, last ? 0 : radius);
    const middle = (from.y + to.y + out) / 2;
    // Words do not stand on the hatch: those about what is not shown stand below it. Nor do they run into the flag: "10 or
    // more through" is longer than the last stretch.
    const below = at.out === "hidden" || (last && at.hatchPx > 0);
    const pole = last ? endTop + (at.out === "not_yet" ? at.arrivedPx : out) / 2 + 12 : 0;
    const labelY = below ? Math.max(middle + out / 2 + 15, pole + 14) : middle + 4.5;
    const beside = below ? 6 : 25;
    made.labels.push({ x: from.x + (last ? beside : Math.min(50, layout.column / 4)), y: labelY });
    low = Math.max(low, from.y + at.arrivedPx, y + radius + 6, to.y + out + 22, below ? labelY : 0);
    if (at.stays > 0) {
      const top = from.y + at.solidPx;
      const end = top + at.stayPx + drop;
      made.stays.push({
        d: bend(from.x, top, at.stayPx, drop),
        barFrom: from.x + 19,
        barTo: from.x + 25 + at.stayPx,
        y: end,
        count: at.stays,
      });
      low = Math.max(low, end + 2);
    }
    if (last) made.flag = { x: to.x + 12, y: pole - 6 };
  });
  made.height = Math.ceil(low + 6);
  return made;
}

type Point = { x: number; y: number };

/** From the group to the first station. */
function into(made: Trail, first: StationFlow, from: Point, to: Point): void {
  if (first.out === "not_yet") {
    const half = first.arrivedPx / 2;
    made.threads.push(thread({ x: from.x, y: from.y + half }, { x: to.x - radius, y: to.y + half }));
  } else {
    made.bands.push({ d: band(from, to, first.arrivedPx), fill: first.arrivedKnown ? "flow" : "hatch" });
  }
}

/** From a station to the next, or to the flag. A thread ends `before` it, at the edge of the next station. */
function outOf(made: Trail, at: StationFlow, from: Point, to: Point, before: number): void {
  if (at.out === "not_yet") {
    const half = at.arrivedPx / 2;
    made.threads.push(thread({ x: from.x + radius, y: from.y + half }, { x: to.x - before, y: to.y + half }));
    return;
  }
  if (at.solidPx > 0) made.bands.push({ d: band(from, to, at.solidPx + at.hatchPx), fill: "flow" });
  if (at.hatchPx > 0) {
    const below = (point: Point): Point => ({ x: point.x, y: point.y + at.solidPx });
    made.bands.push({ d: band(below(from), below(to), at.hatchPx), fill: "hatch" });
  }
}
