import type { Handoff, HandoffAct, Journey, Progress, Run, StepState } from "@waymark/schema";
import { stepState } from "../step-state.ts";
import { handoffState } from "./merge-handoff.ts";

/** A hand-over that should be offered; whoever offers it gives it an id. */
export type DueOffer = Omit<Extract<HandoffAct, { act: "offer" }>, "act" | "id" | "role" | "note">;

/** Which step of which way, and its attempt. */
export interface Place {
  journey: string;
  step: string;
  subject: string;
  attempt: number;
}

/** Whether a hand-over came from this place. */
export function isFrom(handoff: Handoff, { journey, step, subject, attempt }: Place): boolean {
  const { me } = handoff.from;
  return (
    me === true &&
    handoff.journey === journey &&
    handoff.step === step &&
    handoff.subject === subject &&
    handoff.attempt === attempt
  );
}

/**
 * Whether somebody did it. What was so already when a record was first looked at was handed over by other ways: three
 * hundred deals that were won last year are no offers.
 */
function isDeed(run: Run, state: StepState): boolean {
  const { completed, how } = state;
  if (completed === null || how === "skipped" || how === null) return false;
  const latched = Object.keys(state.latched ?? {}).some((key) => key !== "~");
  return how === "manual" || latched || (run.began !== undefined && run.began < completed);
}

/**
 * What has been finished and should go to the next role, and has not been offered.
 *
 * @param since Unix ms: what was finished before hand-overs were looked after here is not offered.
 */
export function dueOffers(
  journeys: readonly Journey[],
  progress: Progress,
  known: readonly Handoff[],
  since: number,
): DueOffer[] {
  const due: DueOffer[] = [];
  for (const { id: journey, steps } of journeys) {
    for (const { id: step, handoff } of steps) {
      if (handoff === undefined) continue;
      const onward =
        handoff.step === undefined ? { journey: handoff.journey } : { journey: handoff.journey, step: handoff.step };
      for (const [subject, run] of Object.entries(progress.journeys[journey] ?? {})) {
        const state = stepState(run, step);
        const place = { journey, step, subject, attempt: state.attempt };
        if (state.completed === null || state.completed < since || !isDeed(run, state)) continue;
        if (known.some((each) => isFrom(each, place))) continue;
        due.push({ ...place, to: handoff.role, onward, at: state.completed });
      }
    }
  }
  return due;
}

/** Steps that came back and are still counted as done: the next attempt of each is to be opened. */
export function dueReopenings(progress: Progress, known: readonly Handoff[]): Place[] {
  return known
    .filter((handoff) => handoff.from.me && handoffState(handoff) === "returned")
    .filter(({ journey, step, subject, attempt }) => {
      const state = stepState(progress.journeys[journey]?.[subject], step);
      return state.attempt === attempt && state.completed !== null;
    })
    .map(({ journey, step, subject, attempt }) => ({ journey, step, subject, attempt }));
}
