import type { Attempt } from "@waymark/engine/metrics";
import type { ProgressRow } from "../events/progress-row.ts";
import type { Completion } from "./funnel.ts";

/** What the measures ask of an attempt's row, beside what a picture asks. */
export type AttemptRow = Completion &
  Pick<ProgressRow, "version" | "beganWeek" | "helped" | "failed" | "activeMs" | "backtracks" | "barrier">;

/** Weeks, half open. */
export interface Weeks {
  fromWeek: number;
  toWeek: number;
}

/** Whether an attempt was finished before a week. */
export const isDone = (row: AttemptRow, toWeek: number): boolean =>
  row.completed !== null && row.completedWeek !== null && row.completedWeek < toWeek;

/**
 * The week an attempt closed in, as it is known before `toWeek`: that of its completion, else the week after it began, since
 * it is given up after seven days; `null` while it is open. What is finished later closes again then.
 */
export function closingWeek(row: AttemptRow, toWeek: number): number | null {
  if (isDone(row, toWeek)) return row.completedWeek;
  const week = row.began === null || row.beganWeek === null ? null : row.beganWeek + 1;
  return week !== null && week < toWeek ? week : null;
}

/** The attempts that closed in these weeks, as they were known at their end. */
export function closedIn(rows: readonly AttemptRow[], { fromWeek, toWeek }: Weeks): AttemptRow[] {
  return rows.filter((row) => {
    const week = closingWeek(row, toWeek);
    return week !== null && week >= fromWeek;
  });
}

/** An attempt as the metrics have it: what happened from `toWeek` on is not known. */
export function attemptOf(row: AttemptRow, toWeek: number): Attempt {
  const done = isDone(row, toWeek);
  return {
    person: row.person,
    began: row.began,
    completed: done ? row.completed : null,
    how: done ? (row.how as Attempt["how"]) : null,
    helped: done && row.helped === 1,
    failed: done ? (row.failed ?? 0) : 0,
  };
}
