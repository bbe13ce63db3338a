import { binomialUpTo, type Estimate, isKnown, shareOfPeople } from "../../src/metrics/index.ts";

/** The share at which P(X <= most) is so much: a quantile of the beta distribution, by halving. */
function shareAt(most: number, of: number, probability: number): number {
  let [low, high] = [0, 1];
  for (let i = 0; i < 60; i += 1) {
    const middle = (low + high) / 2;
    if (binomialUpTo(most, of, middle) > probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The 99% interval of Clopper and Pearson (1934): what a simulated share leaves open. */
export function clopperPearson(hits: number, of: number, level: number = 0.99): [number, number] {
  const tail = (1 - level) / 2;
  return [hits === 0 ? 0 : shareAt(hits - 1, of, 1 - tail), hits === of ? 1 : shareAt(hits, of, tail)];
}

/** Whether an interval holds the truth. */
export function holds(estimate: Estimate, truth: number): boolean {
  return isKnown(estimate) && estimate.interval[0] <= truth && (estimate.interval[1] ?? 1) >= truth;
}

/** How often the interval of a share of people holds the truth: a sum over all counts. */
export function exactCoverage(people: number, truth: number): number {
  let sum = 0;
  for (let count = 0; count <= people; count += 1) {
    const here = binomialUpTo(count, people, truth) - binomialUpTo(count - 1, people, truth);
    if (holds(shareOfPeople(count, people), truth)) sum += here;
  }
  return sum;
}
