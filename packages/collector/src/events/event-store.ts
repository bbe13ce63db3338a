import type { ArrivalsReport, DroppedReport, Progress } from "@waymark/schema";
import type { FreezeJob, Frozen } from "../freezing/compute-snapshots.ts";
import type { Activity } from "./activity.ts";
import type { Rows } from "./gather-rows.ts";
import type { Parcel } from "./parcel.ts";
import type { StoredEvent, StoredReject } from "./stored-event.ts";
import type { TargetDay } from "./target-days.ts";

/** What became of one event. `conflict`: its id is known with other content, and the first copy stays. */
export type Outcome = "accepted" | "duplicate" | "conflict";

/** What the server adds to new events before they are committed. */
export interface Derived {
  events: StoredEvent[];
  progress: { person: string; progress: Progress }[];
}

/** What can be looked up inside the transaction. */
export interface Known {
  progressOf(person: string): Progress | null;
  /** When a journey was first offered to a person, Unix ms, or `null`. */
  offeredAt(person: string, verified: 0 | 1, journey: string): number | null;
}

/** One delivery. */
export interface Write {
  project: string;
  events: readonly StoredEvent[];
  /** The same events packed, where somebody has done so already. */
  parcels?: readonly Parcel[] | undefined;
  rejects: readonly StoredReject[];
  /** What the device gave up, in words of the closed list (`ingest/dropped.ts`). */
  dropped?: DroppedReport | undefined;
  /** `settles[i]` is the hash of a kept reject that `events[i]` was mended from: it goes once the event is there. */
  settles?: readonly string[] | undefined;
  /** Called inside the transaction with the events that are new; must be pure. */
  derive?: ((fresh: readonly StoredEvent[], known: Known) => Derived) | undefined;
}

/** All that is kept of one person. */
export interface PersonData {
  /** In id order. */
  events: StoredEvent[];
  progress: Progress[];
  rows: Rows;
  /** What they sent and was refused. */
  rejects: StoredReject[];
}

/** The moments, Unix ms, before which something is kept no longer. */
export interface Limits {
  /** Of events, by their own time. */
  events: number;
  /** Of progress, by a person's latest fact. */
  progress: number;
  /** Of rejects, by their arrival. */
  rejects: number;
}

/** What an adapter can promise where adapters differ. All else is the same in every one. */
export interface Capabilities {
  /** `each`: `append` tells what became of every event. `none`: it cannot know, and gives `null`. */
  outcomes: "each" | "none";
  /** `at once`: other content under a known id is in the answer. `later`: it is found afterwards and listed with the rejects. */
  conflicts: "at once" | "later";
}

/** What a store with transactions promises. */
export const knowsAll: Capabilities = { outcomes: "each", conflicts: "at once" };

/**
 * Where events are kept. Every adapter passes `test/event-store-contract.ts`.
 *
 * An `append` resolves only when its events are durable, and its rows with them; it fails as a whole or not at all.
 */
export interface EventStore {
  readonly capabilities: Capabilities;
  /** One outcome for each event, or `null` where the store cannot know. */
  append(write: Write): Promise<readonly Outcome[] | null>;
  /** The person's merged progress, or `null`. */
  progressOf(project: string, person: string): Promise<Progress | null>;
  /** Reads, merges and writes in one transaction; gives back what is stored now. */
  mergeProgress(project: string, person: string, merge: (stored: Progress | null) => Progress): Promise<Progress>;
  /** Every kept row: what reports need is asked for by the methods below. */
  rows(project: string): Promise<Rows>;
  /** How many verified people, none of them simulated, were seen in each role. */
  heads(project: string): Promise<Record<string, number>>;
  /** On which days pages found the targets of steps, or lost them; no person is in it. */
  targets(project: string): Promise<TargetDay[]>;
  /** How many of them did something of each activity. */
  active(project: string, asked: readonly Activity[]): Promise<number[]>;
  /** Computes a block's snapshots beside all else, where the adapter has a thread for it; without it `rows` are asked for. */
  freeze?(job: FreezeJob): Promise<Frozen>;
  /** The earliest week any event counts in, or `null` where nothing arrived. */
  firstWeek(project: string): Promise<number | null>;
  /** In id order, from after an id; with `since`, those that happened then or later, Unix ms by our clock. */
  events(project: string, after: string | null, limit: number, since?: number): Promise<StoredEvent[]>;
  /** Live numbers of operation: no role, step or person. */
  arrivals(project: string, now: number): Promise<ArrivalsReport>;
  /** What was refused and is kept, in the order of its hashes, from after one. */
  rejects(project: string, after: string | null, limit: number): Promise<StoredReject[]>;
  /** One of them, or `null`. */
  reject(project: string, hash: string): Promise<StoredReject | null>;
  /** Computes all rows again from the events. `told` hears the share that is done, from 0 to 1, and 1 at the end. */
  rebuild(project: string, told?: (share: number) => void): Promise<void>;
  /** Resolves when everything handed over before is durable. */
  settle(): Promise<void>;
  /** All that is kept of a person under any of their codes. */
  personOf(project: string, people: readonly string[]): Promise<PersonData>;
  /** Erases people: events, progress, rows and rejects. Gives how many events went; their bytes are gone from the store's files. */
  erase(project: string, people: readonly string[]): Promise<number>;
  /** Drops what a project keeps no longer. Rows of a person go with their last fact; frozen reports are not here. */
  expire(project: string, before: Limits): Promise<void>;
  /** Fails when the store cannot write. */
  health(): Promise<void>;
  close(): Promise<void>;
}
