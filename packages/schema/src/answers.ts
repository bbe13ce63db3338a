import * as z from "zod/mini";
import type { Same } from "./same.ts";

/**
 * What becomes of what was reported: it was changed, it will be, it will not because of something, or more must be known.
 */
export type Verdict = "did" | "will" | "will_not" | "need_more";

/**
 * One public answer to what several people reported about a step in a block of weeks. It names a published cell, never a
 * report: nobody can answer one person.
 */
export interface Answer {
  id: string;
  journey: string;
  step: string;
  /** First and last ISO week of the published block: `2026-W45`. */
  from: string;
  to: string;
  verdict: Verdict;
  /** Plain text, at most 2,000 characters. */
  text: string;
  /** Who answers, as people know them: `Ines, customer success`. */
  by?: string | undefined;
  /** The day of the answer, `2026-11-23`. */
  on: string;
}

/** The one file of answers that every device fetches and reads for itself, `waymark.answers/1`. */
export interface AnswersFile {
  format: "waymark.answers/1";
  answers: Answer[];
}

const key = z.string().check(z.maxLength(200));
const week = z.string().check(z.regex(/^\d{4}-W\d{2}$/));

const file = z.strictObject({
  format: z.literal("waymark.answers/1"),
  answers: z.array(
    z.strictObject({
      id: key,
      journey: key,
      step: key,
      from: week,
      to: week,
      verdict: z.enum(["did", "will", "will_not", "need_more"]),
      text: z.string().check(z.maxLength(2000)),
      by: z.optional(z.string().check(z.maxLength(80))),
      on: z.iso.date(),
    }),
  ),
});

const same: Same<z.output<typeof file>, AnswersFile> = true;
void same;

/** Judges a file of answers before it is served. */
export const answersSchema: z.ZodMiniType<AnswersFile> = file;
