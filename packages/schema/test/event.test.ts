import { describe, expect, it } from "vitest";
import { eventKinds, parseBatchEnvelope, parseEvent, renderProblem } from "../src/index.ts";

const event = {
  id: "01934f4e-7b3a-7c3a-8c3a-0123456789ab",
  type: "step.completed",
  ts: "2026-11-21T09:30:00Z",
  journey: "win-a-deal",
  version: 3,
  step: "log-call",
  subject: "deal:17",
  session: "s",
  seq: 4,
  props: { attempt: 1, how: "condition" },
};
const sentences = (input: unknown): string[] => {
  const parsed = parseEvent(input);
  return parsed.ok ? [] : parsed.problems.map(renderProblem);
};

describe("events", () => {
  it("S10 accepts an event of the SDK", () => {
    expect(parseEvent(event)).toEqual({ ok: true, value: event });
  });

  it.each([
    [
      { type: "step.exploded" },
      '$.type is "step.exploded": write a type of waymark.event/1, or host.<name> for an event of your own.',
    ],
    [
      { props: { attempt: 1, how: "condition", note: "hi" } },
      "$.props.note is not known here: remove it or correct its spelling.",
    ],
    [{ props: { how: "condition" } }, "$.props.attempt is missing: add a number."],
    [{ id: "17" }, '$.id is "17": write a UUID of version 7.'],
    [{ ts: "yesterday" }, '$.ts is "yesterday": write a time like 2026-11-21T09:30:00Z.'],
    [{ subject: "17" }, '$.subject is "17": write a type and an id joined by a colon, like deal:17.'],
  ])("S10 refuses %j", (change, expected) => {
    expect(sentences({ ...event, ...change })).toEqual([expected]);
  });

  it("S11 keeps a host's props few, plain and short", () => {
    const host = { ...event, type: "host.deal.won", props: { dealId: "17", amount: 5 } };
    expect(sentences(host)).toEqual([]);
    expect(sentences({ ...host, props: { text: "x".repeat(65) } })).toHaveLength(1);
    expect(sentences({ ...host, props: { deep: {} } })).toHaveLength(1);
    expect(
      sentences({ ...host, props: Object.fromEntries(Array.from({ length: 17 }, (_, at) => [`k${at}`, at])) }),
    ).toHaveLength(1);
  });

  it("S12 has no type for reports, receipts, answers or free text", () => {
    expect(Object.keys(eventKinds).filter((type) => /report|receipt|voice|text|comment/.test(type))).toEqual([]);
    const long = "x".repeat(65);
    for (const [type, { props }] of Object.entries(eventKinds)) {
      const everyKey = Object.fromEntries(
        ["text", "note", "comment", "reason", "surface", "due"].map((key) => [key, long]),
      );
      expect(props.safeParse(everyKey).success, type).toBe(false);
      // Each prop that a type has by itself: a name that nobody thought of above may not hold a sentence either.
      const own = "shape" in props.def ? Object.entries(props.def.shape as Record<string, typeof props>) : [];
      expect(own.filter(([, each]) => each.safeParse(long).success).map(([name]) => `${type} ${name}`)).toEqual([]);
    }
  });

  it("S14 takes a report of what a device gave up: counts by short names under an id", () => {
    const envelope = { sentAt: event.ts, person: "u-1", roles: [], locale: "en", sdk: "sdk/0.1.0", events: [] };
    const report = (dropped: unknown): boolean => parseBatchEnvelope({ ...envelope, dropped }).ok;
    expect(report({ counter: event.id, reasons: { queue_full: 12, of_tomorrow: 1 } })).toBe(true);
    expect(report({ counter: event.id, reasons: { queue_full: -1 } })).toBe(false);
    expect(report({ counter: event.id, reasons: { ["x".repeat(33)]: 1 } })).toBe(false);
    expect(report({ counter: "17", reasons: {} })).toBe(false);
    expect(report({ queue_full: 12 })).toBe(false);
  });

  it("S10 checks the envelope without judging its events", () => {
    const envelope = { sentAt: event.ts, person: "u-1", roles: [], locale: "en", sdk: "sdk/0.1.0", events: [1, event] };
    expect(parseBatchEnvelope(envelope).ok).toBe(true);
    expect(parseBatchEnvelope({ ...envelope, project: "other" }).ok).toBe(false);
  });
});
