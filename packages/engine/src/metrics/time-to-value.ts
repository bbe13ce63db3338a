import type { Estimate } from "./estimate.ts";
import { shareBy, timeUntil, type Watched } from "./survival.ts";

/** One person's way to the first value event. Moments are Unix milliseconds; `null`: it did not happen. */
export interface WayToValue {
  /** On the roster and meant to use it. */
  eligible: number;
  value: number | null;
  /** Left the role, or was erased. */
  left: number | null;
}

/** M6, days and shares of people. */
export interface TimeToValue {
  medianDays: Estimate;
  /** One in five takes longer. */
  p80Days: Estimate;
  byDay7: Estimate;
  byDay30: Estimate;
}

const dayMs = 86_400_000;

/** How long each was watched, in days: until the value event, the exit or the data's end, whichever came first. */
export function watchedDays(ways: readonly WayToValue[], end: number): Watched[] {
  return ways
    .filter(({ eligible }) => eligible <= end)
    .map(({ eligible, value, left }) => {
      const stop = Math.min(left ?? end, end);
      const happened = value !== null && value <= stop;
      return { time: Math.max(0, (happened ? value : stop) - eligible) / dayMs, happened };
    });
}

/**
 * M6, how long until it pays: Kaplan-Meier over people, from eligible on the roster to the first value event. Who is not
 * there yet is censored at exit, erasure or the data's end: a mean over those who arrived would leave out the slow ones.
 *
 * @param end Unix milliseconds up to which the data go.
 */
export function timeToValue(ways: readonly WayToValue[], end: number): TimeToValue {
  const watched = watchedDays(ways, end);
  return {
    medianDays: timeUntil(watched, 0.5),
    p80Days: timeUntil(watched, 0.8),
    byDay7: shareBy(watched, 7),
    byDay30: shareBy(watched, 30),
  };
}
