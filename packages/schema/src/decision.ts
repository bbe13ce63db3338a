import * as z from "zod/mini";
import { type Day, daySchema, shareSchema } from "./day.ts";
import type { Timestamp } from "./duration.ts";
import { keySchema, signedSchema } from "./expectation.ts";
import type { GapRow } from "./gap.ts";
import type { Same } from "./same.ts";

/**
 * What is changed. `move_date`: the goal's day, or its share too, for the role's steps that are named. `new_version`: the
 * journey; the decision waits until a version after `version` is published. `coaching`: so many hours from a day on.
 * `keep`: the plan stays as it is, and somebody says so.
 */
export type Choice =
  | { option: "move_date"; by: Day; share?: number | undefined }
  | { option: "new_version" }
  | { option: "coaching"; hours: number; on: Day }
  | { option: "keep" };

/** Body of `POST /v1/decisions`. */
export interface NewDecision {
  journey: string;
  /** Left out: the whole journey. */
  step?: string | undefined;
  /** Left out: every role. A new date needs one. */
  role?: string | undefined;
  choice: Choice;
  /** Why, in plain text of at most 2,000 characters. */
  note: string;
  /** When to look again. Default: four weeks on. */
  followUp?: Day | undefined;
  signed?: string | undefined;
}

/** What was measured of a step at some time, as the gap report showed it. */
export type Measured = Pick<GapRow, "step" | "role" | "version" | "expected" | "measured" | "interval" | "n">;

/** What changed in the plan with a decision, by name. */
export interface PlanChange {
  /** Version of the journey that was the newest then; a later one is what was decided, once it is there. */
  version: number;
  /** The newest one now. */
  versionNow: number;
  /** What was expected before and what is now. */
  expectations: { step: string; role: string; from: { by: Day; share: number }; to: { by: Day; share: number } }[];
}

/** A dated decision about the plan. It is never changed. */
export interface Decision {
  id: string;
  journey: string;
  step: string | null;
  role: string | null;
  choice: Choice;
  note: string;
  at: Timestamp;
  author: string;
  followUp: Day;
  plan: PlanChange;
  /** As it was measured when it was decided, and from weeks that began afterwards; empty where nothing can be shown. */
  before: Measured[];
  after: Measured[];
}

/** `GET /v1/decisions`, the newest first. */
export interface DecisionList {
  format: "waymark.decisions/1";
  decisions: Decision[];
}

/** As many characters as the note of a decision may have. */
export const longestNote = 2000;

const choice = z.discriminatedUnion("option", [
  z.strictObject({ option: z.literal("move_date"), by: daySchema, share: z.optional(shareSchema) }),
  z.strictObject({ option: z.literal("new_version") }),
  z.strictObject({
    option: z.literal("coaching"),
    hours: z.number().check(z.minimum(0.25), z.maximum(1000)),
    on: daySchema,
  }),
  z.strictObject({ option: z.literal("keep") }),
]);

const newDecision = z.strictObject({
  journey: keySchema,
  step: z.optional(keySchema),
  role: z.optional(keySchema),
  choice,
  note: z.string().check(z.minLength(1), z.maxLength(longestNote)),
  followUp: z.optional(daySchema),
  signed: signedSchema,
});

const same: Same<z.output<typeof newDecision>, NewDecision> = true;
void same;

/** Judges a decision. Days that contradict each other are judged where the plan is known. */
export const newDecisionSchema: z.ZodMiniType<NewDecision> = newDecision;
