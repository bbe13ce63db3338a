import type { BriefAnswer, Journey, Runs, Step } from "@waymark/schema";
import { briefText } from "./brief.ts";
import { beginStep, change, type Draft, put, settle, start, tell, withDraft } from "./draft.ts";
import { dayOf } from "./duration.ts";
import type { Command, Effect } from "./fact.ts";
import { fresh, hereOf, stepState } from "./step-state.ts";

function undo(draft: Draft, step: Step): void {
  const { attempt, completed } = stepState(draft.run, step.id);
  if (completed === null) return;
  put(draft, step, { ...fresh, attempt: attempt + 1 });
  tell(draft, { type: "step.undone", step: step.id, attempt });
}

/** Work that comes again: once every step is settled, beginning anew opens the next attempt of each. */
function restart(draft: Draft): void {
  for (const step of draft.journey.steps) {
    put(draft, step, { ...fresh, attempt: stepState(draft.run, step.id).attempt + 1 });
  }
  tell(draft, { type: "journey.started" });
}

function stepOf(journey: Journey, id: string | undefined): Step | undefined {
  return journey.steps.find((step) => step.id === id);
}

function hide(draft: Draft, until: number | null): void {
  change(draft, { hidden: { until, at: draft.now } });
  if (until === null) tell(draft, { type: "journey.dismissed" });
  else if (until === 0) tell(draft, { type: "journey.resumed" });
  else tell(draft, { type: "journey.snoozed", until });
}

function answer(draft: Draft, given: BriefAnswer): void {
  change(draft, { brief: { answer: given, text: briefText(draft.journey), at: draft.now } });
  tell(draft, { type: "brief.answered", answer: given });
}

/** The plan of one step. Others hear the day, not the hour; a plan taken back has none. */
function plan(draft: Draft, step: Step, due: number | null): void {
  if (stepState(draft.run, step.id).completed !== null) return;
  change(draft, { plan: { step: step.id, due, at: draft.now } });
  tell(draft, { type: "step.planned", step: step.id, ...(due === null ? {} : { due: dayOf(due) }) });
}

function begin(draft: Draft, stepId: string | undefined): void {
  if (draft.journey.repeat && hereOf(draft.journey, draft.run) === null) restart(draft);
  start(draft);
  const here = hereOf(draft.journey, draft.run);
  const step = stepOf(draft.journey, stepId) ?? (here === null ? undefined : draft.journey.steps[here]);
  if (step) beginStep(draft, step);
}

/** Folds what the person does with the guide itself. */
export function command(journey: Journey, runs: Runs, fact: Command, now: number): [Runs, Effect[]] {
  switch (fact.kind) {
    case "answer":
      return withDraft(journey, runs, "", now, (draft) => answer(draft, fact.answer));
    case "hide":
      return withDraft(journey, runs, "", now, (draft) => hide(draft, fact.until));
    case "begin":
      return withDraft(journey, runs, fact.subject, now, (draft) => begin(draft, fact.step));
    default: {
      const step = stepOf(journey, fact.step);
      if (!step) return [runs, []];
      return withDraft(journey, runs, fact.subject, now, (draft) => {
        if (fact.kind === "plan") plan(draft, step, fact.due);
        else if (fact.kind === "untick") undo(draft, step);
        else settle(draft, step, fact.kind === "tick" ? "manual" : "skipped");
      });
    }
  }
}
