import * as z from "zod/mini";
import { type Day, daySchema, shareSchema } from "./day.ts";
import type { Timestamp } from "./duration.ts";
import type { Same } from "./same.ts";

/** What is spoken of: a step of a journey, for a role of the project's tree. */
export interface Place {
  journey: string;
  step: string;
  role: string;
}

/** So many people by a day. */
export interface ExpectedBy {
  by: Day;
  /** Of the role's people, who do the step alone. 0 to 1. */
  share: number;
}

/**
 * What somebody expects of a step: what share of a role will do it alone, from which day on. There is no line towards that
 * day; who expects something earlier names milestones.
 */
export interface NewExpectation extends Place, ExpectedBy {
  /** The first day of the plan. Default: the day on which the journey was first published. */
  from?: Day | undefined;
  /** Earlier goals on the way, at most 12. */
  milestones?: ExpectedBy[] | undefined;
  /** How long the step may take, in minutes. */
  minutes?: number | undefined;
  /** Who states it, where the sign-in is nobody's in particular. */
  signed?: string | undefined;
}

/** A stated expectation. It is never changed: stating another one for the same place makes the next version. */
export interface Expectation extends Place, ExpectedBy {
  from: Day;
  /** In the order of their days, all after `from` and before `by`. */
  milestones: ExpectedBy[];
  minutes: number | null;
  /** 1, 2, 3 and so on for each place. */
  version: number;
  /** Who stated it, as people know them. */
  author: string;
  /** When it was stated. */
  at: Timestamp;
  /** The decision that made it, where one did. */
  decision: string | null;
}

/** A published journey, of whose steps something may be expected. */
export interface Plannable {
  id: string;
  title: string;
  version: number;
  /** The first day that a plan counts from, unless another is named. */
  from: Day;
  steps: { id: string; title: string; minutes: number | null }[];
}

/** `GET /v1/expectations`: every version, the newest of each place first. */
export interface ExpectationList {
  format: "waymark.expectations/1";
  expectations: Expectation[];
  journeys: Plannable[];
}

/** What a manager believes of some steps for a role, before any result was shown. */
export interface NewEstimates {
  journey: string;
  role: string;
  steps: { step: string; share: number }[];
  signed?: string | undefined;
}

/** A manager's own estimate. It is given once. */
export interface OwnEstimate extends Place {
  /** Of the role's people, who do the step alone, as the author believes. 0 to 1. */
  share: number;
  author: string;
  at: Timestamp;
}

/** `GET /v1/estimates`: what the reader believed. Nobody reads another's here. */
export interface EstimateList {
  format: "waymark.estimates/1";
  estimates: OwnEstimate[];
}

/** The id of a journey, step or role. Nothing is expected of a brief, so that `""` is none here. */
export const keySchema: z.ZodMiniString = z.string().check(z.minLength(1), z.maxLength(120));
export const signedSchema: z.ZodMiniOptional<z.ZodMiniString> = z.optional(
  z.string().check(z.minLength(1), z.maxLength(80)),
);

const expectedBy = z.strictObject({ by: daySchema, share: shareSchema });

const newExpectation = z.strictObject({
  journey: keySchema,
  step: keySchema,
  role: keySchema,
  by: daySchema,
  share: shareSchema,
  from: z.optional(daySchema),
  milestones: z.optional(z.array(expectedBy).check(z.maxLength(12))),
  minutes: z.optional(z.number().check(z.minimum(0.1), z.maximum(10_000))),
  signed: signedSchema,
});

const newEstimates = z.strictObject({
  journey: keySchema,
  role: keySchema,
  steps: z.array(z.strictObject({ step: keySchema, share: shareSchema })).check(z.minLength(1), z.maxLength(50)),
  signed: signedSchema,
});

const same: [Same<z.output<typeof newExpectation>, NewExpectation>, Same<z.output<typeof newEstimates>, NewEstimates>] =
  [true, true];
void same;

/** Judges what somebody states. Days that contradict each other are judged where the journey is known. */
export const newExpectationSchema: z.ZodMiniType<NewExpectation> = newExpectation;
/** Judges what a manager believes. */
export const newEstimatesSchema: z.ZodMiniType<NewEstimates> = newEstimates;
