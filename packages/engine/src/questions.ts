import type { Progress } from "@waymark/schema";

/** A question with an answer from 1 to 7; the words are `ask.<kind>`. */
export type QuestionKind = "ease" | "useful" | "easy" | "trust";

/** One question, about the step just finished or about the whole. */
export interface Question {
  kind: QuestionKind;
  journey?: string;
  step?: string;
}

/** When which question was shown last, by `questionKey`: Unix milliseconds. */
export type AskedLog = Readonly<Record<string, number>>;

/** What has just been finished. */
export interface Finished {
  journey: string;
  step: string;
}

const dayMs = 86_400_000;
/** One question a week: the Single Ease Question may be asked once a week (M5), and a person gets no other one besides. */
export const questionPauseMs: number = 7 * dayMs;
/** The same question comes back after so long at the earliest. */
export const questionRepeatMs: number = 90 * dayMs;
/** Whoever has finished less cannot tell yet whether the product is useful or easy. */
const stepsForLite = 5;
/** Trust is asked after this time with us. */
const daysForTrust = 14;

/** Under which name the last showing of a question is kept. */
export function questionKey({ kind, journey, step }: Question): string {
  return kind === "ease" ? `ease/${journey}/${step}` : kind;
}

function quarterOf(at: number): number {
  const date = new Date(at);
  return date.getUTCFullYear() * 4 + Math.floor(date.getUTCMonth() / 3);
}

/** Shown so recently that it may not come again: in the last 90 days, or in this calendar quarter. */
function isFresh(at: number | undefined, now: number): boolean {
  return at !== undefined && (now - at < questionRepeatMs || quarterOf(at) === quarterOf(now));
}

function completions(progress: Progress): number[] {
  return Object.values(progress.journeys)
    .flatMap((runs) => Object.values(runs))
    .flatMap((run) => Object.values(run.steps))
    .flatMap(({ completed, how }) => (completed !== null && how !== "skipped" ? [completed] : []));
}

/**
 * The one question that may be asked after a finished step, or `null`. At most one question a week of any kind; none
 * twice in 90 days or in one calendar quarter (UTC). The rare ones go first: trust (M20) once a quarter after two weeks,
 * the two items of UX-Lite (M2; Lewis and Sauro, https://measuringu.com/ux-lite/) once a quarter after five steps, in
 * different weeks; else the Single Ease Question (Sauro, https://measuringu.com/seq10/) about this very step.
 *
 * A clock that was set back asks nothing until it has caught up.
 */
export function nextQuestion(progress: Progress, finished: Finished, asked: AskedLog, now: number): Question | null {
  const last = Math.max(0, ...Object.values(asked));
  if (last > 0 && now - last < questionPauseMs) return null;
  const done = completions(progress);
  const since = Math.min(now, ...done);
  const wanted: Question[] = [];
  if (now - since >= daysForTrust * dayMs) wanted.push({ kind: "trust" });
  if (done.length >= stepsForLite) wanted.push({ kind: "useful" }, { kind: "easy" });
  wanted.push({ kind: "ease", ...finished });
  return wanted.find((question) => !isFresh(asked[questionKey(question)], now)) ?? null;
}
