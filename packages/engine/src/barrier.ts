import type { BriefAnswer, GapBarrier } from "@waymark/schema";

/** The first thing that stood in a person's way (metric M12), in the words of the gap report. */
export type Barrier = GapBarrier;

/** What is known of one person at one step. It stays on the device; only the code leaves it. */
export interface BarrierFacts {
  /** The step, or its journey's brief, was before their eyes. */
  reached: boolean;
  brief: BriefAnswer | null;
  /** Their answer to "Is it useful to you?", 1 to 7; `null`: not asked. */
  usefulness: number | null;
  helped: boolean;
  /** Refusals by the page. */
  failed: number;
  /** Permission, missing data, or a page that does not answer. */
  blocked: boolean;
  skipped: boolean;
  /** "Not now", or hidden. */
  later: boolean;
}

/** Below the middle of seven: rather not useful. */
const leastUseful = 4;

/**
 * The first unmet condition, in the order in which one needs the other: who has not seen it cannot find it unclear.
 *
 * @returns `null` when nothing stood in the way.
 */
export function firstBarrier(facts: BarrierFacts): Barrier | null {
  if (!facts.reached) return "not_reached";
  if (facts.brief === "not_clear") return "not_clear";
  if (facts.usefulness !== null && facts.usefulness < leastUseful) return "not_useful";
  if (facts.helped) return "opens_help";
  if (facts.failed > 0) return "tries_and_fails";
  if (facts.blocked) return "blocked";
  if (facts.skipped) return "does_not_apply";
  return facts.later || facts.brief === "later" ? "not_now" : null;
}
