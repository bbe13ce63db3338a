import type { Journey, Run, Runs, Step, StepState } from "@waymark/schema";
import { briefText } from "./brief.ts";
import { evaluate } from "./evaluate.ts";
import type { Effect, Fact, Scene } from "./fact.ts";
import { leafKey, leavesOf } from "./leaf.ts";
import { matchPage } from "./match-page.ts";
import { fillTemplate, subjectKey, subjectTypeOf, unify } from "./subject.ts";

const fresh: StepState = { attempt: 1, began: null, completed: null, how: null };

/** A step's state, or its first attempt where nothing is known. */
export function stepState(run: Run | undefined, step: string): StepState {
  return run?.steps[step] ?? fresh;
}

/** Index of the first step that is not settled; `null` when the way is finished. */
export function hereOf(journey: Journey, run: Run | undefined): number | null {
  const index = journey.steps.findIndex((step) => stepState(run, step.id).completed === null);
  return index < 0 ? null : index;
}

/** The run of one subject while a transition changes it. */
interface Draft {
  journey: Journey;
  subject: string;
  run: Run;
  effects: Effect[];
  now: number;
}

function start(draft: Draft): void {
  if (draft.run.began !== undefined) return;
  draft.run = { ...draft.run, began: draft.now };
  draft.effects.push({ type: "journey.started", subject: draft.subject, at: draft.now });
}

function put(draft: Draft, step: Step, state: StepState): void {
  draft.run = { ...draft.run, steps: { ...draft.run.steps, [step.id]: state } };
}

function beginStep(draft: Draft, step: Step): void {
  const state = stepState(draft.run, step.id);
  start(draft);
  if (state.began !== null || state.completed !== null) return;
  put(draft, step, { ...state, began: draft.now });
  draft.effects.push({
    type: "step.started",
    subject: draft.subject,
    step: step.id,
    attempt: state.attempt,
    at: draft.now,
  });
}

function settle(draft: Draft, step: Step, how: "condition" | "manual" | "skipped"): void {
  const { subject, now: at } = draft;
  const state = stepState(draft.run, step.id);
  if (state.completed !== null) return;
  start(draft);
  put(draft, step, { ...state, completed: at, how });
  const { attempt } = state;
  if (how === "skipped") draft.effects.push({ type: "step.skipped", subject, step: step.id, attempt, at });
  else draft.effects.push({ type: "step.completed", subject, step: step.id, attempt, how, at });
  if (hereOf(draft.journey, draft.run) === null) draft.effects.push({ type: "journey.completed", subject, at });
}

function undo(draft: Draft, step: Step): void {
  const { attempt, completed } = stepState(draft.run, step.id);
  if (completed === null) return;
  put(draft, step, { ...fresh, attempt: attempt + 1 });
  draft.effects.push({ type: "step.undone", subject: draft.subject, step: step.id, attempt, at: draft.now });
}

/** Work that comes again: once every step is settled, beginning anew opens the next attempt of each. */
function restart(draft: Draft): void {
  for (const step of draft.journey.steps) {
    put(draft, step, { ...fresh, attempt: stepState(draft.run, step.id).attempt + 1 });
  }
  const { began: _, ...rest } = draft.run;
  draft.run = rest;
}

/** Which leaves of a step the fact satisfies for this subject. */
function newLatches(step: Step, fact: Fact, journey: Journey, subject: string): string[] {
  if (fact.kind === "dom") {
    return leavesOf(step.done)
      .map(leafKey)
      .filter((key) => fact.leaves.includes(key));
  }
  if (fact.kind !== "event") return [];
  const type = subjectTypeOf(journey);
  const found: string[] = [];
  for (const leaf of leavesOf(step.done)) {
    if (!("event" in leaf) || leaf.event !== fact.name) continue;
    const bound = unify(leaf.where, fact.props, type);
    if (bound === null) continue;
    const speaksOf = bound ?? (type === null ? undefined : fact.scene.current[type]);
    if (type === null || (speaksOf !== undefined && subjectKey(type, speaksOf) === subject)) found.push(leafKey(leaf));
  }
  return found;
}

/** The page of the step's deep link is open. */
function isOnPage(step: Step, scene: Scene, subject: string): boolean {
  const open = step.do?.open;
  return (
    open !== undefined && scene.page !== null && matchPage(fillTemplate(open, scene, subject), scene.page) !== null
  );
}

function observeStep(draft: Draft, step: Step, fact: Fact): void {
  const state = stepState(draft.run, step.id);
  if (step.done === undefined || state.completed !== null) return;
  const seen = newLatches(step, fact, draft.journey, draft.subject).filter(
    (key) => !Object.hasOwn(state.latched ?? {}, key),
  );
  const latched = { ...state.latched };
  for (const key of seen) latched[key] = draft.now;
  const context = { scene: fact.scene, subject: draft.subject, latched, began: state.began };
  // A step that was taken back is not completed again by what merely still is so: it needs a new deed.
  const counts = state.attempt === 1 || seen.length > 0;
  if (counts && evaluate(step.done, context, draft.now)) {
    if (seen.length > 0) put(draft, step, { ...state, latched });
    settle(draft, step, "condition");
  } else if (seen.length > 0) {
    put(draft, step, { ...state, latched });
    beginStep(draft, step);
  }
}

function observe(draft: Draft, fact: Fact): void {
  for (const step of draft.journey.steps) observeStep(draft, step, fact);
  const here = hereOf(draft.journey, draft.run);
  const step = here === null ? undefined : draft.journey.steps[here];
  if (step && draft.run.began !== undefined && isOnPage(step, fact.scene, draft.subject)) beginStep(draft, step);
}

/** The subjects a fact can change. */
function subjectsOf(journey: Journey, runs: Runs, fact: Fact): string[] {
  const type = subjectTypeOf(journey);
  if (type === null) return [""];
  const current = fact.scene.current[type];
  const keys = new Set<string>(current === undefined ? [] : [subjectKey(type, current)]);
  if (fact.kind === "event") {
    for (const leaf of journey.steps.flatMap((step) => leavesOf(step.done))) {
      if (!("event" in leaf) || leaf.event !== fact.name) continue;
      const bound = unify(leaf.where, fact.props, type);
      if (bound != null) keys.add(subjectKey(type, bound));
    }
  } else if (fact.kind === "scene") {
    for (const id of Object.keys(fact.scene.subjects[type] ?? {})) keys.add(subjectKey(type, id));
    for (const key of Object.keys(runs)) if (key !== "") keys.add(key);
  }
  return [...keys];
}

function change(
  journey: Journey,
  runs: Runs,
  subject: string,
  now: number,
  act: (draft: Draft) => void,
): [Runs, Effect[]] {
  const before: Run = runs[subject] ?? { steps: {} };
  const draft: Draft = { journey, subject, run: before, effects: [], now };
  act(draft);
  return [draft.run === before ? runs : { ...runs, [subject]: draft.run }, draft.effects];
}

function stepOf(journey: Journey, id: string | undefined): Step | undefined {
  return journey.steps.find((step) => step.id === id);
}

function hide(draft: Draft, until: number | null): void {
  const at = draft.now;
  draft.run = { ...draft.run, hidden: { until, at } };
  if (until === null) draft.effects.push({ type: "journey.dismissed", subject: "", at });
  else if (until === 0) draft.effects.push({ type: "journey.resumed", subject: "", at });
  else draft.effects.push({ type: "journey.snoozed", subject: "", at, until });
}

function offer(draft: Draft): void {
  if (draft.run.offered !== undefined) return;
  draft.run = { ...draft.run, offered: draft.now };
  draft.effects.push({ type: "journey.offered", subject: "", at: draft.now });
}

function begin(draft: Draft, stepId: string | undefined): void {
  if (draft.journey.repeat && hereOf(draft.journey, draft.run) === null) restart(draft);
  start(draft);
  const here = hereOf(draft.journey, draft.run);
  const step = stepOf(draft.journey, stepId) ?? (here === null ? undefined : draft.journey.steps[here]);
  if (step) beginStep(draft, step);
}

/**
 * One step of the fold over facts: the same function in the browser, in the collector and in tests.
 *
 * @param runs The journey's runs before the fact. Not changed; returned as it is when the fact changes nothing.
 * @param now Unix milliseconds of the fact.
 * @returns the runs after it, and what happened in words others can read.
 * @example
 * ```ts
 * const [runs, effects] = transition(journey, {}, { kind: "offer", scene }, Date.now());
 * // effects: [{ type: "journey.offered", subject: "", at: ... }]
 * ```
 */
export function transition(journey: Journey, runs: Runs, fact: Fact, now: number): [Runs, Effect[]] {
  switch (fact.kind) {
    case "offer":
      return change(journey, runs, "", now, offer);
    case "answer":
      return change(journey, runs, "", now, (draft) => {
        draft.run = { ...draft.run, brief: { answer: fact.answer, text: briefText(journey), at: now } };
        draft.effects.push({ type: "brief.answered", subject: "", at: now, answer: fact.answer });
      });
    case "hide":
      return change(journey, runs, "", now, (draft) => hide(draft, fact.until));
    case "begin":
      return change(journey, runs, fact.subject, now, (draft) => begin(draft, fact.step));
    case "tick":
    case "untick":
    case "skip": {
      const step = stepOf(journey, fact.step);
      if (!step) return [runs, []];
      return change(journey, runs, fact.subject, now, (draft) => {
        if (fact.kind === "untick") undo(draft, step);
        else settle(draft, step, fact.kind === "tick" ? "manual" : "skipped");
      });
    }
    case "scene":
    case "event":
    case "dom": {
      // Facts count from the offer on: what somebody did before anyone asked is not counted.
      if (runs[""]?.offered === undefined) return [runs, []];
      const effects: Effect[] = [];
      let next = runs;
      for (const subject of subjectsOf(journey, runs, fact)) {
        const [after, more] = change(journey, next, subject, now, (draft) => observe(draft, fact));
        next = after;
        effects.push(...more);
      }
      return [next, effects];
    }
  }
}
