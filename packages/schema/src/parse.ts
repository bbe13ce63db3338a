import type * as z from "zod/mini";
import { type BatchEnvelope, batchEnvelopeSchema, eventSchema, propsSchemaOf, type WaymarkEvent } from "./event.ts";
import { type HandoffActs, handoffActsSchema, type ThanksActs, thanksActsSchema } from "./handoff.ts";
import { type Journey, journeySchema } from "./journey.ts";
import { type Problem, toProblems } from "./problem.ts";
import { type Progress, progressSchema } from "./progress.ts";

/** A value that was checked, or everything that is wrong with it. */
export type Parsed<T> = { ok: true; value: T } | { ok: false; problems: Problem[] };

/** Checks any value against one of our schemas, with problems in our own sentences. */
export function parseWith<T>(schema: z.ZodMiniType<T>, input: unknown): Parsed<T> {
  const result = schema.safeParse(input);
  return result.success ? { ok: true, value: result.data } : { ok: false, problems: toProblems(result.error, input) };
}

/**
 * Checks a journey document.
 *
 * @example
 * ```ts
 * const parsed = parseJourney(JSON.parse(file));
 * if (!parsed.ok) for (const problem of parsed.problems) console.error(renderProblem(problem));
 * ```
 */
export function parseJourney(input: unknown): Parsed<Journey> {
  return parseWith(journeySchema, input);
}

/** Checks one event, and its props against the type's own schema. */
export function parseEvent(input: unknown): Parsed<WaymarkEvent> {
  const parsed = parseWith(eventSchema, input);
  if (!parsed.ok) return parsed;
  const props = propsSchemaOf(parsed.value.type);
  if (props === null) {
    return {
      ok: false,
      problems: [
        {
          code: "unknown_type",
          path: "$.type",
          expected: "a type of waymark.event/1, or host.<name> for an event of your own",
          received: JSON.stringify(parsed.value.type),
          severity: "error",
        },
      ],
    };
  }
  const checked = parseWith(props, parsed.value.props);
  if (checked.ok) return parsed;
  return {
    ok: false,
    problems: checked.problems.map((each) => ({ ...each, path: each.path.replace("$", "$.props") })),
  };
}

/** Checks the envelope of a delivery; its events are judged one by one with {@link parseEvent}. */
export function parseBatchEnvelope(input: unknown): Parsed<BatchEnvelope> {
  return parseWith(batchEnvelopeSchema, input);
}

/** Checks a person's progress as it travels between devices. What a newer SDK added is left out, not refused. */
export function parseProgress(input: unknown): Parsed<Progress> {
  return parseWith(progressSchema, input);
}

/** Checks what a person does about hand-overs. */
export function parseHandoffActs(input: unknown): Parsed<HandoffActs> {
  return parseWith(handoffActsSchema, input);
}

/** Checks what a person does about thanks. */
export function parseThanksActs(input: unknown): Parsed<ThanksActs> {
  return parseWith(thanksActsSchema, input);
}
