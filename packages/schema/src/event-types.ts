import * as z from "zod/mini";

/** One kind of event: its closed props and the metrics that read it (`none` says why it is kept). */
export interface EventKind {
  props: z.ZodMiniType<Record<string, unknown>>;
  metrics: readonly string[];
}

const attempt = z.int().check(z.minimum(1));
const count = z.int().check(z.nonnegative());
const durationMs = z.number().check(z.nonnegative());
const short = z.string().check(z.maxLength(64));
/** What fields are called in their form, as their host calls them; never what is in them. */
const fieldNames = z.array(short).check(z.maxLength(40));
/** Whole seconds at work in a field, by what it is called. */
const fieldSeconds = z
  .record(short, count)
  .check(z.refine((value) => Object.keys(value).length <= 40, { error: "too_many_props" }));
const none = z.strictObject({});

const kind = (props: z.ZodMiniType<Record<string, unknown>>, ...metrics: string[]): EventKind => ({ props, metrics });

const completion = z.strictObject({
  attempt,
  how: z.enum(["condition", "manual"]),
  helped: z.optional(z.boolean()),
  failed: z.optional(count),
  activeMs: z.optional(durationMs),
  backtracks: z.optional(count),
  barrier: z.optional(short),
});

const barrier = z.enum([
  "not_reached",
  "not_clear",
  "not_useful",
  "opens_help",
  "tries_and_fails",
  "blocked",
  "does_not_apply",
  "not_now",
]);

/** Every event type of the SDK. `host.<name>` is apart: its props are the host's own, allow-listed and short. */
export const eventKinds: Readonly<Record<string, EventKind>> = {
  "session.started": kind(none, "M6", "M7"),
  "journey.offered": kind(none, "M1", "M6"),
  // Somebody would have been offered the journey, and belongs to the share that is shown nothing (`holdout`).
  "journey.held": kind(none, "experiments"),
  // The collector says so when the journey's `value` happened to somebody.
  "journey.valued": kind(none, "M6", "M7", "experiments"),
  // The collector says so when somebody did one of the journey's `core` actions.
  "journey.used": kind(z.strictObject({ event: short }), "M8"),
  "journey.assigned": kind(none, "M6"),
  "journey.started": kind(none, "M8"),
  "journey.completed": kind(none, "M8"),
  "journey.dismissed": kind(none, "M18"),
  "journey.snoozed": kind(z.strictObject({ until: z.optional(durationMs) }), "M18"),
  "journey.resumed": kind(none, "M18"),
  "brief.shown": kind(none, "M1"),
  "brief.answered": kind(z.strictObject({ answer: z.enum(["clear", "partly", "not_clear", "later"]) }), "M1"),
  "step.shown": kind(none, "M12"),
  "step.started": kind(z.strictObject({ attempt }), "M3", "M10"),
  "step.completed": kind(completion, "M3", "M5", "M10"),
  "step.undone": kind(z.strictObject({ attempt }), "M3"),
  "step.skipped": kind(z.strictObject({ attempt }), "M3", "M12"),
  "step.helped": kind(z.strictObject({ attempt, guide: z.enum(["light", "full"]) }), "M3", "M5"),
  "step.struggled": kind(z.strictObject({ attempt, sign: z.enum(["slow", "repeat", "back", "rage", "dead"]) }), "M5"),
  "step.planned": kind(z.strictObject({ due: z.optional(short) }), "M16"),
  "step.rated": kind(z.strictObject({ score: z.int().check(z.minimum(1), z.maximum(7)) }), "M5", "M11"),
  // Guests of before 2026-11 tell no attempt; such a barrier stands beside the attempts of its step.
  "step.barrier": kind(z.strictObject({ attempt: z.optional(attempt), barrier }), "M12"),
  "prompt.shown": kind(z.strictObject({ surface: short }), "M18"),
  "prompt.closed": kind(z.strictObject({ surface: short, afterMs: durationMs }), "M18"),
  "target.found": kind(z.strictObject({ way: short, score: z.number(), runnerUp: z.optional(z.number()) }), "targets"),
  "target.lost": kind(z.strictObject({ reason: short, runnerUp: z.optional(z.number()) }), "targets"),
  "focus.toggled": kind(z.strictObject({ on: z.boolean(), folded: count }), "M17"),
  "focus.fields": kind(
    z.strictObject({
      visible: count,
      edited: count,
      names: z.optional(fieldNames),
      editedNames: z.optional(fieldNames),
      seconds: z.optional(fieldSeconds),
    }),
    "M17",
  ),
  "handoff.offered": kind(z.strictObject({ role: short }), "M15"),
  "handoff.accepted": kind(none, "M15"),
  "handoff.returned": kind(none, "M15"),
  "thanks.sent": kind(none, "M8"),
  "survey.answered": kind(
    z.strictObject({ question: short, score: z.int().check(z.minimum(1), z.maximum(7)) }),
    "M2",
    "M20",
  ),
  "plan.cover": kind(z.strictObject({ open: count, planned: count }), "M16"),
};

/** Props of a `host.` event: at most 16, each short. */
export const hostPropsSchema: z.ZodMiniType<Record<string, string | number | boolean | null>> = z
  .record(
    z.string().check(z.minLength(1), z.maxLength(64)),
    z.union([z.string().check(z.maxLength(64)), z.number(), z.boolean(), z.null()]),
  )
  .check(z.refine((value) => Object.keys(value).length <= 16, { error: "too_many_props" }));
