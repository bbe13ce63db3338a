import type { Run } from "@waymark/schema";
import { stepState } from "./step-state.ts";

/** What a device keeps of an attempt that was begun, for the time after its tab was closed. It never leaves the device. */
export interface OpenAttempt {
  journey: string;
  /** `""` for the person's own way, else `deal:17`. */
  subject: string;
  step: string;
  attempt: number;
  /** The last moment at which somebody was at work on it here, Unix milliseconds. */
  at: number;
  helped: boolean;
  /** Refusals by the page. */
  failed: number;
  /** Its target was not there. */
  blocked: boolean;
  /** What stood in the way was told: once for each attempt. */
  told?: boolean | undefined;
}

/** An attempt is given up after so long without work on it. */
const abandonedMs = 7 * 86_400_000;

/** The last moment at which anything of the run was touched or is meant to be, on whichever device. */
function touched(run: Run, step: string): number {
  const moments = Object.values(run.steps).flatMap(({ began, completed, latched }) => [
    ...[began ?? 0, completed ?? 0],
    ...Object.values(latched ?? {}),
  ]);
  const { hidden, plan } = run;
  if (hidden) moments.push(hidden.at, hidden.until ?? Number.POSITIVE_INFINITY);
  if (plan) moments.push(plan.at, plan.step === step ? (plan.due ?? 0) : 0);
  return moments.reduce((last, each) => Math.max(last, each), 0);
}

/**
 * How an attempt that was begun on this device stands now. It was left lying after seven days in which nobody touched
 * anything of its run; a plan or "Not now" counts as a touch, and holds until its own day.
 *
 * @param run The run as all devices together know it.
 * @param now Unix milliseconds.
 */
export function attemptNow(open: OpenAttempt, run: Run | undefined, now: number): "over" | "under way" | "left lying" {
  const { attempt, began, completed } = stepState(run, open.step);
  if (!run || attempt !== open.attempt || began === null || completed !== null) return "over";
  return now - Math.max(open.at, touched(run, open.step)) > abandonedMs ? "left lying" : "under way";
}
