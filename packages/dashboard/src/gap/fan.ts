import { area, line } from "d3-shape";
import { type Axis, dateAxis, shareAxis } from "../drawing/axes.ts";
import type { GapGroup, GapLine } from "./model.ts";

const dayMs = 86_400_000;
const at = (day: string): number => Date.parse(`${day}T00:00:00Z`);
/** As far as a forecast looks. */
const horizonDays = 182;

/** What was measured of one block, by the day it was over. */
export interface CoursePoint {
  at: number;
  /** `null`: nearly all or nearly none; the interval holds. */
  measured: number | null;
  interval: [number, number];
  /** Of an earlier version. */
  earlier: boolean;
}

/** Where it goes from what is measured, if it goes on like this. */
export interface Ahead {
  start: number;
  measured: number;
  interval: [number, number];
  on: number;
  from: number;
  /** `null`: past the end of what a forecast looks at. */
  to: number | null;
}

/** What the drawing of a step's way is made of: days and shares as they are, before any pixel. */
export interface Fan {
  course: CoursePoint[];
  goal: { share: number; by: number } | null;
  milestones: { share: number; by: number }[];
  ahead: Ahead | null;
  /** The first and the last day that are drawn. */
  span: [number, number];
}

type OfLine = Pick<GapLine, "row" | "expectations"> & Partial<Pick<GapLine, "course">>;

/** The forecast of a step, where there is a date that lies ahead. */
function aheadOf(end: string | null, { row, expectations: [goal] }: OfLine): Ahead | null {
  if (end === null || row === null || goal === undefined || row.forecast?.says !== "date") return null;
  if (row.measured === null || row.interval === null || row.measured >= goal.share) return null;
  const { on, interval } = row.forecast;
  const start = at(end);
  // By its course it is there already: nothing lies ahead.
  if (at(on) <= start) return null;
  return {
    ...{ start, measured: row.measured, interval: row.interval },
    ...{ on: at(on), from: Math.max(start, at(interval[0])), to: interval[1] === null ? null : at(interval[1]) },
  };
}

/** The way of a step: what each block showed, the plan, and the forecast; `null` where there is neither a course nor a forecast. */
export function fanOf({ end }: Pick<GapGroup, "end">, line: OfLine): Fan | null {
  const ahead = aheadOf(end, line);
  const course = (line.course ?? []).map(({ to, measured, interval, version }) => ({
    ...{ at: at(to), measured, interval },
    earlier: version !== (line.row?.version ?? version),
  }));
  // One block alone is a number, and stands in the row.
  if (ahead === null && course.length < 2) return null;
  const [goal] = line.expectations;
  const milestones = (goal?.milestones ?? []).map((each) => ({ share: each.share, by: at(each.by) }));
  const by = goal === undefined ? [] : [at(goal.by), ...milestones.map((each) => each.by)];
  const reach = ahead === null ? [] : [ahead.start, ahead.on, ahead.to ?? ahead.start + horizonDays * dayMs];
  const days = [...course.map((each) => each.at), ...by, ...reach];
  return {
    course,
    goal: goal === undefined ? null : { share: goal.share, by: at(goal.by) },
    milestones,
    ahead,
    span: [Math.min(...days) - 7 * dayMs, Math.max(...days) + 7 * dayMs],
  };
}

/** The same in pixels. */
export interface DrawnFan {
  x: Axis<Date>;
  y: Axis<number>;
  left: number;
  right: number;
  bottom: number;
  course: { x: number; y: number | null; low: number; high: number; earlier: boolean }[];
  /** From milestone to milestone, to the goal; `null` without one. */
  plan: string | null;
  flag: { x: number; y: number } | null;
  /** `fan` is closed, and runs out of the plot where the end is open. */
  ahead: { fan: string; centre: string; arrival: { x: number; y: number } } | null;
}

const [left, top] = [34, 22];

export function drawFan(fan: Fan, width: number, height: number): DrawnFan {
  const [right, bottom] = [width - 10, height - 22];
  const x = dateAxis(fan.span, left, right, Math.max(2, Math.floor(width / 90)));
  const y = shareAxis(bottom, top);
  const path = line<{ share: number; by: number }>(
    ({ by }) => x.at(by),
    ({ share }) => y.at(share),
  );
  const { goal, ahead } = fan;
  const stops = goal === null ? [] : [...fan.milestones, goal];
  return {
    ...{ x, y, left, right, bottom },
    course: fan.course.map((each) => ({
      x: x.at(each.at),
      y: each.measured === null ? null : y.at(each.measured),
      low: y.at(each.interval[0]),
      high: y.at(each.interval[1]),
      earlier: each.earlier,
    })),
    plan: stops.length === 0 ? null : path(stops),
    flag: goal === null ? null : { x: x.at(goal.by), y: y.at(goal.share) },
    ahead: ahead === null || goal === null ? null : drawAhead(ahead, goal.share, { x, y, right }),
  };
}

/** Along the height, from the earliest day at which the goal is reached to the latest: at the start both are the dot. */
function drawAhead(
  ahead: Ahead,
  goal: number,
  { x, y, right }: Pick<DrawnFan, "x" | "y" | "right">,
): NonNullable<DrawnFan["ahead"]> {
  const start = x.at(ahead.start);
  const spread = area<{ share: number; from: number; to: number }>()
    .x0(({ from }) => from)
    .x1(({ to }) => to)
    .y(({ share }) => y.at(share));
  const ends = { share: goal, from: x.at(ahead.from), to: ahead.to === null ? right : x.at(ahead.to) };
  const fan = spread([{ share: ahead.measured, from: start, to: start }, ends]) ?? "";
  const arrival = { x: x.at(ahead.on), y: y.at(goal) };
  const centre = line()([
    [start, y.at(ahead.measured)],
    [arrival.x, arrival.y],
  ]);
  return { fan, centre: centre ?? "", arrival };
}
