import * as z from "zod/mini";
import { type Timestamp, timestampSchema } from "./duration.ts";
import { eventKinds, hostPropsSchema } from "./event-types.ts";
import type { Same } from "./same.ts";

/** One event on the wire, `waymark.event/1`. */
export interface WaymarkEvent {
  /** UUID v7. The collector keeps one copy per project and id. */
  id: string;
  /** A type of {@link eventKinds}, or `host.<name>`. */
  type: string;
  ts: Timestamp;
  journey?: string | undefined;
  version?: number | undefined;
  step?: string | undefined;
  /** Wire form `deal:17`, never a label. */
  subject?: string | undefined;
  session: string;
  /** Counts up from 0 within the session. */
  seq: number;
  /** The id another client gave what happened; `id` was made from it. */
  sourceId?: string | undefined;
  props: Record<string, unknown>;
}

/**
 * What a device gave up since its last report. Totals under an id of their own, so that a report that arrives twice, or
 * after a later one, counts once: the highest of each stays.
 */
export interface DroppedReport {
  /** UUID of the count; a new one begins once a report was answered. */
  counter: string;
  /** Events by reason: `{ queue_full: 12 }`. */
  reasons: Record<string, number>;
}

/** The envelope of one delivery. Events inside are judged one by one. */
export interface BatchEnvelope {
  sentAt: Timestamp;
  /** The host's user id, or a random device id. */
  person: string;
  roles: string[];
  locale: string;
  /** Name and version of the sender: `sdk/0.1.0`. */
  sdk: string;
  /** The person's signed token: makes them a verified person. */
  token?: string | undefined;
  dropped?: DroppedReport | undefined;
  events: unknown[];
}

export interface Batch extends Omit<BatchEnvelope, "events"> {
  events: WaymarkEvent[];
}

/** Events in one delivery. */
export const maxBatchEvents = 500;

const id = z.string().check(z.minLength(1), z.maxLength(120));

const uuid = z
  .string()
  .check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/, { error: "uuid_v7" }));

const event = z.strictObject({
  id: uuid,
  type: z.string().check(z.regex(/^[a-z]+\.[A-Za-z0-9_.:-]{1,80}$/, { error: "event_type" })),
  ts: timestampSchema,
  journey: z.optional(id),
  version: z.optional(z.int().check(z.nonnegative())),
  step: z.optional(id),
  subject: z.optional(z.string().check(z.regex(/^[a-z0-9-]+:.{1,120}$/, { error: "subject" }))),
  session: id,
  seq: z.int().check(z.nonnegative()),
  sourceId: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
  props: z.record(z.string(), z.unknown()),
});

const sameEvent: Same<z.output<typeof event>, WaymarkEvent> = true;
void sameEvent;

/** The event's own shape; its props are checked against their type by {@link propsSchemaOf}. */
export const eventSchema: z.ZodMiniType<WaymarkEvent> = event;

/** The schema of an event type's props, or `null` when the type is unknown. */
export function propsSchemaOf(type: string): z.ZodMiniType<Record<string, unknown>> | null {
  if (type.startsWith("host.")) return hostPropsSchema;
  return Object.hasOwn(eventKinds, type) ? (eventKinds[type]?.props ?? null) : null;
}

const envelope = z.strictObject({
  sentAt: timestampSchema,
  person: id,
  roles: z.array(id).check(z.maxLength(20)),
  locale: z.string().check(z.maxLength(35)),
  sdk: z.string().check(z.maxLength(60)),
  token: z.optional(z.string().check(z.maxLength(4096))),
  dropped: z.optional(
    z.strictObject({
      counter: uuid,
      // Any short name: a sender that is newer than the collector may have reasons of its own.
      reasons: z
        .record(
          z.string().check(z.minLength(1), z.maxLength(32)),
          z.int().check(z.nonnegative(), z.maximum(1_000_000_000)),
        )
        .check(z.refine((value) => Object.keys(value).length <= 16, { error: "too_many_props" })),
    }),
  ),
  events: z.array(z.unknown()).check(z.maxLength(maxBatchEvents)),
});

const sameEnvelope: Same<z.output<typeof envelope>, BatchEnvelope> = true;
void sameEnvelope;

export const batchEnvelopeSchema: z.ZodMiniType<BatchEnvelope> = envelope;
