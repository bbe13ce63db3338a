import { canonicalJson } from "../events/stored-event.ts";
import { factName } from "./fact-name.ts";
import { fieldsOf, firstId, type Reading, unread } from "./said.ts";

/** Kinds of message of the Segment HTTP API. */
export const segmentKinds = ["track", "identify", "page", "screen", "group", "alias"] as const;

// Who somebody is, which group they are in and what they were called before are no facts of a journey: nothing is kept.
const silent: ReadonlySet<string> = new Set(["identify", "group", "alias"]);

// What a page call says of the page's address: it holds records' ids and searches.
const ofAddress: ReadonlySet<string> = new Set(["url", "path", "search", "referrer", "title", "hash"]);

function seenProps(message: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const own = Object.entries(fieldsOf(message.properties)).filter(([key]) => !ofAddress.has(key));
  const named = Object.entries({ name: message.name, category: message.category }).filter(([, value]) => value != null);
  return Object.fromEntries([...own, ...named]);
}

const textOf = (...values: readonly unknown[]): string | null => {
  const found = values.find((each) => each !== undefined && each !== null && each !== "");
  if (found === undefined) return null;
  // What is no text is not asked to be one: an object's own `toString` may be anything.
  return typeof found === "object" ? canonicalJson(found) : String(found);
};

/** Reads one message of the Segment HTTP API. Its `context` (address, browser, campaign, traits) is not looked at. */
export function readSegment(sent: unknown, kind?: string): Reading {
  const message = fieldsOf(sent);
  const type = kind ?? message.type;
  if (!segmentKinds.some((each) => each === type)) {
    const expected = `one of ${segmentKinds.join(", ")}`;
    return unread({ code: "unknown_type", path: "$.type", expected });
  }
  if (silent.has(String(type))) return null;
  const isTrack = type === "track";
  const name = isTrack ? factName(textOf(message.event) ?? "") : `${String(type)}.viewed`;
  const kept = { type, name };
  const person = firstId(message.userId, message.anonymousId);
  if (person === null)
    return unread(
      { code: "missing", path: "$.userId", expected: "userId or anonymousId, at most 120 characters" },
      kept,
    );
  const ts = textOf(message.timestamp, message.originalTimestamp, message.sentAt);
  const props = isTrack ? message.properties : seenProps(message);
  const content = (): string => canonicalJson([type, person, message.event, ts, props]);
  return { said: { sourceId: textOf(message.messageId), content, person, name, ts, props } };
}

/** Reads a delivery of several messages. */
export function readSegmentBatch(body: unknown): Reading[] {
  const { batch } = fieldsOf(body);
  if (!Array.isArray(batch)) return [unread({ code: "wrong_type", path: "$.batch", expected: "a list of messages" })];
  return batch.map((each: unknown) => readSegment(each));
}
