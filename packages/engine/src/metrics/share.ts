import { studentQuantile, usualLevel, z90 } from "./distributions.ts";
import { type Estimate, fewestPeople, missing } from "./estimate.ts";

/** What one person adds to a share: so many of so many attempts, prompts, saves. */
export interface Tally {
  hits: number;
  of: number;
}

const clamp = (value: number): number => Math.min(1, Math.max(0, value));

/**
 * Wilson's interval of a share (Wilson, Probable inference, the law of succession, and statistical inference, 1927).
 *
 * @param share 0 to 1.
 * @param of How many independent draws it is worth, also in fractions.
 * @param quantile Of the normal or of Student's t. Default: the normal's for 90%.
 */
export function wilson(share: number, of: number, quantile: number = z90): [number, number] {
  const q2 = quantile * quantile;
  const centre = (share + q2 / (2 * of)) / (1 + q2 / of);
  const half = (quantile / (1 + q2 / of)) * Math.sqrt((share * (1 - share)) / of + q2 / (4 * of * of));
  // At 0 and at 1 the formula meets the end exactly; the last bit of a double may not.
  return [share <= 0 ? 0 : clamp(centre - half), share >= 1 ? 1 : clamp(centre + half)];
}

function check({ hits, of }: Tally): void {
  if (!(hits >= 0 && hits <= of && of < Number.POSITIVE_INFINITY))
    throw new RangeError(`${hits} of ${of} is no share: count hits from 0 to all there were.`);
}

const quantileFor = (level: number, people: number): number => studentQuantile((1 + level) / 2, people - 1);

/**
 * The independent draws a share is worth. Attempts of one person resemble each other, so a share of them is worth less
 * than their number: p(1-p) over the variance clustered by person (Korn and Graubard, 1998). Never more than there are;
 * where nothing varies, no more than there are people.
 */
function worth(people: readonly Tally[], share: number, of: number): number {
  if (share <= 0 || share >= 1) return people.length;
  const squares = people.reduce((sum, each) => sum + (each.hits - share * each.of) ** 2, 0);
  const variance = (people.length / (people.length - 1)) * (squares / of ** 2);
  return variance > 0 ? Math.min(of, (share * (1 - share)) / variance) : of;
}

/**
 * A share to which each person adds as much as they did: the ratio of the sums, with its interval clustered by person
 * (Wilson with the effective number and Student's t of one less than the people). From 0 to 1.
 *
 * @param people One tally each; who has nothing to count is passed over.
 * @param level Of the interval. Default: 0.9.
 * @returns `too_few` for fewer than five people.
 * @throws RangeError where somebody has more hits than attempts.
 * @example
 * ```ts
 * shareOfAttempts([1, 0, 2, 1, 2].map((hits) => ({ hits, of: 2 }))).value; // 0.6
 * ```
 */
export function shareOfAttempts(people: readonly Tally[], level: number = usualLevel): Estimate {
  people.forEach(check);
  const counted = people.filter((each) => each.of > 0);
  if (counted.length < fewestPeople) return missing("too_few", counted.length);
  const of = counted.reduce((sum, each) => sum + each.of, 0);
  const value = counted.reduce((sum, each) => sum + each.hits, 0) / of;
  const interval = wilson(value, worth(counted, value, of), quantileFor(level, counted.length));
  return { value, interval, people: counted.length, reason: null };
}

/**
 * A share of people, each of whom counts once: the same interval, from two counts. From 0 to 1.
 *
 * @example
 * ```ts
 * shareOfPeople(14, 20); // { value: 0.7, interval: [0.499, 0.845], people: 20, reason: null }
 * ```
 */
export function shareOfPeople(hits: number, of: number, level: number = usualLevel): Estimate {
  check({ hits, of });
  if (of < fewestPeople) return missing("too_few", of);
  const value = hits / of;
  const draws = hits === 0 || hits === of ? of : of - 1;
  return { value, interval: wilson(value, draws, quantileFor(level, of)), people: of, reason: null };
}

/** A share to which everybody adds equally, however much they did: each person's own share first. From 0 to 1. */
export function shareByPerson(people: readonly Tally[]): Estimate {
  return shareOfAttempts(people.filter((each) => each.of > 0).map((each) => ({ hits: each.hits / each.of, of: 1 })));
}

/**
 * The difference of two shares of different people, first minus second, with Newcombe's interval
 * (Newcombe, Interval estimation for the difference between independent proportions, 1998, method 10).
 *
 * @returns `too_few` where either has fewer than five people.
 * @example
 * ```ts
 * difference({ hits: 14, of: 20 }, { hits: 6, of: 18 }).interval; // [0.100, 0.569]
 * ```
 */
export function difference(first: Tally, second: Tally, quantile: number = z90): Estimate {
  [first, second].forEach(check);
  const people = first.of + second.of;
  if (Math.min(first.of, second.of) < fewestPeople) return missing("too_few", people);
  const [a, b] = [first.hits / first.of, second.hits / second.of];
  const [lowA, highA] = wilson(a, first.of, quantile);
  const [lowB, highB] = wilson(b, second.of, quantile);
  const value = a - b;
  const interval = [value - Math.hypot(a - lowA, highB - b), value + Math.hypot(highA - a, b - lowB)] as const;
  return { value, interval, people, reason: null };
}
