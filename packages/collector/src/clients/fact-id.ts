import { createHash } from "node:crypto";

/**
 * The id of what another client sent: 16 bytes of SHA-256 over the project and the client's own id, so that a repeated
 * delivery is known again. Six bits give way to the marks of a UUID of version 7, the only form an event's id has.
 */
export function factId(project: string, theirs: string): string {
  const hex = createHash("sha256").update(`${project}\n${theirs}`).digest("hex");
  const variant = "89ab"[Number.parseInt(hex.charAt(16), 16) & 3];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Gives every message without an id one: its content, and which of several equal ones in this delivery it is. */
export function countedContent(): (content: string) => string {
  const seen = new Map<string, number>();
  return (content) => {
    const before = seen.get(content) ?? 0;
    seen.set(content, before + 1);
    return `content ${before}\n${content}`;
  };
}

/** Their id as it may be kept: hosts make ids out of user ids too. */
export function keptSourceId(sourceId: string, person: string): string {
  const escaped = person.replace(/[^A-Za-z0-9]/gu, (char) => `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`);
  return sourceId.replace(new RegExp(`(?<![A-Za-z0-9])${escaped}(?![A-Za-z0-9])`, "gu"), "[person]").slice(0, 200);
}
