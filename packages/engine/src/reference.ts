import { ownBaseline, type TaskLog } from "./ledger.ts";

/** How long a step should take, and who says so. */
export interface Reference {
  ms: number;
  /** `stated`: the author. `own`: the person's own first runs. */
  source: "stated" | "own";
}

/**
 * The time a step is measured against (T_ref, metric M4): what the author states, else what it took this person in the
 * beginning (metric M14: their own first five runs, the very first left out). A device knows nobody else's times.
 *
 * @param minutes `step.minutes` of the journey.
 * @param log The step's runs in the person's ledger.
 * @returns `null` where nobody stated a time and fewer than five runs are known: nothing is slow then.
 * @example
 * ```ts
 * referenceTime(3, undefined); // { ms: 180_000, source: "stated" }
 * ```
 */
export function referenceTime(minutes: number | undefined, log: TaskLog | undefined): Reference | null {
  if (minutes !== undefined) return { ms: minutes * 60_000, source: "stated" };
  const own = log && ownBaseline(log);
  return own ? { ms: own.ms, source: "own" } : null;
}
