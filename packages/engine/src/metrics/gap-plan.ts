import { expectedAt, type Milestone } from "./expectation-gap.ts";

/** One version of what is expected of a step. */
export interface PlanVersion {
  /** When it was stated, Unix ms. */
  at: number;
  milestones: readonly Milestone[];
}

/** What is expected of a step by one moment. */
export interface Due {
  /** 0 to 1; what comes next where nothing has come yet. */
  share: number;
  /** Its day has come. */
  due: boolean;
}

/** The version that held at a moment: the last one stated by then, else the first. */
function inForce(versions: readonly PlanVersion[], moment: number): PlanVersion | null {
  const inOrder = [...versions].sort((a, b) => a.at - b.at);
  return inOrder.findLast(({ at }) => at <= moment) ?? inOrder[0] ?? null;
}

/**
 * What is expected at the end of a block. A block is judged by the version that held then, so that who moves a goal does not
 * rewrite what was said before; what was stated only after the first block holds for it too.
 *
 * @param end The moment after the block, Unix ms.
 * @returns `null` where nothing was stated.
 */
export function dueAtEnd(versions: readonly PlanVersion[], end: number): Due | null {
  const milestones = inForce(versions, end)?.milestones ?? [];
  const come = expectedAt(milestones, end - 1);
  if (come !== null) return { share: come, due: true };
  const next = [...milestones].sort((a, b) => a.by - b.by)[0];
  return next === undefined ? null : { share: next.share, due: false };
}

/** The last goal of the newest version, 0 to 1, or `null`. */
export function lastGoal(versions: readonly PlanVersion[]): number | null {
  const newest = [...versions].sort((a, b) => a.at - b.at).at(-1);
  return [...(newest?.milestones ?? [])].sort((a, b) => a.by - b.by).at(-1)?.share ?? null;
}

/** What is expected of a journey, whose ability is its weakest step: the least of what is expected of its steps. */
export function leastDue(steps: readonly (Due | null)[]): Due | null {
  let least: Due | null = null;
  for (const due of steps) {
    if (due === null) return null;
    if (least === null || due.share < least.share) least = { share: due.share, due: due.due };
    if (!due.due) least = { ...least, due: false };
  }
  return least;
}
