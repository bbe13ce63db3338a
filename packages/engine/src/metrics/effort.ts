import { type Estimate, missing } from "./estimate.ts";
import { meanOfPeople, median } from "./middle.ts";
import { scoreOfSeven } from "./usefulness.ts";

/** What one attempt took. */
export interface Toil {
  activeMs: number;
  failed: number;
  backtracks: number;
}

/** One person at one step. */
export interface PersonEffort {
  attempts: readonly Toil[];
  /** Answers to the Single Ease Question, 1 (very hard) to 7 (very easy). */
  ease: readonly number[];
}

/** How much each part weighs. */
export interface EffortWeights {
  time: number;
  errors: number;
  backtracks: number;
}

/** M5: two scores that are never mixed, and the parts of the first. */
export interface Effort {
  /** 0 to 100: what was seen. */
  behaviour: Estimate;
  /** 0 (very hard) to 100 (very easy): what was said. */
  ease: Estimate;
  /** 0 to 1 each. */
  parts: { time: Estimate; errors: Estimate; backtracks: Estimate };
}

/** Time, errors and backtracks as the first definition weighs them; docs/metrics.md shows what other weights would do. */
export const usualWeights: EffortWeights = { time: 0.45, errors: 0.2, backtracks: 0.1 };

const unit = [0, 1] as const;
const most = 3;
const clamp = (value: number): number => Math.min(1, Math.max(0, value));

function partsOf(person: PersonEffort, referenceMs: number | null): EffortWeights {
  const middle = (of: (toil: Toil) => number): number => median(person.attempts.map(of)) ?? 0;
  return {
    time: referenceMs === null ? 0 : clamp((middle((toil) => toil.activeMs) / referenceMs - 1) / most),
    errors: clamp(middle((toil) => toil.failed) / most),
    backtracks: clamp(middle((toil) => toil.backtracks) / most),
  };
}

const scoreOf = (parts: EffortWeights, weights: EffortWeights): number =>
  (100 * (weights.time * parts.time + weights.errors * parts.errors + weights.backtracks * parts.backtracks)) /
  (weights.time + weights.errors + weights.backtracks);

/**
 * One person's effort-behaviour at one step, 0 to 100: what M5 takes the mean of. `null` where there is no time to measure
 * against, or nothing was done.
 */
export function effortOfPerson(attempts: readonly Toil[], referenceMs: number | null): number | null {
  if (referenceMs === null || attempts.length === 0) return null;
  return scoreOf(partsOf({ attempts, ease: [] }, referenceMs), usualWeights);
}

/**
 * M5, how hard a step is, 0 to 100: the mean over people of each person's median parts,
 * 100 (0.45 t + 0.20 e + 0.10 b) / 0.75, with t = clip((T / T_ref - 1) / 3), e = clip(errors / 3), b = clip(backtracks / 3).
 * What people say of it (Single Ease Question: Sauro and Dumas, 2009) is a score of its own.
 *
 * @param referenceMs From `timeReference`; `null`: `no_reference` for the score, and its other parts are still shown.
 * @example
 * ```ts
 * const attempts = [{ activeMs: 120_000, failed: 0, backtracks: 0 }];
 * effort(Array.from({ length: 5 }, () => ({ attempts, ease: [] })), 60_000).behaviour.value; // 20
 * ```
 */
export function effort(
  people: readonly PersonEffort[],
  referenceMs: number | null,
  weights: EffortWeights = usualWeights,
): Effort {
  const parts = people.filter(({ attempts }) => attempts.length > 0).map((person) => partsOf(person, referenceMs));
  const score = (of: EffortWeights): number => scoreOf(of, weights);
  const unmeasured = missing("no_reference", parts.length);
  return {
    behaviour: referenceMs === null ? unmeasured : meanOfPeople(parts.map(score), [0, 100]),
    ease: scoreOfSeven(people.flatMap(({ ease }) => median(ease) ?? [])),
    parts: {
      time:
        referenceMs === null
          ? unmeasured
          : meanOfPeople(
              parts.map(({ time }) => time),
              unit,
            ),
      errors: meanOfPeople(
        parts.map(({ errors }) => errors),
        unit,
      ),
      backtracks: meanOfPeople(
        parts.map(({ backtracks }) => backtracks),
        unit,
      ),
    },
  };
}
