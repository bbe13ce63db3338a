import type { Problem } from "@waymark/schema";

/** What another client says happened, in words that all of them share. */
export interface Said {
  /** The id their client gave it, or `null`. */
  sourceId: string | null;
  /** Gives the same text whenever the same is said again: stands for a missing id. */
  content(): string;
  /** The host's user id, else their device id. */
  person: string;
  /** As a journey writes it: `deal.created`. It may still be outside the grammar. */
  name: string;
  /** RFC 3339, as sent; `null` where they gave no time. */
  ts: string | null;
  props: unknown;
}

/** What could not be read as a fact. `kept` is all that may be kept of it: never who, where or what was in it. */
export interface Unread {
  problem: Problem;
  kept: Readonly<Record<string, unknown>>;
}

/** One message of a delivery. `null`: taken, but nothing of it is kept. */
export type Reading = { said: Said } | { unread: Unread } | null;

/** A message that cannot be read, with what would be right. */
export function unread(problem: Omit<Problem, "severity" | "received">, kept: Unread["kept"] = {}): Reading {
  return { unread: { problem: { ...problem, received: "nothing of the kind", severity: "error" }, kept } };
}

const longestPerson = 120;

/** The first of several ids that is one: a text or a number, not empty. */
export function firstId(...ids: readonly unknown[]): string | null {
  for (const each of ids) {
    const id = typeof each === "number" ? String(each) : each;
    if (typeof id === "string" && id !== "" && id.length <= longestPerson) return id;
  }
  return null;
}

/** A value as an object to read from; nothing is in what is none. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
