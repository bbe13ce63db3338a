import { type Estimate, scaled } from "./estimate.ts";
import { meanOfPeople } from "./middle.ts";

/** One person's answers of a quarter to the two items of UX-Lite, 1 to 7. */
export interface UsefulnessAnswers {
  useful: number | null;
  easy: number | null;
}

/** M2, scores from 0 to 100. */
export interface Usefulness {
  useful: Estimate;
  easy: Estimate;
}

const highest = 7;

/** A mean of answers from 1 to 7 as a score from 0 to 100: 100 (mean - 1) / 6. */
export function scoreOfSeven(answers: readonly number[]): Estimate {
  return scaled(meanOfPeople(answers, [1, highest]), 100 / (highest - 1), -100 / (highest - 1));
}

/**
 * M2, whether it helps and is easy: the two items of UX-Lite on seven points (Lewis, Utesch and Maher, 2013; Lewis and
 * Sauro, 2020), each as 100 (mean - 1) / 6 with Student's interval. The two are never added up.
 *
 * @param people One row each: the last answer of the quarter.
 * @example
 * ```ts
 * usefulness([7, 6, 5, 5, 4, 3].map((useful) => ({ useful, easy: null }))).useful.value; // 66.7
 * ```
 */
export function usefulness(people: readonly UsefulnessAnswers[]): Usefulness {
  return {
    useful: scoreOfSeven(people.flatMap(({ useful }) => useful ?? [])),
    easy: scoreOfSeven(people.flatMap(({ easy }) => easy ?? [])),
  };
}
