import type { Progress } from "@waymark/schema";
import { CollectorError, type FailureCode } from "../errors.ts";
import type { FreezeJob } from "../freezing/compute-snapshots.ts";
import type { EventStore, Write } from "./event-store.ts";
import type { Parcel } from "./parcel.ts";

/** What a store's thread is started with. */
export interface WorkerStart {
  /** The file; of `engine`, the address. */
  path: string;
  /** `freeze` reads too, and gives way to all else; `engine` does the same with the rows of a ClickHouse. */
  mode: "write" | "read" | "freeze" | "engine";
}

/** A delivery as it goes to another thread: everything but its `derive`, which stays where it was made. */
export interface PackedWrite {
  project: string;
  parcels: readonly Parcel[];
  rejects: Write["rejects"];
  dropped: Write["dropped"];
  settles: Write["settles"];
  /** Whether the sender wants to be asked. */
  derives: boolean;
}

/** Calls whose arguments can be sent as they are. */
export type PlainMethod = Exclude<keyof EventStore, "append" | "mergeProgress" | "capabilities" | "freeze" | "rebuild">;

/** To the thread. */
export type Call =
  | { id: number; method: "append"; write: PackedWrite }
  | { id: number; method: "mergeProgress"; project: string; person: string }
  | { id: number; method: "freeze"; job: FreezeJob }
  | { id: number; method: "rebuild"; project: string }
  | { id: number; method: PlainMethod; args: readonly unknown[] };

/** What the thread asks in the middle of a transaction: functions cannot be sent, so they are called where they are. */
export type Question =
  | { kind: "derive"; fresh: number[]; people: { person: string; progress: Progress | null; offers: Offer[] }[] }
  | { kind: "merge"; stored: Progress | null };

/** That a journey was offered to a person. */
export interface Offer {
  journey: string;
  verified: 0 | 1;
  offered: number;
}

/** A failure as it travels. */
export interface SentError {
  name: string;
  message: string;
  stack: string | undefined;
  code: FailureCode | null;
  errcode: number | null;
  facts: Readonly<Record<string, unknown>>;
}

/** From the thread. `ready` comes once, when the store is open; `share` tells how far long work is, `note` is for the log. */
export type Word =
  | { ready: true }
  | { failed: SentError }
  | { note: string; facts: Readonly<Record<string, string | number>> }
  | { id: number; value: unknown }
  | { id: number; error: SentError }
  | { id: number; share: number }
  | { id: number; part: readonly object[]; of: string }
  | { id: number; question: Question; serial: number };

/** What comes back for a question, on a line of its own. */
export interface Answer {
  serial: number;
  value?: unknown;
  error?: SentError;
}

export function sendable(error: unknown): SentError {
  const { errcode } = (error ?? {}) as { errcode?: unknown };
  const known = error instanceof Error ? error : new Error(String(error));
  return {
    name: known.name,
    message: known.message,
    stack: known.stack,
    code: known instanceof CollectorError ? known.code : null,
    errcode: typeof errcode === "number" ? errcode : null,
    facts: known instanceof CollectorError ? known.members : {},
  };
}

/** The failure as it was, so that the edge tells a full disk from a fault of ours. */
export function received(sent: SentError): Error {
  if (sent.code !== null)
    return Object.assign(new CollectorError(sent.code, {}, sent.facts), { message: sent.message });
  const error = new Error(sent.message);
  error.name = sent.name;
  if (sent.stack !== undefined) error.stack = sent.stack;
  return sent.errcode === null ? error : Object.assign(error, { errcode: sent.errcode });
}
