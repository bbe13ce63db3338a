/** One finished attempt at a step. */
export interface Attempted {
  at: number;
  /** No guide was opened, nothing failed again and again, and it did not take much longer than it should. */
  alone: boolean;
}

/** How much a guide says: all of it, or a word. Help serves novices and hurts experts (expertise reversal: Kalyuga, 2007). */
export type GuideLevel = "full" | "light";

/** Which rule spoke about the level. */
export type SkillRule = "new here" | "helped lately" | "after a gap" | "three alone";

const mostAlone = 3;
/** After so long a way is half forgotten. */
const gapMs = 28 * 86_400_000;

/**
 * How much guidance a person needs at a step: a word once three attempts in a row went well alone; all of it for who is
 * new, who needed help in one of the last three, and who comes back after four weeks.
 *
 * @param attempts The finished attempts at this step, oldest first.
 * @example
 * ```ts
 * guidanceFor([], Date.now()); // { level: "full", rule: "new here" }
 * ```
 */
export function guidanceFor(attempts: readonly Attempted[], now: number): { level: GuideLevel; rule: SkillRule } {
  const last = attempts.slice(-mostAlone);
  if (last.length < mostAlone) return { level: "full", rule: "new here" };
  if (last.some(({ alone }) => !alone)) return { level: "full", rule: "helped lately" };
  if (now - (last.at(-1)?.at ?? 0) > gapMs) return { level: "full", rule: "after a gap" };
  return { level: "light", rule: "three alone" };
}
