import type { Point } from "./path.ts";

/** Words beside one point. Lengths in px. */
export interface Label {
  /** Above a crest, below a trough: outside of the bend. */
  side: "up" | "down";
  /** `start` and `end` stand on the frame's margin, `center` on the point. */
  align: "start" | "center" | "end";
  /** The widest it may get; the words wrap, then end in an ellipsis. */
  width: number;
  /** From the point's middle to the nearest edge of the words. */
  gap: number;
}

/** What the words need. */
export interface LabelOptions {
  width: number;
  stations: number;
  here: number | null;
  /** Width of each station's name on one line, px. Default: as wide as may be. */
  names?: readonly number[];
  /** Width of the destination's words on one line, px. Default 112. */
  goalName?: number;
  /** Between words and the frame. Default 20. */
  margin?: number;
}

/** Height of one line of words, px. */
export const lineHeight = 16;
/** Least distance between two neighbours' words, px. */
const air = 8;
/** No name is pressed into less than this, px: about ten letters. */
const least = 64;

/** Places the words of every point so that no two meet, given the points and their stride. */
export function placeLabels(
  points: readonly Point[],
  options: LabelOptions & { stride: number },
): { labels: Label[]; goal: Label } {
  const { width, stations, here, stride, names } = options;
  const margin = options.margin ?? 20;
  const widest = Math.min(132, Math.floor(2 * stride - 12));
  const at = (index: number): number => points[index]?.x ?? 0;
  const needs = (index: number): number => Math.min(widest, names?.[index] ?? widest);

  const goalUp = stations % 2 === 1;
  const lifted = goalUp && stations >= 6;
  const oneLine = (names?.[stations - 2] ?? Number.POSITIVE_INFINITY) <= widest;
  // Where both are short they stand above one another.
  const short = oneLine && (options.goalName ?? 0) <= 112;
  const besides = stations >= 2 && !lifted && !(goalUp && short);
  // Of two stations the first one's words are beside the destination's, and begin on the margin.
  const neighbour = stations === 2 ? margin + least : at(stations - 2) + Math.min(widest, least) / 2;
  const room = width - margin - neighbour - air;
  const goalWidth = Math.floor(Math.min(Math.max(112, 1.6 * stride), besides ? Math.max(least, room) : width));
  const goalStart = width - margin - Math.min(goalWidth, options.goalName ?? goalWidth);

  const labels = [...Array(stations).keys()].map((index): Label => {
    let limit = widest;
    if (index === stations - 2 && besides)
      limit = Math.min(limit, index === 0 ? goalStart - air - margin : 2 * (goalStart - air - at(index)));
    if (index === 0 && stations > 2) limit = Math.min(limit, at(2) - needs(2) / 2 - air - margin);
    return {
      side: index % 2 === 0 ? "down" : "up",
      align: index === 0 ? "start" : "center",
      width: Math.max(Math.floor(limit), Math.min(widest, 40)),
      gap: index === here ? 22 : 18,
    };
  });
  // Over crowded stations the destination's words stand two lines up, a little more over "here", whose mark is larger.
  const lift = here === stations - 2 ? 52 : 46;
  const goalGap = goalUp ? (lifted ? lift : 30) : 18;
  return { labels, goal: { side: goalUp ? "up" : "down", align: "end", width: goalWidth, gap: goalGap } };
}
