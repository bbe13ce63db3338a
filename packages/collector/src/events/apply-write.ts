import type { Progress } from "@waymark/schema";
import type { Known, Outcome, Write } from "./event-store.ts";
import { gatherRows } from "./gather-rows.ts";
import { personRows } from "./person-row.ts";
import { progressRows } from "./progress-row.ts";
import { reachRows } from "./reach-row.ts";
import { type RowKind, sameRow } from "./row-kind.ts";
import type { StoredEvent, StoredReject } from "./stored-event.ts";

/** The few acts an adapter offers inside one transaction. A failure takes all of them back. */
export interface Tables {
  /** Keeps an event. Where its id is known nothing changes, and the known copy's content hash is given, else `null`. */
  insertEvent(event: StoredEvent): string | null;
  /** Keeps a row where its key is free; says whether it was. */
  insertRow<R extends object>(kind: RowKind<R>, row: R): boolean;
  findRow<R extends object>(kind: RowKind<R>, row: R): R | null;
  /** Replaces the row of the same key. */
  replaceRow<R extends object>(kind: RowKind<R>, row: R): void;
  progressOf(project: string, person: string): Progress | null;
  offeredAt(project: string, journey: string, person: string, verified: 0 | 1): number | null;
  putProgress(project: string, person: string, progress: Progress): void;
  /** Nothing happens when the same reject is there. */
  insertReject(reject: StoredReject): void;
  /** Drops a reject by its hash. */
  dropReject(project: string, hash: string): void;
  /** Keeps the higher of the stored count and this one. */
  raiseDropped(project: string, counter: string, reason: string, count: number): void;
  /** The earliest week any event counts in. */
  lowerFirstWeek(project: string, week: number): void;
  countArrivals(project: string, events: readonly StoredEvent[], duplicates: number): void;
}

function mergeRows<R extends object>(tables: Tables, kind: RowKind<R>, rows: readonly R[]): void {
  for (const row of rows) {
    if (tables.insertRow(kind, row)) continue;
    const stored = tables.findRow(kind, row);
    const merged = stored === null ? row : kind.merge(stored, row);
    // Most of what comes again says nothing new: a write saved.
    if (stored === null || !sameRow(kind, stored, merged)) tables.replaceRow(kind, merged);
  }
}

/** Merges what events say into the kept rows. */
export function keepRows(tables: Tables, events: readonly StoredEvent[]): void {
  const rows = gatherRows(events);
  mergeRows(tables, progressRows, rows.progress);
  mergeRows(tables, reachRows, rows.reach);
  mergeRows(tables, personRows, rows.people);
}

/** Keeps what is new. A copy inside the same delivery meets the one before it. */
function insertAll(tables: Tables, events: readonly StoredEvent[]): { outcomes: Outcome[]; fresh: StoredEvent[] } {
  const fresh: StoredEvent[] = [];
  const outcomes = events.map((event): Outcome => {
    const known = tables.insertEvent(event);
    if (known !== null) return known === event.hash ? "duplicate" : "conflict";
    fresh.push(event);
    return "accepted";
  });
  return { outcomes, fresh };
}

function knownIn(tables: Tables, project: string): Known {
  return {
    progressOf: (person) => tables.progressOf(project, person),
    offeredAt: (person, verified, journey) => tables.offeredAt(project, journey, person, verified),
  };
}

/** One delivery inside one transaction. */
export function applyWrite(tables: Tables, write: Write): Outcome[] {
  const { project } = write;
  const { outcomes, fresh } = insertAll(tables, write.events);
  const derived = write.derive?.(fresh, knownIn(tables, project)) ?? { events: [], progress: [] };
  const added = derived.events.filter((event) => tables.insertEvent(event) === null);
  keepRows(tables, added.length === 0 ? fresh : [...fresh, ...added]);
  if (fresh.length > 0)
    tables.lowerFirstWeek(
      project,
      fresh.reduce((least, each) => Math.min(least, each.week), Number.MAX_SAFE_INTEGER),
    );
  for (const { person, progress } of derived.progress) tables.putProgress(project, person, progress);
  for (const reject of write.rejects) tables.insertReject(reject);
  write.settles?.forEach((hash, i) => {
    if (outcomes[i] !== "conflict") tables.dropReject(project, hash);
  });
  for (const [reason, count] of Object.entries(write.dropped?.reasons ?? {}))
    if (write.dropped) tables.raiseDropped(project, write.dropped.counter, reason, count);
  tables.countArrivals(project, fresh, outcomes.filter((each) => each === "duplicate").length);
  return outcomes;
}
