import { fewestPeople, type Reason } from "./estimate.ts";
import { percentile } from "./middle.ts";

/** One record that came through a step in good time. */
export interface FinishedRecord {
  person: string;
  ms: number;
}

/** M15 of a group: how long a step usually takes at most, and how the open records stand to it. */
export interface StepAges {
  /** The 75th percentile of finished records, milliseconds. */
  p75Ms: number | null;
  /** Open records below it, up to one and a half times it, and beyond; `null` without it. */
  open: { fresh: number; due: number; stale: number } | null;
  records: number;
  people: number;
  reason: Reason | null;
}

const dueFrom = 1;
const staleFrom = 1.5;
/** No person stands behind more than a third of a number. */
const largestPart = 1 / 3;

/**
 * M15, what lies too long: time in the step over the 75th percentile of records that finished well. Below 1 it is fresh, up
 * to 1.5 due, beyond that stale.
 *
 * @param open Time in the step of each open record, milliseconds.
 * @returns `too_few` for fewer than twelve finished records or five people; `dominated` where more than a third of them
 *   are one person's.
 */
export function stepAges(finished: readonly FinishedRecord[], open: readonly number[]): StepAges {
  const own = new Map<string, number>();
  for (const { person } of finished) own.set(person, (own.get(person) ?? 0) + 1);
  const counted = { records: finished.length, people: own.size };
  const none = (reason: Reason): StepAges => ({ p75Ms: null, open: null, ...counted, reason });
  const p75 = percentile(
    finished.map(({ ms }) => ms),
    0.75,
  );
  if (p75 === null || own.size < fewestPeople) return none("too_few");
  if (Math.max(...own.values()) > finished.length * largestPart) return none("dominated");
  const between = (from: number, to: number): number => open.filter((ms) => ms >= from * p75 && ms < to * p75).length;
  const stale = open.filter((ms) => ms > staleFrom * p75).length;
  const fresh = between(0, dueFrom);
  return { p75Ms: p75, open: { fresh, due: open.length - fresh - stale, stale }, ...counted, reason: null };
}
