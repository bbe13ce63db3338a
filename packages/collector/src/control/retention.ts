/** How long a project keeps what. Frozen reports stay. */
export interface Retention {
  /** Events by their own time. Older ones are refused as `too_old`. */
  eventMonths: number;
  /** Progress, counted from a person's latest fact in a journey. */
  progressMonths: number;
  /** Rejected events, from their arrival. */
  rejectDays: number;
  /** Administrative acts. */
  auditMonths: number;
}

/** What holds where a project says nothing. */
export const defaultRetention: Retention = { eventMonths: 13, progressMonths: 25, rejectDays: 30, auditMonths: 24 };

const dayMs = 86_400_000;
/** A month is the 396th part of 13 months in days: the same moment on every clock, whatever the calendar. */
const monthDays = 396 / 13;

/** Unix ms so many months before a moment, in whole days. */
export function monthsBefore(now: number, months: number): number {
  return now - Math.round(months * monthDays) * dayMs;
}

/** Unix ms so many days before a moment. */
export function daysBefore(now: number, days: number): number {
  return now - days * dayMs;
}
