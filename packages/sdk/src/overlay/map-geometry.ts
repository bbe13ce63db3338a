import type { JourneyView } from "@waymark/engine";
import { layTrail, type Trail } from "@waymark/engine/trail";
import { textWidth } from "./text-width.ts";

/** Height of the panel's map, px. */
export const mapHeight = 194;

/** The panel's way for one journey. */
export interface MapGeometry {
  trail: Trail;
  /** From the first and the last point to the frame, px. */
  start: number;
  end: number;
  /** Whether the destination's words need the line of "You gain" too. */
  longGoal: boolean;
  /** The way walked before the step that just finished; `null` when nothing is to be drawn anew. */
  before: string | null;
  /** The stretch to draw anew. */
  fresh: string | null;
}

/**
 * Lays out the panel's map.
 * @param width - px.
 * @param walked - the step that just finished: the stretch from it to "here" is drawn once.
 */
export function mapGeometry(journey: JourneyView, width: number, walked: string | null): MapGeometry {
  const { stations, here } = journey;
  const [start, end] = width < 392 ? [36, 42] : [40, 46];
  const next = stations.findIndex(({ state }) => state === "next");
  const names = stations.map(({ title }, index) => textWidth(title, index === here));
  const goalName = textWidth(journey.destination ?? "", true);
  const options = { width, height: mapHeight, stations: Math.max(stations.length, 1), start, end, names, goalName };
  const trail = layTrail({ ...options, here, next: next < 0 ? null : next });
  const from = stations.findIndex(({ id }) => id === walked);
  const to = here ?? stations.length;
  const moves = walked !== null && from >= 0 && from < to;
  return {
    trail,
    start,
    end,
    longGoal: goalName > trail.goal.width,
    before: moves ? layTrail({ ...options, here: from, next: null }).walked : null,
    fresh: moves ? trail.between(from, to) : null,
  };
}
