import { hash } from "node:crypto";
import type { WaymarkEvent } from "@waymark/schema";

/** An event as it is kept. It holds a pseudonym, never the host's user id, and no address. */
export interface StoredEvent {
  project: string;
  /** UUID v7, lower case. One copy per project and id. */
  id: string;
  type: string;
  /** As sent, never rewritten. */
  ts: string;
  /** `ts` in Unix milliseconds, put right by `skewMs` where the sender's clock was more than five minutes off. */
  at: number;
  receivedAt: number;
  /** Sender's clock against ours when the batch arrived: `receivedAt - sentAt`. */
  skewMs: number;
  /** The ISO week this event counts in, see `blocks/calendar.ts`: never a week that is already frozen. */
  week: number;
  journey: string | null;
  version: number | null;
  step: string | null;
  /** `""` for the person's own way, else `deal:17`. */
  subject: string;
  session: string;
  seq: number;
  /** HMAC-SHA256 of the host's user id under the project's secret. */
  person: string;
  /** The person's first role. */
  role: string | null;
  /** 1 when the person is behind a signed token, or one of the host's servers vouched for them by its secret key. */
  verified: 0 | 1;
  simulated: 0 | 1;
  locale: string;
  sdk: string;
  /** JSON. */
  props: string;
  /** Hash of the content, to tell a replay from a conflict; `""` until somebody has to know it, see {@link withHash}. */
  hash: string;
  /** Id of the host event this one was derived from on the server. */
  derivedFrom: string | null;
  /** The id another client gave it (Segment's `messageId`), or `null` for events of our own. */
  sourceId: string | null;
}

/** Whose delivery a reject came in, so that it can be taken once it is mended. No name, no id of the host's. */
export interface RejectSender {
  /** Pseudonym. */
  person: string;
  roles: string[];
  verified: 0 | 1;
  simulated: 0 | 1;
  locale: string;
  sdk: string;
  skewMs: number;
}

/** What arrived and could not be kept as an event. */
export interface StoredReject {
  project: string;
  /** Hash of what was sent, so that a replay is not counted twice. */
  hash: string;
  at: number;
  code: string;
  path: string;
  message: string;
  /** What was sent, JSON, at most 4,000 characters, the person's id taken out. */
  body: string;
  /** The sender's pseudonym; `null` where it is not known. */
  person?: string | null;
  /** {@link RejectSender} as JSON. */
  sender?: string | null;
}

// Nothing that JSON writes differently: most texts are, and asking is cheaper than writing them anew.
const plainText = /^[ !#-[\]-~]*$/;

function quoted(text: string): string {
  return plainText.test(text) ? `"${text}"` : JSON.stringify(text);
}

/** JSON with sorted keys: equal content gives equal text. */
export function canonicalJson(value: unknown): string {
  if (typeof value === "string") return quoted(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  let text = "";
  for (const key of Object.keys(value).sort()) {
    const each = (value as Record<string, unknown>)[key];
    if (each !== undefined) text += `${text === "" ? "" : ","}${quoted(key)}:${canonicalJson(each)}`;
  }
  return `{${text}}`;
}

const eventKeys = [
  "id",
  "journey",
  "props",
  "seq",
  "session",
  "sourceId",
  "step",
  "subject",
  "ts",
  "type",
  "version",
] as const;

/** The same text for an event, whose keys are known: a third of the time. */
export function canonicalEvent(event: WaymarkEvent): string {
  let text = "";
  let found = 0;
  for (const key of eventKeys) {
    const value = event[key];
    if (value === undefined) continue;
    text += `${found === 0 ? "{" : ","}"${key}":${typeof value === "number" ? value : canonicalJson(value)}`;
    found += 1;
  }
  // A key that came later and is not in the list: the long way knows it.
  return found === Object.keys(event).length ? `${text}}` : canonicalJson(event);
}

const base64url = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** 22 characters that stand for a text: the first 16 bytes of its SHA-256. */
export function shortHash(text: string): string {
  // Encoding inside the one call costs a third of cutting the bytes first; of the 22nd character 2 bits are left then.
  const whole = hash("sha256", text, "base64url");
  return whole.slice(0, 21) + base64url.charAt(base64url.indexOf(whole.charAt(21)) & 0b110000);
}

/** The content of an event and whose it is. Envelope facts that change between replays (roles, locale) are left out. */
function contentOf(event: StoredEvent): string {
  const { id, type, ts, journey, version, step, subject, session, seq, person, sourceId } = event;
  const sent: WaymarkEvent = { id, type, ts, session, seq, props: JSON.parse(event.props) as Record<string, unknown> };
  if (journey !== null) sent.journey = journey;
  if (version !== null) sent.version = version;
  if (step !== null) sent.step = step;
  if (subject !== "") sent.subject = subject;
  if (sourceId !== null) sent.sourceId = sourceId;
  return `${person}\n${canonicalEvent(sent)}`;
}

/** The event with its hash, for a store that has to know it with every event. */
export function withHash(event: StoredEvent): StoredEvent {
  return event.hash === "" ? { ...event, hash: shortHash(contentOf(event)) } : event;
}

/**
 * Whether an event that comes under a known id is the one that is kept. What is kept is what counts: copies that differ in
 * what is never kept only (an address, a page's query) are the same.
 */
export function isSame(known: StoredEvent, event: StoredEvent): boolean {
  if (known.hash === "" && event.hash === "") return contentOf(known) === contentOf(event);
  return withHash(known).hash === withHash(event).hash;
}
