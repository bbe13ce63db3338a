import type { Progress, Prompt, Prompts, Run, Runs, StepState } from "@waymark/schema";

/** Nothing known yet. */
export function emptyProgress(): Progress {
  return { format: "waymark.progress/1", journeys: {} };
}

/** The smaller of two moments, where `null` and `undefined` mean "not yet". */
function earliest<T extends null | undefined>(a: number | T, b: number | T): number | T {
  if (a == null) return b;
  return b == null ? a : Math.min(a, b);
}

function mergeRecords<T>(
  a: Readonly<Record<string, T>>,
  b: Readonly<Record<string, T>>,
  merge: (a: T, b: T) => T,
): Record<string, T> {
  const merged: Record<string, T> = { ...a };
  for (const [key, value] of Object.entries(b)) {
    const mine = Object.hasOwn(merged, key) ? merged[key] : undefined;
    merged[key] = mine === undefined ? value : merge(mine, value);
  }
  return merged;
}

/** One text for one value, in whatever order its keys were written: a collector may write them in another. */
const textOf = (value: object): string => JSON.stringify(Object.entries(value).sort());

/** Of two answers the later; at the same moment the one whose text sorts last, so that order does not matter. */
function latest<T extends { at: number }>(a: T | undefined, b: T | undefined): T | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  if (a.at !== b.at) return a.at > b.at ? a : b;
  return textOf(a) > textOf(b) ? a : b;
}

/** The higher attempt wins; inside one attempt the earliest of everything. */
export function mergeStep(a: StepState, b: StepState): StepState {
  if (a.attempt !== b.attempt) return a.attempt > b.attempt ? a : b;
  const completed = earliest(a.completed, b.completed);
  const first = a.completed === completed ? a : b;
  // At the same moment the word that sorts first: condition before manual before skipped.
  const how = a.completed === b.completed && (b.how ?? "") < (a.how ?? "") ? b.how : first.how;
  const merged: StepState = { attempt: a.attempt, began: earliest(a.began, b.began), completed, how };
  if (a.latched || b.latched) merged.latched = mergeRecords(a.latched ?? {}, b.latched ?? {}, Math.min);
  return merged;
}

/** Joins two states of one run. */
export function mergeRun(a: Run, b: Run): Run {
  const merged: Run = {
    steps: mergeRecords(a.steps, b.steps, mergeStep),
    offered: earliest(a.offered, b.offered),
    held: earliest(a.held, b.held),
    began: earliest(a.began, b.began),
    brief: latest(a.brief, b.brief),
    hidden: latest(a.hidden, b.hidden),
    plan: latest(a.plan, b.plan),
  };
  // What neither knows is no part of it.
  for (const name in merged) if (merged[name as keyof Run] === undefined) delete merged[name as keyof Run];
  return merged;
}

export function mergeRuns(a: Runs, b: Runs): Runs {
  return mergeRecords(a, b, mergeRun);
}

/** Prompts that are remembered: far more than two a week and three quick closes ask for. */
const mostPrompts = 12;

/**
 * Joins what two devices know of prompts: one union, of which the newest stay. Cutting keeps the join a semilattice,
 * because what is cut from a part would be cut from the whole.
 */
export function mergePrompts(a: Prompts, b: Prompts): Prompts {
  const byStamp = new Map<string, Prompt>();
  for (const each of [...a.shown, ...b.shown]) {
    const stamp = `${each.at} ${each.kind}`;
    const closedMs = earliest(byStamp.get(stamp)?.closedMs, each.closedMs);
    byStamp.set(stamp, { at: each.at, kind: each.kind, ...(closedMs === undefined ? {} : { closedMs }) });
  }
  const shown = [...byStamp.values()].sort((x, y) => y.at - x.at || (x.kind < y.kind ? -1 : 1)).slice(0, mostPrompts);
  const quiet = latest(a.quiet, b.quiet);
  return quiet ? { shown, quiet } : { shown };
}

/** Marks that are remembered: at two unasked prompts a week these are those of about a year. */
const mostMarks = 100;

/**
 * Joins what two devices have marked as said: one union with the later moment of each, of which the newest hundred stay;
 * of two at the same moment the one whose name sorts first. Cutting keeps the join a semilattice: joining only moves marks
 * to later moments, so what a hundred others leave behind in a part they leave behind in the whole.
 */
export function mergeMarks(
  a: Readonly<Record<string, number>>,
  b: Readonly<Record<string, number>>,
): Record<string, number> {
  const merged = mergeRecords(a, b, Math.max);
  const marks = Object.entries(merged);
  if (marks.length <= mostMarks) return merged;
  const ranked = [...marks].sort(([k, x], [l, y]) => y - x || (k < l ? -1 : 1));
  const kept = new Set(ranked.slice(0, mostMarks).map(([name]) => name));
  // In the order in which they stood: what changes nothing is the same text.
  return Object.fromEntries(marks.filter(([name]) => kept.has(name)));
}

/**
 * Joins two copies of a person's progress. Commutative, associative and idempotent: two devices, two tabs, a replayed
 * batch and an offline week end in the same state whatever the order (a join-semilattice, as in state-based CRDTs:
 * Shapiro et al., 2011).
 */
export function mergeProgress(a: Progress, b: Progress): Progress {
  const merged: Progress = { format: "waymark.progress/1", journeys: mergeRecords(a.journeys, b.journeys, mergeRuns) };
  const none: Prompts = { shown: [] };
  if (a.prompts || b.prompts) merged.prompts = mergePrompts(a.prompts ?? none, b.prompts ?? none);
  if (a.marks || b.marks) merged.marks = mergeMarks(a.marks ?? {}, b.marks ?? {});
  return merged;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
const each = (value: unknown, test: (part: unknown) => boolean): boolean =>
  isRecord(value) && Object.values(value).every(test);
const isPrompts = (value: unknown): boolean =>
  value === undefined ||
  (isRecord(value) &&
    Array.isArray(value.shown) &&
    value.shown.every((each) => isRecord(each) && typeof each.at === "number"));
const isPlan = (plan: unknown): boolean => plan === undefined || (isRecord(plan) && typeof plan.at === "number");
const isStep = (step: unknown): boolean => isRecord(step) && typeof step.attempt === "number";

/**
 * Whether a value has the shape of progress, as far as folding needs it: for what comes from a disk, another tab or the
 * network. The collector judges in full.
 */
export function isProgress(value: unknown): value is Progress {
  return (
    isRecord(value) &&
    (value.marks === undefined || each(value.marks, (at) => typeof at === "number")) &&
    isPrompts(value.prompts) &&
    each(value.journeys, (runs) => each(runs, (run) => isRecord(run) && isPlan(run.plan) && each(run.steps, isStep)))
  );
}
