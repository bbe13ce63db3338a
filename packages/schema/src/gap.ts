import type { Timestamp } from "./duration.ts";
import type { BlockSpan, Withheld } from "./insights.ts";

/** M10, what plan and ability are to each other. */
export type GapVerdict = "behind" | "ahead" | "on_plan" | "unclear";

/** M12, what stands in the way first. */
export type GapBarrier =
  | "not_reached"
  | "not_clear"
  | "not_useful"
  | "opens_help"
  | "tries_and_fails"
  | "blocked"
  | "does_not_apply"
  | "not_now";

/** M13. Days are Mondays, as `2026-12-07`; an end more than 26 weeks ahead is open: `null`. */
export type GapForecast =
  | { says: "date"; on: string; interval: [string, string | null] }
  | { says: "not_at_this_pace" }
  | { says: "too_early"; missing: "weeks" | "people" | "levelling_off" | "clarity" };

/**
 * Why a figure is not there, or how to read it.
 *
 * - Of people: `too_few` (fewer than ten, fewer than five on one side, or none: the same on purpose), `not_yet` (no block has
 *   closed), `unverified`, `few_answers`, `tied` (two barriers are equally frequent), `part_missing` (a step of the journey
 *   has no figure).
 * - `nearly_all`, `nearly_none`: at most four people are on the other side. The interval holds; the figure stays back.
 * - Of the plan: `no_expectation`, `not_due` (its day has not come: what is not there yet is not behind).
 * - Of the viewer: `not_believed` (gave no estimate of their own), `estimate_first` (gives theirs before the result).
 * - `sees_from`: with `points`, the smallest gap that a team of this size shows four times in five in one block.
 * - `of_journey`: the barrier is the journey's, not this step's.
 * - `stands`: the verdict is that of earlier blocks. The latest says another, and a verdict changes after two in a row.
 * - `weakest_step`: the journey's figures are those of its weakest step, with the step's id in `step`.
 */
export type GapWhy =
  | Withheld
  | "few_answers"
  | "tied"
  | "part_missing"
  | "nearly_all"
  | "nearly_none"
  | "no_expectation"
  | "not_due"
  | "not_believed"
  | "estimate_first"
  | "sees_from"
  | "of_journey"
  | "weakest_step"
  | "stands";

export interface GapReason {
  of: "expected" | "believed" | "reported" | "measured" | "verdict" | "barrier" | "forecast";
  why: GapWhy;
  points?: number | undefined;
  step?: string | undefined;
}

/** One step of one version for one group, or the journey as a whole. Shares are from 0 to 1. */
export interface GapRow {
  journey: string;
  version: number;
  /** The role the group is named after. */
  role: string;
  /** `null`: the journey as a whole. */
  step: string | null;
  /** What is expected on the block's last day, else what is expected first after it (`not_due`). */
  expected: number | null;
  /** What a manager thought before they saw it: the viewer's own estimate, for others the mean of all managers'. */
  believed: number | null;
  /** M11: answers 5 to 7 of 7 to "How easy was it?". */
  reported: number | null;
  /** M3: people who do it alone, of the latest block that has people. */
  measured: number | null;
  /** 90%, of `measured`. */
  interval: [number, number] | null;
  /** People behind `measured`: the lower end of their band of 10, 15, 20, 30, 50, 75, 100, 150, 200, 300, 500, 1,000 or more. */
  n: number | null;
  verdict: GapVerdict | null;
  barrier: GapBarrier | null;
  /** When ability reaches what is expected last. */
  forecast: GapForecast | null;
  reasons: GapReason[];
}

/** A step's ability through its closed blocks, oldest first; what a block did not show is left out. */
export interface GapCourse {
  journey: string;
  version: number;
  role: string;
  step: string;
  points: {
    /** The Monday after the block, `2026-10-05`. */
    to: string;
    /** `null`: nearly all or nearly none; the interval holds. */
    measured: number | null;
    /** 90%. */
    interval: [number, number];
    /** The lower end of the band of people. */
    n: number;
  }[];
}

/** `GET /v1/insights/gap`: everything of one frozen snapshot, the same for all who read the same part of the roles. */
export interface GapReport {
  /** True when any person behind these numbers was simulated. */
  simulated: boolean;
  blocks: BlockSpan[];
  nextAt: Timestamp | null;
  reason: Withheld | null;
  rows: GapRow[];
  /** How the steps of the rows came to where they are: of those that any block showed. */
  courses: GapCourse[];
  /** The three steps furthest below what is expected, the widest gap first. */
  worst: { journey: string; version: number; role: string; steps: string[] }[];
}
