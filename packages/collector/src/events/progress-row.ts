import { earlier, least, type RowKind } from "./row-kind.ts";
import type { StoredEvent } from "./stored-event.ts";

/** One attempt of one person at one step. What unverified senders say is kept apart, under `verified` 0. */
export interface ProgressRow {
  project: string;
  journey: string;
  version: number;
  person: string;
  verified: 0 | 1;
  /** `""` for the person's own way. */
  subject: string;
  step: string;
  attempt: number;
  began: number | null;
  /** The week the beginning counts in. */
  beganWeek: number | null;
  completed: number | null;
  completedId: string | null;
  /** The week the completion counts in. */
  completedWeek: number | null;
  how: string | null;
  helped: 0 | 1 | null;
  failed: number | null;
  activeMs: number | null;
  backtracks: number | null;
  barrier: string | null;
  /** First role at the first fact of this attempt. */
  role: string | null;
  firstAt: number;
  firstId: string;
  simulated: 0 | 1;
}

function mergeProgressRow(a: ProgressRow, b: ProgressRow): ProgressRow {
  // What arrives with a completion travels as one tuple, so that one attempt never mixes two completions.
  const done = earlier(a.completed, a.completedId, b.completed, b.completedId) ? a : b;
  const first = earlier(a.firstAt, a.firstId, b.firstAt, b.firstId) ? a : b;
  return {
    ...done,
    began: least(a.began, b.began),
    beganWeek: least(a.beganWeek, b.beganWeek),
    completedWeek: least(a.completedWeek, b.completedWeek),
    role: first.role,
    firstAt: first.firstAt,
    firstId: first.firstId,
    simulated: a.simulated || b.simulated ? 1 : 0,
  };
}

export const progressRows: RowKind<ProgressRow> = {
  table: "progress",
  key: ["project", "journey", "version", "person", "verified", "subject", "step", "attempt"],
  columns: {
    project: "TEXT",
    journey: "TEXT",
    version: "INTEGER",
    person: "TEXT",
    verified: "INTEGER",
    subject: "TEXT",
    step: "TEXT",
    attempt: "INTEGER",
    began: "INTEGER",
    beganWeek: "INTEGER",
    completed: "INTEGER",
    completedId: "TEXT",
    completedWeek: "INTEGER",
    how: "TEXT",
    helped: "INTEGER",
    failed: "INTEGER",
    activeMs: "REAL",
    backtracks: "INTEGER",
    barrier: "TEXT",
    role: "TEXT",
    firstAt: "INTEGER",
    firstId: "TEXT",
    simulated: "INTEGER",
  },
  merge: mergeProgressRow,
};

const number = (value: unknown): number | null => (typeof value === "number" ? value : null);
const text = (value: unknown): string | null => (typeof value === "string" ? value : null);

const isSettling = (type: string): boolean => type === "step.completed" || type === "step.skipped";

/** Whether events of a type say something about attempts. */
export function isOfAttempt(type: string): boolean {
  return type === "step.started" || isSettling(type);
}

/**
 * What one event says about an attempt, or `null` when it says nothing.
 *
 * @param known - Its props, where somebody has read them already.
 */
export function progressRowOf(event: StoredEvent, known?: Record<string, unknown>): ProgressRow | null {
  if (event.journey === null || event.step === null || !isOfAttempt(event.type)) return null;
  const settles = isSettling(event.type);
  const props = known ?? (JSON.parse(event.props) as Record<string, unknown>);
  return {
    project: event.project,
    journey: event.journey,
    version: event.version ?? 0,
    person: event.person,
    verified: event.verified,
    subject: event.subject,
    step: event.step,
    attempt: number(props.attempt) ?? 1,
    began: settles ? null : event.at,
    beganWeek: settles ? null : event.week,
    completed: settles ? event.at : null,
    completedId: settles ? event.id : null,
    completedWeek: settles ? event.week : null,
    how: settles ? (text(props.how) ?? "skipped") : null,
    helped: typeof props.helped === "boolean" ? (props.helped ? 1 : 0) : null,
    failed: number(props.failed),
    activeMs: number(props.activeMs),
    backtracks: number(props.backtracks),
    barrier: text(props.barrier),
    role: event.role,
    firstAt: event.at,
    firstId: event.id,
    simulated: event.simulated,
  };
}
