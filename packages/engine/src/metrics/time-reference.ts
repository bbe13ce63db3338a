import { fewestForMedian } from "./estimate.ts";
import { median, percentile } from "./middle.ts";

/** M4: the time a step is measured against, milliseconds, and who says so. */
export type TimeReference =
  | { ms: number; limitMs: number; source: "stated" | "experienced"; reason: null }
  | { ms: null; limitMs: null; source: null; reason: "no_reference" };

const experiencedRuns = 10;
const slowFactor = 1.5;

/**
 * M4, how long a step should take: what the author states, slow beyond one and a half times that; else the limit is the
 * 90th percentile of experienced people's own medians in an earlier frozen block. Frozen with the version: whoever calls
 * it keeps the answer.
 *
 * @param minutes `step.minutes` of the journey.
 * @param earlier Each person's finished times at the step in an earlier frozen block, milliseconds. Experienced is who has
 *   ten or more; it takes twelve such people.
 * @example
 * ```ts
 * timeReference(4, []).limitMs; // 360_000
 * ```
 */
export function timeReference(minutes: number | undefined, earlier: readonly (readonly number[])[]): TimeReference {
  if (minutes !== undefined) {
    const ms = minutes * 60_000;
    return { ms, limitMs: ms * slowFactor, source: "stated", reason: null };
  }
  const own = earlier.filter((times) => times.length >= experiencedRuns).flatMap((times) => median(times) ?? []);
  const ms = own.length < fewestForMedian ? null : percentile(own, 0.9);
  if (ms === null) return { ms: null, limitMs: null, source: null, reason: "no_reference" };
  return { ms, limitMs: ms, source: "experienced", reason: null };
}
