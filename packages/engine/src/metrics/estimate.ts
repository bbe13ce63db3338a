/**
 * Why a number is not there. `too_few`: fewer people than it takes. `no_headcount`: the host never said how many there are.
 * `few_answers`: fewer than half of those who were asked answered. `no_reference`: no time to measure against.
 * `no_expectation`, `not_believed`: nobody stated one. `not_yet`: the time it speaks of has not passed, or it has not
 * happened to enough people. `part_missing`: a part it is made of is missing. `tied`: two are equally often.
 * `dominated`: one person stands behind more than a third of it. `uneven`: two arms are not of the sizes that were stated.
 */
export type Reason =
  | "too_few"
  | "no_headcount"
  | "few_answers"
  | "no_reference"
  | "no_expectation"
  | "not_believed"
  | "not_yet"
  | "part_missing"
  | "tied"
  | "dominated"
  | "uneven";

/** From, to. An end that is open is `null`. */
export type Interval = readonly [number, number | null];

/** A number with its 90% interval and the people behind it, or why it is missing. It is never zero for want of data. */
export interface Estimate {
  value: number | null;
  interval: Interval | null;
  people: number;
  reason: Reason | null;
}

/** An estimate whose number is there. */
export interface Known extends Estimate {
  value: number;
  interval: Interval;
  reason: null;
}

/** Shares of fewer people than this say nothing. */
export const fewestPeople = 5;
/** Medians, percentiles and forecasts take more. */
export const fewestForMedian = 12;

/** A missing number. */
export function missing(reason: Reason, people = 0): Estimate & { value: null } {
  return { value: null, interval: null, people, reason };
}

/** Whether the number is there. */
export function isKnown(estimate: Estimate): estimate is Known {
  return estimate.value !== null && estimate.interval !== null;
}

/** The same number in another unit: shares in points, milliseconds in minutes. The factor is above 0. */
export function scaled(estimate: Estimate, factor: number, plus = 0): Estimate {
  if (!isKnown(estimate)) return estimate;
  const [low, high] = estimate.interval;
  const of = (value: number): number => value * factor + plus;
  return { ...estimate, value: of(estimate.value), interval: [of(low), high === null ? null : of(high)] };
}
