import { type Estimate, isKnown } from "./estimate.ts";
import { difference, shareOfPeople, type Tally } from "./share.ts";

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

/** What M7 counts: of whom, and how many of them stayed. */
export interface ValueArms {
  reached: Tally;
  notReached: Tally;
}

/** Who of these people M7 counts, and on which side; each person once. */
export function valueArms(people: readonly ActiveDays[]): ValueArms {
  const counts: ValueArms = { reached: { hits: 0, of: 0 }, notReached: { hits: 0, of: 0 } };
  for (const { activeDays, valueDay, watchedUntil } of people) {
    const active = activeDays.some((day) => day > landmark - week && day <= landmark);
    if (!active || watchedUntil < until) continue;
    const group = valueDay !== null && valueDay <= landmark ? counts.reached : counts.notReached;
    group.of += 1;
    if (activeDays.some((day) => day > landmark && day <= until)) group.hits += 1;
  }
  return counts;
}

/** M7 of counts that were made before, say of several blocks together. */
export function checkOfArms({ reached, notReached }: ValueArms): ValueCheck {
  const found = difference(reached, notReached);
  return {
    reached: shareOfPeople(reached.hits, reached.of),
    notReached: shareOfPeople(notReached.hits, notReached.of),
    difference: found,
    says: isKnown(found) ? (found.interval[0] > 0 ? "goes_together" : "not_shown") : null,
  };
}

/** One person by calendar weeks, counted from the week in which they became eligible: that one is 0. */
export interface ActiveWeeks {
  active: readonly number[];
  /** Week of the first value event; `null`: none. */
  value: number | null;
  /** Whole weeks that have passed since, the first among them. */
  watched: number;
}

/** How many calendar weeks a person is watched for M7. */
export const weeksOfCheck: number = until / week;

/**
 * Calendar weeks as the days M7 asks for: a week stands on its last day, so that the second is the landmark's and the third
 * to the sixth are what came of it. The first is shorter than seven days for most people, never longer.
 *
 * @example
 * ```ts
 * daysOfWeeks({ active: [0, 1, 4], value: 1, watched: 6 }); // { activeDays: [7, 14, 35], valueDay: 14, watchedUntil: 42 }
 * ```
 */
export function daysOfWeeks({ active, value, watched }: ActiveWeeks): ActiveDays {
  const last = (index: number): number => (index + 1) * week;
  return {
    activeDays: active.map(last),
    valueDay: value === null ? null : last(value),
    watchedUntil: watched * week,
  };
}

/**
 * M7, whether the value event means anything: a landmark analysis (Anderson, Cain and Gelber, 1983). Of people who were
 * active in the week up to day 14 and watched to day 42, those who had reached value by then and those who had not are
 * compared by who is active in days 15 to 42, with Newcombe's interval. "Goes together with", never "validated".
 */
export function valueCheck(people: readonly ActiveDays[]): ValueCheck {
  return checkOfArms(valueArms(people));
}
