import type { Progress } from "@waymark/schema";
import { type DeliveryFacts, factsOf, mergeFacts } from "./delivery-facts.ts";
import type { Known, Outcome, Write } from "./event-store.ts";
import { gatherPackedRows, gatherRows, type Rows } from "./gather-rows.ts";
import type { Parcel } from "./parcel.ts";
import { personRows } from "./person-row.ts";
import { progressRows } from "./progress-row.ts";
import { reachRows } from "./reach-row.ts";
import { type RowKind, sameRow } from "./row-kind.ts";
import { sayingRows } from "./saying-row.ts";
import type { StoredEvent, StoredReject } from "./stored-event.ts";

/** The few acts an adapter offers inside one transaction. A failure takes all of them back. */
export interface Tables {
  /**
   * Keeps what is new, and tells what became of each. A copy inside the same delivery meets the one before it. A store that
   * packs events takes them packed, where they are.
   */
  insertEvents(delivery: Pick<Write, "project" | "events" | "parcels">): readonly Outcome[] | "all new";
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
  countArrivals(project: string, fresh: DeliveryFacts, duplicates: number): void;
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

function putRows(tables: Tables, rows: Rows): void {
  mergeRows(tables, progressRows, rows.progress);
  mergeRows(tables, reachRows, rows.reach);
  mergeRows(tables, sayingRows, rows.sayings);
  mergeRows(tables, personRows, rows.people);
}

/** Merges what events say into the kept rows. */
export function keepRows(tables: Tables, events: readonly StoredEvent[]): void {
  putRows(tables, gatherRows(events));
}

/** What became of a delivery's events. */
interface Inserted {
  outcomes: readonly Outcome[];
  fresh(): readonly StoredEvent[];
  facts: DeliveryFacts;
  rows: Rows;
}

function insertedSome(outcomes: readonly Outcome[], events: readonly StoredEvent[]): Inserted {
  const fresh = events.filter((_, i) => outcomes[i] === "accepted");
  return { outcomes, fresh: () => fresh, facts: factsOf(fresh), rows: gatherRows(fresh) };
}

/** All of a delivery is new, as nearly always: what is packed stays packed where nothing looks into it. */
function insertedAll(write: Write, parcels: readonly Parcel[]): Inserted {
  const facts = mergeFacts(parcels.map((each) => each.facts));
  const rows = facts.tells ? gatherPackedRows(parcels) : { progress: [], reach: [], sayings: [] };
  return {
    outcomes: new Array<Outcome>(facts.count).fill("accepted"),
    fresh: () => write.events,
    facts,
    rows: { ...rows, people: facts.people },
  };
}

function insertAll(tables: Tables, write: Write): Inserted {
  const outcomes = tables.insertEvents(write);
  if (outcomes !== "all new") return insertedSome(outcomes, write.events);
  if (write.parcels !== undefined) return insertedAll(write, write.parcels);
  return insertedSome(
    write.events.map(() => "accepted"),
    write.events,
  );
}

/** Keeps what the server adds; what it added before is not added again. */
function insertDerived(tables: Tables, project: string, events: readonly StoredEvent[]): void {
  if (events.length === 0) return;
  const outcomes = tables.insertEvents({ project, events });
  keepRows(tables, outcomes === "all new" ? events : events.filter((_, i) => outcomes[i] === "accepted"));
}

function knownIn(tables: Tables, project: string): Known {
  return {
    progressOf: (person) => tables.progressOf(project, person),
    offeredAt: (person, verified, journey) => tables.offeredAt(project, journey, person, verified),
  };
}

/** One delivery inside one transaction. */
export function applyWrite(tables: Tables, write: Write): readonly Outcome[] {
  const { project } = write;
  const { outcomes, fresh, facts, rows } = insertAll(tables, write);
  const derived = write.derive?.(fresh(), knownIn(tables, project)) ?? { events: [], progress: [] };
  insertDerived(tables, project, derived.events);
  putRows(tables, rows);
  if (facts.count > 0) tables.lowerFirstWeek(project, facts.week);
  for (const { person, progress } of derived.progress) tables.putProgress(project, person, progress);
  for (const reject of write.rejects) tables.insertReject(reject);
  write.settles?.forEach((hash, i) => {
    if (outcomes[i] !== "conflict") tables.dropReject(project, hash);
  });
  for (const [reason, count] of Object.entries(write.dropped?.reasons ?? {}))
    if (write.dropped) tables.raiseDropped(project, write.dropped.counter, reason, count);
  tables.countArrivals(project, facts, outcomes.filter((each) => each === "duplicate").length);
  return outcomes;
}
