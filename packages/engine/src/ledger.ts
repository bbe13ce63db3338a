import type { Attempted } from "./skill.ts";

/** One finished run of a task: time at work with no guide open, milliseconds. */
export interface TaskRun extends Attempted {
  ms: number;
}

/** All runs of one task. The first are what the later ones are measured against. */
export interface TaskLog {
  /** At most five, oldest first. */
  first: TaskRun[];
  /** The newest after those, oldest first. */
  later: TaskRun[];
  /** What no longer fits into `later`, as one sum. */
  carried?: { runs: number; ms: number; until: number } | undefined;
}

/** Time put in on one day, milliseconds. */
export interface DayCost {
  guideMs: number;
  learnMs: number;
  fieldMs: number;
}

/** A person's private account of minutes, `waymark.ledger/1` (metric M14). It never leaves the device. */
export interface Ledger {
  format: "waymark.ledger/1";
  /** By `journey/step`. */
  tasks: Record<string, TaskLog>;
  /** By the start of the local day, Unix milliseconds. */
  days: Record<string, DayCost>;
}

export const firstRuns = 5;
const mostLater = 200;
const mostDays = 400;

/** A ledger in which nothing stands yet. */
export function emptyLedger(): Ledger {
  return { format: "waymark.ledger/1", tasks: {}, days: {} };
}

/** Whether a value from a disk has the shape of a ledger. */
export function isLedger(value: unknown): value is Ledger {
  const ledger = value as Partial<Ledger> | null | undefined;
  return ledger?.format === "waymark.ledger/1" && typeof ledger.tasks === "object" && typeof ledger.days === "object";
}

/** All runs that are still known one by one, oldest first. */
export const runsOf = (log: TaskLog | undefined): TaskRun[] => (log ? [...log.first, ...log.later] : []);

export const mean = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0) / values.length;

/** Whether there are enough runs to say what a task took in the beginning. */
export const hasBaseline = (log: TaskLog | undefined): boolean => (log?.first.length ?? 0) >= firstRuns;

/**
 * What a task took the person in the beginning: the mean of their first five runs but the very first, in which a new way
 * costs what it never will again, and which would make every later run look like a gain.
 *
 * @returns milliseconds with the variance of that mean; `null` for fewer than five runs.
 */
export function ownBaseline(log: TaskLog): { ms: number; variance: number } | null {
  if (!hasBaseline(log)) return null;
  const times = log.first.slice(1).map(({ ms }) => ms);
  const ms = mean(times);
  const spread = times.reduce((sum, each) => sum + (each - ms) ** 2, 0) / (times.length - 1);
  return { ms, variance: spread / times.length };
}

/** Enters a finished run. */
export function addRun(ledger: Ledger, task: string, run: TaskRun): Ledger {
  const log = ledger.tasks[task] ?? { first: [], later: [] };
  const put = (next: TaskLog): Ledger => ({ ...ledger, tasks: { ...ledger.tasks, [task]: next } });
  if (log.first.length < firstRuns) return put({ ...log, first: [...log.first, run] });
  const later = [...log.later, run];
  const oldest = later.length > mostLater ? later.shift() : undefined;
  if (!oldest) return put({ ...log, later });
  const { runs, ms } = log.carried ?? { runs: 0, ms: 0 };
  return put({ ...log, later, carried: { runs: runs + 1, ms: ms + oldest.ms, until: oldest.at } });
}

/** Enters time put in: guides, learning, fields that the task itself does not need. */
export function addCost(ledger: Ledger, at: number, cost: Partial<DayCost>): Ledger {
  const day = String(new Date(at).setHours(0, 0, 0, 0));
  const days = { ...ledger.days };
  const add = (to: string, more: Partial<DayCost>): void => {
    const { guideMs, learnMs, fieldMs } = days[to] ?? { guideMs: 0, learnMs: 0, fieldMs: 0 };
    days[to] = {
      guideMs: guideMs + (more.guideMs ?? 0),
      learnMs: learnMs + (more.learnMs ?? 0),
      fieldMs: fieldMs + (more.fieldMs ?? 0),
    };
  };
  add(day, cost);
  const [oldest, next] = Object.keys(days).sort((a, b) => Number(a) - Number(b));
  if (oldest !== undefined && next !== undefined && Object.keys(days).length > mostDays) {
    // Minutes put in are never forgotten: what is too old moves to the day after.
    add(next, days[oldest] ?? {});
    delete days[oldest];
  }
  return { ...ledger, days };
}
