import { type Estimate, isKnown, missing, scaled } from "./estimate.ts";
import { shareOfAttempts } from "./share.ts";

/** M11, shares from 0 to 1 and differences in points. */
export interface PerceptionGap {
  /** Share of answers to "How easy was it?" that are 5, 6 or 7: what people say themselves. */
  reported: Estimate;
  /** What the manager believes minus what is measured, and minus what is reported. */
  believedMinusMeasured: Estimate;
  believedMinusReported: Estimate;
}

const easyFrom = 5;

/** Believed is somebody's word: it has no interval of its own. */
function minus(believed: number, other: Estimate): Estimate {
  if (!isKnown(other)) return other;
  const [low, high] = other.interval;
  const points = (share: number): number => 100 * (believed - share);
  return { ...scaled(other, 1), value: points(other.value), interval: [points(high ?? 1), points(low)] };
}

/**
 * M11, who sees it how: reported is the share of answers to the Single Ease Question from 5 to 7, clustered by person.
 * Anonymous reports have no denominator and never stand on this scale.
 *
 * @param believed The manager's own estimate, 0 to 1, asked before any result; `null`: `not_believed`.
 * @param measured From `ability`.
 * @param answers One list of answers from 1 to 7 for each person.
 * @example
 * ```ts
 * perceptionGap(0.75, shareOfPeople(6, 20), []).believedMinusMeasured.value; // 45
 * ```
 */
export function perceptionGap(
  believed: number | null,
  measured: Estimate,
  answers: readonly (readonly number[])[],
): PerceptionGap {
  const reported = shareOfAttempts(
    answers.map((own) => ({ hits: own.filter((answer) => answer >= easyFrom).length, of: own.length })),
  );
  const unasked = missing("not_believed");
  return {
    reported,
    believedMinusMeasured: believed === null ? unasked : minus(believed, measured),
    believedMinusReported: believed === null ? unasked : minus(believed, reported),
  };
}
