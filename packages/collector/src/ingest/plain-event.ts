import type { WaymarkEvent } from "@waymark/schema";

/**
 * The short way for events as our SDK writes them: a few comparisons in place of a schema's walk (measured: 0.5 us an event
 * against 5). It may say no to a good event, never yes to a bad one: who gets a no is judged by the schema, which stays the
 * truth and alone knows the words for what is wrong. `test/plain-event.test.ts` holds the two together.
 */

type Check = (value: unknown) => boolean;

interface Shape {
  required: ReadonlyMap<string, Check>;
  optional: ReadonlyMap<string, Check>;
}

const shape = (required: Record<string, Check>, optional: Record<string, Check> = {}): Shape => ({
  required: new Map(Object.entries(required)),
  optional: new Map(Object.entries(optional)),
});

const text =
  (least: number, most: number): Check =>
  (value) =>
    typeof value === "string" && value.length >= least && value.length <= most;
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

function hasShape(props: object, { required, optional }: Shape): boolean {
  let found = 0;
  for (const key in props) {
    const check = required.get(key);
    const value = (props as Record<string, unknown>)[key];
    if (check !== undefined) {
      if (!check(value)) return false;
      found += 1;
    } else if (optional.get(key)?.(value) !== true) return false;
  }
  return found === required.size;
}

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
const moment =
  /^20\d\d-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8]))T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?Z$/;
const host = /^host\.[A-Za-z0-9_.:-]{1,80}$/;
const subject = /^[a-z0-9-]+:.{1,120}$/;

const id = text(1, 120);
const matches =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === "string" && pattern.test(value);

const eventShape = shape(
  {
    id: matches(uuid),
    type: (value) => typeof value === "string",
    ts: matches(moment),
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
