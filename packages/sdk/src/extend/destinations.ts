import type { Happening } from "../runtime/guest.ts";
import type { Destination } from "./points.ts";

/** Flat names and plain values, as analytics tools take them. `undefined` is left out. */
function propertiesOf({ journey, step, subject, props }: Happening): Record<string, unknown> {
  const all = Object.entries({ ...props, journey, step, subject });
  return Object.fromEntries(all.filter(([, value]) => value !== undefined));
}

/** As much of `analytics.js` (Segment, RudderStack) as is used. */
export interface SegmentLike {
  track(event: string, properties: Record<string, unknown>, options: { timestamp: Date }): unknown;
}

/**
 * Sends happenings to Segment, or to whatever speaks its `track`, as `Waymark step.completed`.
 *
 * @example
 * ```ts
 * createWaymark({ ...options, destinations: [toSegment(window.analytics)] });
 * ```
 */
export const toSegment =
  (analytics: SegmentLike): Destination =>
  (happening) =>
    void analytics.track(`Waymark ${happening.type}`, propertiesOf(happening), { timestamp: new Date(happening.at) });

/** As much of `posthog-js` as is used. */
export interface PostHogLike {
  capture(event: string, properties: Record<string, unknown>, options: { timestamp: Date }): unknown;
}

/** Sends happenings to PostHog, as `waymark step.completed`. */
export const toPostHog =
  (posthog: PostHogLike): Destination =>
  (happening) =>
    void posthog.capture(`waymark ${happening.type}`, propertiesOf(happening), { timestamp: new Date(happening.at) });

/** As much of an OpenTelemetry `Logger` (`@opentelemetry/api-logs`) as is used. */
export interface OpenTelemetryLike {
  emit(record: {
    eventName: string;
    timestamp: number;
    severityNumber: number;
    attributes: Record<string, string | number | boolean>;
  }): unknown;
}

const plain = (value: unknown): value is string | number | boolean =>
  ["string", "number", "boolean"].includes(typeof value);

/**
 * Emits happenings as OpenTelemetry events named `waymark.step.completed`, of severity INFO (9), with attributes
 * `waymark.journey`, `waymark.step` and so on. Values that are no text, number or truth value are left out.
 */
export const toOpenTelemetry =
  (logger: OpenTelemetryLike): Destination =>
  (happening) => {
    const attributes: Record<string, string | number | boolean> = {};
    for (const [name, value] of Object.entries(propertiesOf(happening)))
      if (plain(value)) attributes[`waymark.${name}`] = value;
    logger.emit({ eventName: `waymark.${happening.type}`, timestamp: happening.at, severityNumber: 9, attributes });
  };
