import { binomialUpTo } from "./distributions.ts";
import { type Estimate, isKnown, missing, type Reason, scaled } from "./estimate.ts";
import { shareOfPeople } from "./share.ts";

/** What is expected of a step by a day: a share of people, and how long it may take. */
export interface Milestone {
  /** Unix milliseconds from which it is expected. */
  by: number;
  /** 0 to 1. */
  share: number;
}

export type Verdict = "behind" | "ahead" | "on_plan" | "unclear";

/** M10 of one block. */
export interface Gap {
  verdict: Verdict;
  /** Measured minus expected, points; below 0 is behind. */
  points: Estimate;
  /** The smallest gap, in points, that a team of this size would show four times in five; `null`: none. */
  seesFrom: number | null;
  reason: Reason | null;
}

/** So far from the plan is still to plan. */
const band = 0.1;
const power = 0.8;
const worst = 3;

/**
 * What is expected at a moment: the last milestone that has come, not a line between them; `null` before the first.
 */
export function expectedAt(milestones: readonly Milestone[], now: number): number | null {
  const come = milestones.filter(({ by }) => by <= now).sort((a, b) => a.by - b.by);
  return come.at(-1)?.share ?? null;
}

/** The verdict of one interval: `ahead` and `behind` only where all of it lies beyond the ten points on either side. */
export function verdictOf(ability: Estimate, expected: number): Verdict {
  if (!isKnown(ability)) return "unclear";
  const [low, high] = ability.interval;
  if (low > expected + band) return "ahead";
  if (low >= expected - band) return "on_plan";
  return (high ?? 1) < expected - band ? "behind" : "unclear";
}

/**
 * The smallest gap in whole points that one block shows four times in five: exact, from the binomial distribution of people.
 *
 * @param people Whose ability is known.
 * @param expected 0 to 1.
 * @returns `null` where no gap is large enough.
 * @example
 * ```ts
 * visibleGap(20, 0.8); // 37
 * ```
 */
export function visibleGap(people: number, expected: number): number | null {
  let most = -1;
  while (most < people && verdictOf(shareOfPeople(most + 1, people), expected) === "behind") most += 1;
  if (most < 0) return null;
  for (let points = 100 * band; points <= expected * 100 + 1e-9; points += 1)
    if (binomialUpTo(most, people, Math.max(0, expected - points / 100)) >= power) return points;
  return null;
}

/**
 * M10, how far apart expectation and ability are, both in people: `ahead` where the lower end is above the plan by more
 * than 10 points, `on_plan` where it is no more than 10 below it, `behind` where the upper end is below that, else
 * `unclear`.
 *
 * @param expected From `expectedAt`.
 * @example
 * ```ts
 * expectationGap(shareOfPeople(8, 20), 0.8).verdict; // "behind"
 * ```
 */
export function expectationGap(ability: Estimate, expected: number | null): Gap {
  if (expected === null)
    return { verdict: "unclear", points: missing("no_expectation"), seesFrom: null, reason: "no_expectation" };
  return {
    verdict: verdictOf(ability, expected),
    points: scaled(ability, 100, -100 * expected),
    seesFrom: visibleGap(ability.people, expected),
    reason: ability.reason,
  };
}

/**
 * The verdict that stands after disjoint blocks in order: the first block with a number gives it, and it changes only when
 * two in a row say the same other one. A block without a number (`null`) interrupts the row and changes nothing.
 *
 * @returns `unclear` while there is no block with a number.
 * @example
 * ```ts
 * standingVerdict(["on_plan", "behind"]); // "on_plan"
 * ```
 */
export function standingVerdict(blocks: readonly (Verdict | null)[]): Verdict {
  let standing: Verdict | null = null;
  blocks.forEach((verdict, index) => {
    if (verdict !== null && (standing === null || verdict === blocks[index - 1])) standing = verdict;
  });
  return standing ?? "unclear";
}

/**
 * How much longer a step takes than was planned: the median over what is expected, as a factor.
 *
 * @param expectedMs `null`: nobody stated it.
 */
export function timeGap(medianMs: Estimate, expectedMs: number | null): Estimate {
  return expectedMs === null ? missing("no_expectation", medianMs.people) : scaled(medianMs, 1 / expectedMs);
}

/** The three steps furthest below what is expected, the widest gap first; steps without a number are left out. */
export function worstSteps(rows: readonly { step: string; points: Estimate }[]): string[] {
  return rows
    .flatMap(({ step, points }) => (isKnown(points) ? [{ step, value: points.value }] : []))
    .filter(({ value }) => value < 0)
    .sort((a, b) => a.value - b.value || (a.step < b.step ? -1 : 1))
    .slice(0, worst)
    .map(({ step }) => step);
}
