import type { WaymarkEvent } from "@waymark/schema";
import { type Check, hasShape, id, matches, moment, type Shape, shape, text } from "./plain-shape.ts";

/**
 * The short way for events as our SDK writes them: a few comparisons in place of a schema's walk (measured: 0.5 us an event
 * against 5). It may say no to a good event, never yes to a bad one: who gets a no is judged by the schema, which stays the
 * truth and alone knows the words for what is wrong. `test/plain-event.test.ts` holds the two together.
 */

const whole =
  (least: number): Check =>
  (value) =>
    Number.isSafeInteger(value) && (value as number) >= least;
const short = text(0, 64);
const count = whole(0);
const attempt = whole(1);
const duration: Check = (value) => Number.isFinite(value) && (value as number) >= 0;
const truth: Check = (value) => typeof value === "boolean";
const how: Check = (value) => value === "condition" || value === "manual";

const empty = shape({});
const ofAttempt = shape({ attempt });

/** The kinds that come often; any other kind is the schema's. */
const shapes: ReadonlyMap<string, Shape> = new Map([
  ["session.started", empty],
  ["journey.offered", empty],
  ["journey.held", empty],
  ["journey.started", empty],
  ["journey.completed", empty],
  ["brief.shown", empty],
  ["step.shown", empty],
  ["step.started", ofAttempt],
  ["step.skipped", ofAttempt],
  ["step.undone", ofAttempt],
  [
    "step.completed",
    shape({ attempt, how }, { helped: truth, failed: count, activeMs: duration, backtracks: count, barrier: short }),
  ],
  ["prompt.shown", shape({ surface: short })],
  ["prompt.closed", shape({ surface: short, afterMs: duration })],
]);

function isHostProps(props: object): boolean {
  let found = 0;
  for (const key in props) {
    const value = (props as Record<string, unknown>)[key];
    found += 1;
    if (found > 16 || key === "" || key.length > 64 || key === "__proto__") return false;
    if (value !== null && !short(value) && typeof value !== "boolean" && !Number.isFinite(value)) return false;
  }
  return true;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const host = /^host\.[A-Za-z0-9_.:-]{1,80}$/;
const subject = /^[a-z0-9-]+:.{1,120}$/;

const eventShape = shape(
  {
    id: matches(uuid),
    type: (value) => typeof value === "string",
    ts: moment,
    session: id,
    seq: count,
    props: (value) => typeof value === "object" && value !== null && !Array.isArray(value),
  },
  { journey: id, version: count, step: id, subject: matches(subject) },
);

/** Whether this is, beyond doubt, a valid event. `false` says nothing. Takes what `JSON.parse` gives. */
export function isPlainEvent(sent: unknown): sent is WaymarkEvent {
  if (typeof sent !== "object" || sent === null || !hasShape(sent, eventShape)) return false;
  const { type, props } = sent as WaymarkEvent;
  const own = shapes.get(type);
  return own === undefined ? host.test(type) && isHostProps(props) : hasShape(props, own);
}
