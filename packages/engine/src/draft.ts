import type { Journey, Run, Runs, Step, StepState } from "@waymark/schema";
import type { Effect } from "./fact.ts";
import { hereOf, stepState } from "./step-state.ts";

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** The run of one subject while a transition changes it. */
export interface Draft {
  journey: Journey;
  subject: string;
  run: Run;
  effects: Effect[];
  now: number;
}

/** Says what happened; the moment and the subject are the draft's. */
export function tell(draft: Draft, effect: DistributiveOmit<Effect, "subject" | "at">): void {
  draft.effects.push({ ...effect, subject: draft.subject, at: draft.now } as Effect);
}

export function change(draft: Draft, run: Partial<Run>): void {
  draft.run = { ...draft.run, ...run };
}

export function start(draft: Draft): void {
  if (draft.run.began !== undefined) return;
  change(draft, { began: draft.now });
  tell(draft, { type: "journey.started" });
}

export function put(draft: Draft, step: Step, state: StepState): void {
  change(draft, { steps: { ...draft.run.steps, [step.id]: state } });
}

export function beginStep(draft: Draft, step: Step): void {
  const state = stepState(draft.run, step.id);
  start(draft);
  if (state.began !== null || state.completed !== null) return;
  put(draft, step, { ...state, began: draft.now });
  tell(draft, { type: "step.started", step: step.id, attempt: state.attempt });
}

export function settle(draft: Draft, step: Step, how: "condition" | "manual" | "skipped"): void {
  const state = stepState(draft.run, step.id);
  if (state.completed !== null) return;
  start(draft);
  put(draft, step, { ...state, completed: draft.now, how });
  const of = { step: step.id, attempt: state.attempt };
  tell(draft, how === "skipped" ? { type: "step.skipped", ...of } : { type: "step.completed", ...of, how });
  if (hereOf(draft.journey, draft.run) === null) tell(draft, { type: "journey.completed" });
}

/** Changes the runs of some subjects through drafts; the same runs come back where nothing changed. */
export function withDrafts(
  journey: Journey,
  runs: Runs,
  subjects: readonly string[],
  now: number,
  act: (draft: Draft) => void,
): [Runs, Effect[]] {
  const effects: Effect[] = [];
  // Copied once, however many records there are.
  let after: Runs | undefined;
  for (const subject of subjects) {
    const before: Run = runs[subject] ?? { steps: {} };
    const draft: Draft = { journey, subject, run: before, effects, now };
    act(draft);
    if (draft.run === before) continue;
    after ??= { ...runs };
    after[subject] = draft.run;
  }
  return [after ?? runs, effects];
}

/** Changes one subject's run. */
export function withDraft(
  journey: Journey,
  runs: Runs,
  subject: string,
  now: number,
  act: (draft: Draft) => void,
): [Runs, Effect[]] {
  return withDrafts(journey, runs, [subject], now, act);
}
