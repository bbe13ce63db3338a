import type { Journey, Runs, Step } from "@waymark/schema";
import { beginStep, change, type Draft, put, settle, tell, withDraft, withDrafts } from "./draft.ts";
import { evaluate } from "./evaluate.ts";
import type { Effect, HostFact, Scene } from "./fact.ts";
import { leafKey, leavesOf } from "./leaf.ts";
import { matchPage } from "./match-page.ts";
import { hereOf, stepState } from "./step-state.ts";
import { fillTemplate, subjectKey, subjectOf, subjectTypeOf, unify } from "./subject.ts";

/** The leaves of a step that an event satisfies, with the record it names: `undefined` for none. */
function spokenOf(
  { done }: Step,
  { name, props }: HostFact & { kind: "event" },
  type: string | null,
): (readonly [leaf: string, bound: string | undefined])[] {
  return leavesOf(done).flatMap((leaf) => {
    const bound = "event" in leaf && leaf.event === name ? unify(leaf.where, props, type) : null;
    return bound === null ? [] : [[leafKey(leaf), bound] as const];
  });
}

/** Which leaves of a step the fact satisfies for this subject. */
function newLatches(step: Step, fact: HostFact, journey: Journey, subject: string): string[] {
  if (fact.kind === "dom") {
    return leavesOf(step.done)
      .map(leafKey)
      .filter((key) => fact.leaves.includes(key));
  }
  if (fact.kind !== "event") return [];
  const type = subjectTypeOf(journey);
  return spokenOf(step, fact, type).flatMap(([leaf, bound]) => {
    const speaksOf = bound ?? fact.scene.current[type ?? ""];
    return type === null || (speaksOf !== undefined && subjectKey(type, speaksOf) === subject) ? [leaf] : [];
  });
}

/** The page of the step's deep link is open. */
function isOnPage(step: Step, scene: Scene, subject: string): boolean {
  const open = step.do?.open;
  return (
    open !== undefined &&
    scene.page !== null &&
    matchPage(open, scene.page, (text) => fillTemplate(text, scene, subject)) !== null
  );
}

/** Kept among the latches of a later attempt: its condition was seen not to hold. */
const wasOtherwise = "~";

function observeStep(draft: Draft, step: Step, fact: HostFact): void {
  const state = stepState(draft.run, step.id);
  if (step.done === undefined || state.completed !== null) return;
  const seen = newLatches(step, fact, draft.journey, draft.subject).filter(
    (key) => !Object.hasOwn(state.latched ?? {}, key),
  );
  const latched = { ...state.latched };
  for (const key of seen) latched[key] = draft.now;
  const context = { scene: fact.scene, subject: draft.subject, latched, began: state.began };
  // In a later attempt what merely still is so does not count: it must have been otherwise since, or be done anew.
  const counts = state.attempt === 1 || seen.length > 0 || wasOtherwise in latched;
  const holds = evaluate(step.done, context, draft.now);
  if (!holds && !counts) {
    latched[wasOtherwise] = draft.now;
    put(draft, step, { ...state, latched });
  } else if (counts && holds) {
    if (seen.length > 0) put(draft, step, { ...state, latched });
    settle(draft, step, "condition");
  } else if (seen.length > 0) {
    put(draft, step, { ...state, latched });
    beginStep(draft, step);
  }
}

function observeRun(draft: Draft, fact: HostFact): void {
  for (const step of draft.journey.steps) observeStep(draft, step, fact);
  const here = hereOf(draft.journey, draft.run);
  const step = here === null ? undefined : draft.journey.steps[here];
  if (step && draft.run.began !== undefined && isOnPage(step, fact.scene, draft.subject)) beginStep(draft, step);
}

/**
 * Meets a record for the first time: what is so of it, whatever page is open, was done before. That is where it starts, and
 * nobody is told. That it was met is kept, so that what changes later counts as done.
 */
function meet(draft: Draft, fact: HostFact): void {
  const before: Draft = { ...draft, effects: [] };
  observeRun(before, { ...fact, scene: { ...fact.scene, page: null, levels: [] } });
  change(draft, { steps: before.run.steps, offered: draft.now });
}

/** The subjects a fact can change. */
function subjectsOf(journey: Journey, runs: Runs, fact: HostFact): string[] {
  const type = subjectTypeOf(journey);
  if (type === null) return [""];
  const current = fact.scene.current[type];
  const keys = new Set<string>(current === undefined ? [] : [subjectKey(type, current)]);
  if (fact.kind === "event") {
    for (const step of journey.steps)
      for (const [, bound] of spokenOf(step, fact, type)) if (bound !== undefined) keys.add(subjectKey(type, bound));
  } else if (fact.kind === "scene") {
    for (const id of Object.keys(fact.scene.subjects[type] ?? {})) keys.add(subjectKey(type, id));
    for (const key of Object.keys(runs)) if (key !== "") keys.add(key);
  }
  return [...keys];
}

/** Says once that a journey came to somebody, or would have. What lies in the library waits to be looked for. */
function meeting(as: "offered" | "held"): (draft: Draft) => void {
  return (draft) => {
    if (draft.run[as] !== undefined || draft.journey.library) return;
    change(draft, { [as]: draft.now });
    tell(draft, { type: `journey.${as}` });
  };
}

/** Folds what the host and its page say. What the person does with the guide is `command`'s. */
export function observe(journey: Journey, runs: Runs, fact: HostFact, now: number): [Runs, Effect[]] {
  if (fact.kind === "offer") return withDraft(journey, runs, "", now, meeting("offered"));
  if (fact.kind === "hold") return withDraft(journey, runs, "", now, meeting("held"));
  // Facts count from the offer on: what somebody did before anyone asked is not counted.
  if (runs[""]?.offered === undefined && !journey.library) return [runs, []];
  const subjects = subjectsOf(journey, runs, fact);
  // Nobody walks a way of the library by ordinary work: it must have been begun.
  const walked = journey.library ? subjects.filter((subject) => runs[subject]?.began !== undefined) : subjects;
  const { kind, scene } = fact;
  const asks = kind === "scene" && journey.steps.some(({ done }) => leavesOf(done).some((leaf) => "data" in leaf));
  return withDrafts(journey, runs, walked, now, (draft) => {
    if (asks && !runs[draft.subject] && subjectOf(scene, draft.subject)?.subject.data) meet(draft, fact);
    observeRun(draft, fact);
  });
}
