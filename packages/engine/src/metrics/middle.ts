import { mean, medianSorted, quantileSorted, sampleVariance } from "simple-statistics";
import { studentQuantile, z90 } from "./distributions.ts";
import { type Estimate, fewestForMedian, fewestPeople, missing } from "./estimate.ts";

const ascending = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

/** The median of numbers in any order; `null` of none. */
export function median(values: readonly number[]): number | null {
  return values.length === 0 ? null : medianSorted(ascending(values));
}

/** The percentile between neighbours (Hyndman and Fan, 1996, type 7); `null` under twelve values. */
export function percentile(values: readonly number[], share: number): number | null {
  return values.length < fewestForMedian ? null : quantileSorted(ascending(values), share);
}

/** The largest r with P(X <= r) at most 5% for X binomial with n draws of 1/2; -1 where there is none. */
function lowRank(n: number): number {
  // 0.5 ** n underflows past 1,074; from here on the normal approximation is exact to the rank.
  if (n > 900) return Math.floor((n - 1 - z90 * Math.sqrt(n)) / 2);
  let cumulative = 0;
  let probability = 0.5 ** n;
  for (let r = 0; r < n; r += 1) {
    cumulative += probability;
    if (cumulative > 0.05) return r - 1;
    probability *= (n - r) / (r + 1);
  }
  return -1;
}

/**
 * The 90% order-statistic interval of a median: the narrowest symmetric pair of values that holds it with 90% by the
 * binomial distribution, whatever their shape (David and Nagaraja, Order Statistics, 2003, 7.1). `null` under five values.
 */
export function medianInterval90(values: readonly number[]): [number, number] | null {
  const sorted = ascending(values);
  const rank = lowRank(sorted.length);
  const low = sorted[rank];
  const high = sorted[sorted.length - 1 - rank];
  return rank < 0 || low === undefined || high === undefined ? null : [low, high];
}

/** A median over people, one value each, in their unit. `too_few` for fewer than twelve people. * @example
 * ```ts
 * medianOfPeople([4, 9, 2, 7, 5, 3, 8, 6, 1, 12, 10, 11]); // 6.5, from 3 to 10
 * ```
 */
export function medianOfPeople(values: readonly number[]): Estimate {
  const value = median(values);
  const interval = medianInterval90(values);
  if (values.length < fewestForMedian || value === null || interval === null) return missing("too_few", values.length);
  return { value, interval, people: values.length, reason: null };
}

/**
 * A mean over people, one value each, with Student's interval, kept inside what the scale allows.
 *
 * @param within The lowest and highest value there can be.
 * @returns `too_few` for fewer than five people.
 */
export function meanOfPeople(values: readonly number[], within: readonly [number, number]): Estimate {
  const people = values.length;
  if (people < fewestPeople) return missing("too_few", people);
  const value = mean([...values]);
  const half = studentQuantile(0.95, people - 1) * Math.sqrt(sampleVariance([...values]) / people);
  return {
    value,
    interval: [Math.max(within[0], value - half), Math.min(within[1], value + half)],
    people,
    reason: null,
  };
}
