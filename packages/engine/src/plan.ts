import type { Plan, Run } from "@waymark/schema";
import { endOfDay } from "./duration.ts";
import type { Subject } from "./fact.ts";
import type { DueView, Standing } from "./view.ts";

/** What is due, as the person's own day sees it. */
export function dueAt(moment: number, timed: boolean, now: number): DueView {
  const at = endOfDay(moment);
  const state = at < now ? "overdue" : at === endOfDay(now) ? "today" : "later";
  return timed ? { state, at, time: moment } : { state, at };
}

/** What the person means to do and when; `null` without a plan for this step, or where they took it back. */
export function planOf(run: Run | undefined, step: string): (Plan & { due: number }) | null {
  const plan = run?.plan;
  return plan && plan.step === step && plan.due !== null ? { ...plan, due: plan.due } : null;
}

const dayAlone = /^(\d{4})-(\d\d)-(\d\d)$/;

/** When the host says a record is due; what is no date is none. */
export function dueOfRecord(subject: Subject | undefined, now: number): DueView | null {
  const text = typeof subject?.due === "string" ? subject.due : "";
  const day = dayAlone.exec(text);
  // A day alone is the person's day; by itself the language would read it as midnight in Greenwich.
  const named = Date.parse(text);
  const moment = day ? new Date(Number(day[1]), Number(day[2]) - 1, Number(day[3])).getTime() : named;
  return Number.isNaN(named) ? null : dueAt(moment, day === null, now);
}

/**
 * What counts for a record's step: the person's own plan, then the host's word on the record, then the journey's `due`.
 */
export function dueFirst(
  run: Run | undefined,
  step: string,
  subject: Subject | undefined,
  byJourney: DueView | null,
  now: number,
): DueView | null {
  const plan = planOf(run, step);
  return plan ? dueAt(plan.due, true, now) : (dueOfRecord(subject, now) ?? byJourney);
}

/** Which of the four a record is in; whoever has no date has nothing planned. */
export function standingOf(due: DueView | null): Standing {
  if (due === null) return "nothing";
  return due.state === "later" ? "planned" : due.state;
}
