import type { Estimate } from "./estimate.ts";
import { meanOfPeople } from "./middle.ts";
import { shareOfPeople } from "./share.ts";

/** M20 of a quarter. */
export interface Trust {
  /** 1 to 7. */
  mean: Estimate;
  /** People who answered 1, 2 or 3: a mean may hide them. */
  distrust: Estimate;
}

const middle = 4;

/**
 * M20, whether people dare to say it: "I can report a problem here without harm to me", 1 to 7, once a quarter, after
 * Edmondson's scale of psychological safety (1999). Mean with Student's interval, and the share below the middle.
 *
 * @param answers One for each person.
 * @example
 * ```ts
 * trust([7, 6, 6, 5, 4, 3, 2, 6]).distrust.value; // 0.25
 * ```
 */
export function trust(answers: readonly number[]): Trust {
  return {
    mean: meanOfPeople(answers, [1, 7]),
    distrust: shareOfPeople(answers.filter((answer) => answer < middle).length, answers.length),
  };
}
