import * as z from "zod/mini";
import type { Same } from "./same.ts";

/** How a step was settled: its condition came true, the person ticked it, or said it does not apply. */
export type How = "condition" | "manual" | "skipped";

/**
 * Where one step stands. Times are Unix milliseconds. A higher `attempt` supersedes; inside one attempt the earliest
 * `began` and `completed` win, so that any two copies merge to the same state in any order.
 */
export interface StepState {
  attempt: number;
  began: number | null;
  completed: number | null;
  /** Set together with `completed`. */
  how: How | null;
  /** Latched leaves of the step's condition, by leaf key, with the moment each was seen. */
  latched?: Record<string, number> | undefined;
}

/** The person's answer to "Is that clear to you?". */
export type BriefAnswer = "clear" | "partly" | "not_clear" | "later";

/** "When it is Tuesday 10:00, I do: Send the quote." Times are Unix milliseconds. */
export interface Plan {
  step: string;
  due: number | null;
  /** When it was made. */
  at: number;
}

/** One way of one journey: the person's, or that of one record. */
export interface Run {
  /** When the journey was first offered. Facts count from here on. */
  offered?: number | undefined;
  /** When it would have been offered, had the person not been held out for comparison. */
  held?: number | undefined;
  began?: number | undefined;
  /** `text` identifies the brief that was answered: it is asked again only when its own text changed. */
  brief?: { answer: BriefAnswer; text: string; at: number } | undefined;
  /** Hidden until a moment; `null` for good; `0` brings it back. The latest `at` wins. */
  hidden?: { until: number | null; at: number } | undefined;
  /** When the person means to do a step of this record; `due` is `null` where they took the plan back. The latest `at` wins. */
  plan?: Plan | undefined;
  steps: Record<string, StepState>;
}

/** Runs of one journey by subject: `""` is the person's own, else the wire form `deal:17`. */
export type Runs = Record<string, Run>;

/** One prompt nobody had asked for: which kind, when, and after how many milliseconds it was closed, if it was. */
export interface Prompt {
  at: number;
  kind: string;
  closedMs?: number | undefined;
}

/** What the person was asked unasked, so that all their devices together stay within bounds. */
export interface Prompts {
  /** The newest twelve, newest first. */
  shown: Prompt[];
  /** All prompts are silent until a moment; `null` for good; `0` lets them come again. The latest `at` wins. */
  quiet?: { until: number | null; at: number } | undefined;
}

/** All that is known of one person's way, `waymark.progress/1`. */
export interface Progress {
  format: "waymark.progress/1";
  journeys: Record<string, Runs>;
  /** Missing: never asked anything. */
  prompts?: Prompts | undefined;
  /** What was said once and is not to be said again: a moment by name, the later one wins; the newest hundred. */
  marks?: Record<string, number> | undefined;
}

const time = z.number().check(z.nonnegative(), z.maximum(8.64e15));
const key = z.string().check(z.maxLength(200));

// Objects of progress are open, unlike all others: an SDK that is newer than the collector sends what this one does not
// know yet. It is passed over, and what is known is kept; refusing the whole would cost the person their other devices.
const stepState = z.object({
  attempt: z.int().check(z.minimum(1)),
  began: z.nullable(time),
  completed: z.nullable(time),
  how: z.nullable(z.enum(["condition", "manual", "skipped"])),
  latched: z.optional(z.record(key, time)),
});

const run = z.object({
  offered: z.optional(time),
  held: z.optional(time),
  began: z.optional(time),
  brief: z.optional(z.object({ answer: z.enum(["clear", "partly", "not_clear", "later"]), text: key, at: time })),
  hidden: z.optional(z.object({ until: z.nullable(time), at: time })),
  plan: z.optional(z.object({ step: key, due: z.nullable(time), at: time })),
  steps: z.record(key, stepState),
});

const prompts = z.object({
  shown: z
    .array(
      z.object({
        at: time,
        kind: z.string().check(z.maxLength(64)),
        closedMs: z.optional(z.number().check(z.nonnegative())),
      }),
    )
    .check(z.maxLength(12)),
  quiet: z.optional(z.object({ until: z.nullable(time), at: time })),
});

const progress = z.object({
  format: z.literal("waymark.progress/1"),
  journeys: z.record(key, z.record(key, run)),
  prompts: z.optional(prompts),
  marks: z.optional(z.record(key, time)),
});

const same: Same<z.output<typeof progress>, Progress> = true;
void same;

export const progressSchema: z.ZodMiniType<Progress> = progress;
