import type { Journey, Run, Runs } from "@waymark/schema";
import { hereOf, stepState } from "./step-state.ts";

/** How long a record has been in its step, beside those that came through. */
export type StepAge =
  | { age: "fresh" | "due" | "stale"; ratio: number }
  /** `too_few`: not enough of the person's records have come through to compare; `not_begun`: no clock runs. */
  | { age: null; reason: "too_few" | "not_begun" };

/** So many finished records before one is compared with them, as for what is published of M15. */
const enough = 12;

/**
 * The 75th percentile, between neighbours (Hyndman and Fan, 1996, type 7).
 * @returns `null` for fewer than twelve values.
 */
export function upperQuartile(values: readonly number[]): number | null {
  if (values.length < enough) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const place = 0.75 * (sorted.length - 1);
  const low = Math.floor(place);
  const from = sorted[low] ?? 0;
  return from + (place - low) * ((sorted[low + 1] ?? from) - from);
}

/** When a step's time began to run, Unix ms; `null` where no clock runs: with the step before it, the first with the record's own beginning. */
export function enteredAt(journey: Journey, run: Run | undefined, index: number): number | null {
  const before = journey.steps[index - 1];
  return before === undefined ? (run?.began ?? null) : stepState(run, before.id).completed;
}

/** How long steps take this person: P75 in ms of their finished records, by step; `null` where too few have finished. */
export function paceOf(journey: Journey, runs: Runs): (number | null)[] {
  const finished = Object.entries(runs).filter(([key, run]) => key !== "" && hereOf(journey, run) === null);
  return journey.steps.map((step, index) =>
    upperQuartile(
      finished.flatMap(([, run]) => {
        const from = enteredAt(journey, run, index);
        const { completed, how } = stepState(run, step.id);
        // Done before its turn, or set aside: no time was spent waiting in it.
        return from === null || completed === null || how === "skipped" || completed <= from ? [] : [completed - from];
      }),
    ),
  );
}

/**
 * Age of the step a record stands in (M15): time in it over the person's own 75th percentile. Below 1 it is fresh, up to
 * 1.5 due, beyond that stale.
 *
 * @param pace From `paceOf`.
 * @param now Unix milliseconds.
 */
export function stepAge(
  journey: Journey,
  run: Run | undefined,
  pace: readonly (number | null)[],
  now: number,
): StepAge | null {
  const here = hereOf(journey, run);
  if (here === null) return null;
  const from = enteredAt(journey, run, here);
  if (from === null) return { age: null, reason: "not_begun" };
  const usual = pace[here] ?? null;
  if (usual === null) return { age: null, reason: "too_few" };
  const ratio = Math.max(0, now - from) / usual;
  return { age: ratio < 1 ? "fresh" : ratio <= 1.5 ? "due" : "stale", ratio };
}
