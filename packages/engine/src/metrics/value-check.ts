import { type Estimate, isKnown } from "./estimate.ts";
import { difference, shareOfPeople } from "./share.ts";

/** When one person was active, in days since they became eligible. */
export interface ActiveDays {
  /** Days on which they were active. */
  activeDays: readonly number[];
  /** Day of the first value event; `null`: none. */
  valueDay: number | null;
  /** Watched up to this day. */
  watchedUntil: number;
}

/** M7, shares of people from 0 to 1. */
export interface ValueCheck {
  /** Stayed active, of those who had reached value by the landmark, and of those who had not. */
  reached: Estimate;
  notReached: Estimate;
  /** The first minus the second. */
  difference: Estimate;
  /** `goes_together` only if the whole interval lies above 0. It is never a proof. */
  says: "goes_together" | "not_shown" | null;
}

const landmark = 14;
const week = 7;
const until = 42;

/**
 * M7, whether the value event means anything: a landmark analysis (Anderson, Cain and Gelber, 1983). Of people who were
 * active in the week up to day 14 and watched to day 42, those who had reached value by then and those who had not are
 * compared by who is active in days 15 to 42, with Newcombe's interval. "Goes together with", never "validated".
 */
export function valueCheck(people: readonly ActiveDays[]): ValueCheck {
  const counts = { reached: { hits: 0, of: 0 }, notReached: { hits: 0, of: 0 } };
  for (const { activeDays, valueDay, watchedUntil } of people) {
    const active = activeDays.some((day) => day > landmark - week && day <= landmark);
    if (!active || watchedUntil < until) continue;
    const group = valueDay !== null && valueDay <= landmark ? counts.reached : counts.notReached;
    group.of += 1;
    if (activeDays.some((day) => day > landmark && day <= until)) group.hits += 1;
  }
  const found = difference(counts.reached, counts.notReached);
  return {
    reached: shareOfPeople(counts.reached.hits, counts.reached.of),
    notReached: shareOfPeople(counts.notReached.hits, counts.notReached.of),
    difference: found,
    says: isKnown(found) ? (found.interval[0] > 0 ? "goes_together" : "not_shown") : null,
  };
}
