import { usualLevel } from "./distributions.ts";
import { type Estimate, fewestPeople, missing } from "./estimate.ts";
import { shareOfPeople } from "./share.ts";

/**
 * M3 of a group as it may be shown. With ten people or more and five on either side the counts are; with fewer on one side
 * all that is said is that they are none to four, whichever; else nothing is.
 */
export type ShownAbility =
  | { shows: "figure"; alone: number; of: number }
  | { shows: "nearly_all" | "nearly_none"; of: number }
  | { shows: "nothing" };

/** Fewer people than this are not shown: twice the least that a side holds. */
const fewestShown = 2 * fewestPeople;
const most = fewestPeople - 1;

/**
 * What may be shown of a step's ability. Zero and four are the same bytes, and so are all and all but four.
 *
 * @example
 * ```ts
 * showAbility(3, 20); // { shows: "nearly_none", of: 20 }
 * ```
 */
export function showAbility(alone: number, of: number): ShownAbility {
  if (of < fewestShown) return { shows: "nothing" };
  if (alone < fewestPeople) return { shows: "nearly_none", of };
  return of - alone < fewestPeople ? { shows: "nearly_all", of } : { shows: "figure", alone, of };
}

/**
 * The estimate behind what is shown. Where one side holds none to four, the interval is wide enough for each of these
 * counts, and the value is the one of them that is nearest to the other side.
 *
 * @param level Of the interval. Default: 0.9.
 */
export function estimateShown(shown: ShownAbility, level: number = usualLevel): Estimate {
  if (shown.shows === "nothing") return missing("too_few");
  const { of } = shown;
  if (shown.shows === "figure") return shareOfPeople(shown.alone, of, level);
  const edge = shareOfPeople(shown.shows === "nearly_all" ? of - most : most, of, level);
  const [low, high] = edge.interval ?? [0, 1];
  return { ...edge, interval: shown.shows === "nearly_all" ? [low, 1] : [0, high] };
}

/** The weakest step of a journey as it may be shown. */
export interface ShownWeakest {
  step: string;
  shows: "figure" | "nearly_all" | "nearly_none";
  estimate: Estimate;
}

/**
 * The weakest step by name, from what is shown of each: the interval goes from the lowest of the lower ends to the lowest
 * of the upper ones, each at 1 - 0.10 / S, as in `journeyAbility`.
 *
 * @returns `null` where a step shows nothing: the weakest might be that one.
 */
export function weakestShown(steps: readonly { step: string; shown: ShownAbility }[]): ShownWeakest | null {
  const level = 1 - (1 - usualLevel) / Math.max(1, steps.length);
  let weakest: ShownWeakest | null = null;
  let [low, high, people] = [1, 1, Number.POSITIVE_INFINITY];
  for (const { step, shown } of steps) {
    const estimate = estimateShown(shown, level);
    if (shown.shows === "nothing" || estimate.value === null || estimate.interval === null) return null;
    if (weakest === null || estimate.value < (weakest.estimate.value ?? 1))
      weakest = { step, shows: shown.shows, estimate };
    low = Math.min(low, estimate.interval[0]);
    high = Math.min(high, estimate.interval[1] ?? 1);
    people = Math.min(people, estimate.people);
  }
  return weakest === null ? null : { ...weakest, estimate: { ...weakest.estimate, interval: [low, high], people } };
}
