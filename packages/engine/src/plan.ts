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

/** The local day of a moment, `2026-11-24`. */
export function dayOf(moment: number): string {
  const date = new Date(moment);
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** A quick answer to "When is the next one?". */
export interface PlanChoice {
  key: "today" | "tomorrow" | "week";
  due: number;
}

/** Hours of the local day at which a plan falls: late on the same day, early on another. */
const [late, early] = [17, 10];
const monday = 1;

/**
 * Quick answers, each with an hour, in the local calendar: today at five or at the next full hour but one, tomorrow at
 * ten, Monday of next week at ten. Today falls away when it is nearly over.
 */
export function planChoices(now: number): PlanChoice[] {
  const at = (days: number, hour: number): number => {
    const date = new Date(now);
    date.setDate(date.getDate() + days);
    return date.setHours(hour, 0, 0, 0);
  };
  const date = new Date(now);
  const hour = Math.max(late, date.getHours() + 2);
  const toMonday = ((monday - date.getDay() + 6) % 7) + 1;
  return [
    ...(hour < 24 ? [{ key: "today" as const, due: at(0, hour) }] : []),
    { key: "tomorrow", due: at(1, early) },
    // On a Sunday tomorrow is that Monday already: the one after it is meant.
    { key: "week", due: at(toMonday === 1 ? 8 : toMonday, early) },
  ];
}
