import type { Journey, Run, StepState } from "@waymark/schema";

/** A step nobody has touched. */
export const fresh: StepState = { attempt: 1, began: null, completed: null, how: null };

/** A step's state, or its first attempt where nothing is known. */
export function stepState(run: Run | undefined, step: string): StepState {
  return run?.steps[step] ?? fresh;
}

/** Index of the first step that is not settled; `null` when the way is finished. */
export function hereOf(journey: Journey, run: Run | undefined): number | null {
  const index = journey.steps.findIndex((step) => stepState(run, step.id).completed === null);
  return index < 0 ? null : index;
}
