import { createHash } from "node:crypto";
import type { StoredEvent } from "./stored-event.ts";

/** A UUID as the decimal number it is: the engine orders its own UUID type by the second half. */
export function idNumber(id: string): string {
  return BigInt(`0x${id.replaceAll("-", "")}`).toString();
}

/** The UUID of such a number. */
export function idText(number: string): string {
  const hex = BigInt(number).toString(16).padStart(32, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** What tells copies of one id apart that would count differently: content, person and the sender's standing. */
export function printOf(event: StoredEvent): string {
  const facts = JSON.stringify([event.hash, event.person, event.verified, event.simulated, event.role]);
  return createHash("sha256").update(facts).digest().readBigUInt64BE().toString();
}

/** Higher the earlier a copy came: among equal copies the engine keeps the highest. Weeks never go back as time goes on. */
export function rankOf(event: StoredEvent): string {
  const arrived = BigInt(event.receivedAt) & 0xffffffffffffn;
  return ((BigInt(0x7fff - event.week) << 48n) + (0xffffffffffffn - arrived)).toString();
}

/** Half of a surrogate pair is no character: the engine would refuse the whole block for it. */
export function wellFormed<R extends object>(row: R): R {
  const broken = Object.entries(row).filter(([, value]) => typeof value === "string" && !value.isWellFormed());
  if (broken.length === 0) return row;
  return { ...row, ...Object.fromEntries(broken.map(([name, value]) => [name, String(value).toWellFormed()])) };
}

/** An event as the engine takes it. */
export function encodeEvent(event: StoredEvent): object {
  return {
    ...event,
    id: idNumber(event.id),
    derivedFrom: event.derivedFrom === null ? null : idNumber(event.derivedFrom),
    print: printOf(event),
    rank: rankOf(event),
  };
}

/** The columns of an event, numbers of 128 bits as text. */
export const eventSelection: string =
  "project, toString(id) AS id, type, ts, at, receivedAt, skewMs, week, journey, version, step, subject, session, seq, " +
  "person, role, verified, simulated, locale, sdk, props, hash, toString(derivedFrom) AS derivedFrom, sourceId";

/** Of the copies of one id the one that came first, whatever has been merged so far. */
export const firstCopies = "ORDER BY id, rank DESC, print LIMIT 1 BY id";

/** An event as it came back. */
export function decodeEvent(row: StoredEvent): StoredEvent {
  return { ...row, id: idText(row.id), derivedFrom: row.derivedFrom === null ? null : idText(row.derivedFrom) };
}
