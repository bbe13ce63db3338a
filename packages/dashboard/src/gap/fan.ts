import { position } from "../drawing/interval-box.ts";
import type { GapGroup, GapLine } from "./model.ts";

const dayMs = 86_400_000;
const at = (day: string): number => Date.parse(`${day}T00:00:00Z`);
/** As far as a forecast looks. */
const horizonDays = 182;

/** What the drawing of a forecast is made of: days and shares as they are, before any pixel. */
export interface Fan {
  /** The day after the block's last, Unix ms: what is measured is measured until then. */
  start: number;
  measured: number;
  interval: [number, number];
  goal: { share: number; by: number };
  milestones: { share: number; by: number }[];
  on: number;
  from: number;
  /** `null`: past the end of what a forecast looks at. */
  to: number | null;
  /** The last day that is drawn. */
  end: number;
}

/** The fan of a step, or `null` where there is none to draw: no date is forecast, or what is expected is there already. */
export function fanOf(
  { end: until }: Pick<GapGroup, "end">,
  { row, expectations }: Pick<GapLine, "row" | "expectations">,
): Fan | null {
  const [goal] = expectations;
  if (until === null || row === null || goal === undefined || row.forecast?.says !== "date") return null;
  if (row.measured === null || row.interval === null || row.measured >= goal.share) return null;
  const { on, interval } = row.forecast;
  const start = at(until);
  // By its course it is there already: nothing lies ahead.
  if (at(on) <= start) return null;
  const to = interval[1] === null ? null : at(interval[1]);
  const [latest, by] = [to ?? start + horizonDays * dayMs, at(goal.by)];
  return {
    ...{ start, measured: row.measured, interval: row.interval },
    goal: { share: goal.share, by },
    milestones: goal.milestones.map((each) => ({ share: each.share, by: at(each.by) })),
    ...{ on: at(on), from: Math.max(start, at(interval[0])), to },
    end: Math.max(latest, by, at(on)) + 7 * dayMs,
  };
}

/** The same in pixels. */
export interface DrawnFan {
  shares: { share: number; y: number }[];
  months: { at: number; x: number }[];
  point: { x: number; y: number; low: number; high: number };
  /** Closed; runs out of the plot where the end is open. */
  fan: string;
  centre: string;
  arrival: { x: number; y: number };
  /** From milestone to milestone, to the goal. */
  plan: string;
  flag: { x: number; y: number };
  left: number;
  right: number;
  bottom: number;
}

const [left, top] = [34, 22];
const mostMonths = 7;

/** The first days of the months between two moments, seven at most. */
function monthsBetween(from: number, to: number): number[] {
  const months: number[] = [];
  const first = new Date(from);
  for (let month = 1; ; month += 1) {
    const next = Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + month, 1);
    if (next > to) break;
    months.push(next);
  }
  const every = Math.ceil(months.length / mostMonths);
  return months.filter((_, index) => index % every === 0);
}

export function drawFan(fan: Fan, width: number, height: number): DrawnFan {
  const [right, bottom] = [width - 10, height - 22];
  // What is past is drawn as far as the plan reaches back, a month at most.
  const begin = Math.max(
    fan.start - 28 * dayMs,
    Math.min(fan.start - 7 * dayMs, ...fan.milestones.map(({ by }) => by), fan.goal.by),
  );
  const x = (moment: number): number => position(moment - begin, fan.end - begin, left, right);
  const y = (share: number): number => Math.round((bottom - share * (bottom - top)) * 10) / 10;
  const [x0, y0, goal] = [x(fan.start), y(fan.measured), y(fan.goal.share)];
  const edge = fan.to === null ? right : x(fan.to);
  const stops = [...fan.milestones, fan.goal].filter(({ by }) => by >= begin);
  return {
    shares: [0, 0.25, 0.5, 0.75, 1].map((share) => ({ share, y: y(share) })),
    months: monthsBetween(begin, fan.end).map((moment) => ({ at: moment, x: x(moment) })),
    point: { x: x0, y: y0, low: y(fan.interval[0]), high: y(fan.interval[1]) },
    fan: `M${x0} ${y0}L${x(fan.from)} ${goal}H${edge}Z`,
    centre: `M${x0} ${y0}L${x(fan.on)} ${goal}`,
    arrival: { x: x(fan.on), y: goal },
    plan: stops.map(({ by, share }, index) => `${index === 0 ? "M" : "L"}${x(by)} ${y(share)}`).join(""),
    flag: { x: x(Math.max(begin, fan.goal.by)), y: goal },
    ...{ left, right, bottom },
  };
}
