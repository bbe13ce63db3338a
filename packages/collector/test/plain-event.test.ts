import { parseBatchEnvelope, parseEvent, type WaymarkEvent } from "@waymark/schema";
import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalEvent, canonicalJson } from "../src/events/stored-event.ts";
import { isPlainEnvelope } from "../src/ingest/plain-envelope.ts";
import { isPlainEvent } from "../src/ingest/plain-event.ts";
import { idOf } from "./support/events.ts";

const at = Date.parse("2026-09-07T08:00:00Z");
const good: Record<string, unknown>[] = [
  { type: "session.started", props: {} },
  { type: "step.started", journey: "j", version: 2, step: "s", subject: "deal:17", props: { attempt: 1 } },
  {
    type: "step.completed",
    journey: "j",
    step: "s",
    props: { attempt: 2, how: "manual", helped: true, failed: 0, activeMs: 12.5, backtracks: 3, barrier: "none" },
  },
  { type: "prompt.closed", props: { surface: "panel", afterMs: 4 } },
  { type: "host.deal.won", props: { deal: 17, stage: "won", big: true, note: null } },
].map((each, i) => ({ id: idOf(`${i}`, at), ts: "2026-09-07T08:00:00.123Z", session: "s1", seq: i, ...each }));

/** Values that stand near the edges of what is allowed. */
const edge = fc.oneof(
  fc.constantFrom<unknown>(
    ...["", "x".repeat(64), "x".repeat(65), "x".repeat(120), "x".repeat(121), null, true, -1, 0, 1, -0, 1.5, 2 ** 53],
    ...[
      Number.POSITIVE_INFINITY,
      Number.NaN,
      [],
      {},
      { a: 1 },
      "condition",
      "manual",
      "host.",
      "host.a b",
      "step.started",
      "deal:",
      "a:b\nc",
    ],
    ...[
      "2026-02-29T00:00:00Z",
      "2024-02-29T00:00:00Z",
      "2026-04-31T00:00:00Z",
      "2026-13-01T00:00:00Z",
      "2026-09-07T24:00:00Z",
    ],
    ...[
      "2026-09-07T08:00:00",
      "2026-09-07T08:00:00+02:00",
      "2026-09-07T08:00Z",
      "2026-09-07T08:00:60Z",
      "1999-01-01T00:00:00Z",
    ],
    ...[
      "2026-09-07T08:00:00.Z",
      "2026-09-07T08:00:00.1234567890123Z",
      "deal:\u2028",
      `deal:${"x".repeat(121)}`,
      "DEAL:1",
    ],
    ...[idOf("x", at), idOf("x", at).toUpperCase(), `${idOf("x", at)}\n`, idOf("x", at).replace("-7", "-4")],
  ),
  fc.string({ maxLength: 10 }),
  fc.jsonValue({ maxDepth: 1 }),
);

const mutation = fc.record({
  of: fc.nat(good.length - 1),
  deep: fc.boolean(),
  key: fc.oneof(
    fc.constantFrom("id", "type", "ts", "journey", "version", "step", "subject", "session", "seq", "props"),
    fc.constantFrom("attempt", "how", "helped", "activeMs", "surface", "__proto__", "constructor", "toString", ""),
    fc.string({ maxLength: 70 }),
  ),
  remove: fc.boolean(),
  value: edge,
});

function mutate(
  event: Record<string, unknown>,
  { deep, key, remove, value }: typeof mutation extends fc.Arbitrary<infer T> ? T : never,
): unknown {
  // Through JSON, as it comes: `__proto__` is a key like any other there.
  const copy = JSON.parse(JSON.stringify(event)) as Record<string, unknown>;
  const target =
    deep && typeof copy.props === "object" && copy.props !== null ? (copy.props as Record<string, unknown>) : copy;
  if (remove) delete target[key];
  else Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
  return copy;
}

test("C115 the short way takes what our SDK sends", () => {
  for (const event of good)
    expect([event.type, isPlainEvent(event), parseEvent(event).ok]).toEqual([event.type, true, true]);
});

test("C115 the short way never takes what the schema refuses, nor changes what it takes", () => {
  let taken = 0;
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 3 }), ([first, ...more]) => {
      if (first === undefined) return;
      let event: unknown = mutate(good[first.of] ?? {}, first);
      for (const each of more) event = mutate(event as Record<string, unknown>, each);
      if (!isPlainEvent(event)) return;
      taken += 1;
      const parsed = parseEvent(event);
      expect(parsed).toEqual({ ok: true, value: event });
      if (parsed.ok) expect(canonicalEvent(event)).toBe(canonicalJson(parsed.value));
    }),
    { numRuns: 20_000 },
  );
  expect(taken).toBeGreaterThan(500);
});

test("C115 an event's canonical form is that of any document, whatever keys it has", () => {
  const whole = {
    ...good[1],
    sourceId: 'a "word"',
    subject: "deal:\u{1f44b}",
    props: { z: 1, a: ["x", { y: null }] },
  } as unknown as WaymarkEvent;
  for (const event of [whole, { ...whole, later: 1 }, { ...whole, step: undefined }])
    expect(canonicalEvent(event)).toBe(canonicalJson(event));
});

test("C115 canonical JSON is JSON with sorted keys, whatever the words", () => {
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(sorted);
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(entries.map(([key, each]) => [key, sorted(each)]));
  };
  // Keys that look like numbers would be put first by any object: JSON text alone can say their order.
  const word = fc.string({ unit: "binary" }).filter((key) => !/^\d/.test(key) && key !== "__proto__");
  fc.assert(
    fc.property(
      fc.dictionary(word, fc.oneof(fc.string({ unit: "binary" }), fc.jsonValue({ maxDepth: 0 }))),
      (value) => {
        expect(canonicalJson(value)).toBe(JSON.stringify(sorted(value)));
      },
    ),
    { numRuns: 500 },
  );
});

const envelope = {
  sentAt: "2026-09-07T08:00:00Z",
  person: "u-1",
  roles: ["sales-rep", "hunter"],
  locale: "en-GB",
  sdk: "sdk/0.1.0",
  token: "a.b.c",
  events: [good[0], { bad: true }, null],
};

const envelopeMutation = fc.record({
  key: fc.oneof(
    fc.constantFrom(...Object.keys(envelope), "dropped", "__proto__", "constructor", ""),
    fc.string({ maxLength: 10 }),
  ),
  remove: fc.boolean(),
  value: fc.oneof(
    edge,
    fc.array(edge, { maxLength: 3 }),
    fc.constantFrom<unknown>("x".repeat(35), "x".repeat(36), "x".repeat(60), "x".repeat(61), "x".repeat(4097)),
    fc.constantFrom<unknown>(
      new Array(20).fill("r"),
      new Array(21).fill("r"),
      new Array(500).fill(1),
      new Array(501).fill(1),
    ),
    fc.constant({ counter: idOf("c", at), reasons: { expired: 2 } }),
  ),
});

test("C224 the short way takes a delivery of our SDK, and never what the schema refuses, nor changes what it takes", () => {
  expect([isPlainEnvelope(envelope), parseBatchEnvelope(envelope).ok]).toEqual([true, true]);
  let taken = 0;
  fc.assert(
    fc.property(fc.array(envelopeMutation, { minLength: 1, maxLength: 2 }), (all) => {
      const copy = JSON.parse(JSON.stringify(envelope)) as Record<string, unknown>;
      for (const { key, remove, value } of all)
        if (remove) delete copy[key];
        else Object.defineProperty(copy, key, { value, enumerable: true, configurable: true, writable: true });
      if (!isPlainEnvelope(copy)) return;
      taken += 1;
      expect(parseBatchEnvelope(copy)).toEqual({ ok: true, value: copy });
    }),
    { numRuns: 5000 },
  );
  expect(taken).toBeGreaterThan(200);
  for (const each of [null, [], "text", [envelope], { ...envelope, roles: { length: 0 } }])
    expect(isPlainEnvelope(each)).toBe(false);
});
