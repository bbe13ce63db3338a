import { type Estimate, missing } from "./estimate.ts";
import { shareOfPeople } from "./share.ts";

/** People of one role and journey version, each counted once by their last answer. */
export interface BriefCounts {
  /** In the role, as the host says, frozen for the quarter; `null`: it never said. */
  headcount: number | null;
  /** Before whose eyes the brief was. */
  seen: number;
  clear: number;
  partly: number;
  notClear: number;
}

/** M1, shares from 0 to 1. */
export interface Clarity {
  /** People who saw the brief, of the role. */
  reach: Estimate;
  /** People who answered, of those who saw it. "Later" is no answer. */
  answered: Estimate;
  /** Of those who answered. */
  clear: Estimate;
  notClear: Estimate;
}

const enoughAnswers = 0.5;

/**
 * M1, whether people know why: reach, and the shares who found the brief clear and not clear, beside how many answered.
 * The two are shares of answers, not of the role, and `few_answers` where fewer than half of those who saw it answered.
 *
 * Wilson's interval with Student's t; each person counts once.
 * @example
 * ```ts
 * clarity({ headcount: 26, seen: 20, clear: 9, partly: 3, notClear: 2 }).clear.value; // 9 / 14
 * ```
 */
export function clarity(counts: BriefCounts): Clarity {
  const { headcount, seen } = counts;
  const answers = counts.clear + counts.partly + counts.notClear;
  const known = (hits: number): Estimate =>
    seen > 0 && answers / seen < enoughAnswers ? missing("few_answers", answers) : shareOfPeople(hits, answers);
  return {
    // Somebody who left may have seen it: nobody is reached twice.
    reach: headcount === null ? missing("no_headcount", seen) : shareOfPeople(Math.min(seen, headcount), headcount),
    // An answer can arrive whose showing was lost.
    answered: shareOfPeople(Math.min(answers, seen), seen),
    clear: known(counts.clear),
    notClear: known(counts.notClear),
  };
}
