import type { Progress } from "@waymark/schema";
import type { Known, Outcome, Write } from "./event-store.ts";
import { gatherRows } from "./gather-rows.ts";
import { personRows } from "./person-row.ts";
import { progressRows } from "./progress-row.ts";
import { reachRows } from "./reach-row.ts";
import type { RowKind } from "./row-kind.ts";
import type { StoredEvent, StoredReject } from "./stored-event.ts";

/** The few acts an adapter offers inside one transaction. */
export interface Tables {
  /** The content hash of a known event, or `null`. */
  hashOf(project: string, id: string): string | null;
  insertEvent(event: StoredEvent): void;
  findRow<R extends object>(kind: RowKind<R>, row: R): R | null;
  putRow<R extends object>(kind: RowKind<R>, row: R): void;
  progressOf(project: string, person: string): Progress | null;
  offeredAt(project: string, journey: string, person: string, verified: 0 | 1): number | null;
  putProgress(project: string, person: string, progress: Progress): void;
  /** Nothing happens when the same reject is there. */
  insertReject(reject: StoredReject): void;
  /** Keeps the higher of the stored count and this one. */
  raiseDropped(project: string, counter: string, reason: string, count: number): void;
  countArrivals(project: string, events: readonly StoredEvent[], duplicates: number): void;
}

function mergeRows<R extends object>(tables: Tables, kind: RowKind<R>, rows: readonly R[]): void {
  for (const row of rows) {
    const stored = tables.findRow(kind, row);
    tables.putRow(kind, stored === null ? row : kind.merge(stored, row));
  }
}

/** Merges what events say into the kept rows. */
export function keepRows(tables: Tables, events: readonly StoredEvent[]): void {
  const rows = gatherRows(events);
  mergeRows(tables, progressRows, rows.progress);
  mergeRows(tables, reachRows, rows.reach);
  mergeRows(tables, personRows, rows.people);
}

function judge(tables: Tables, write: Write): { outcomes: Outcome[]; fresh: StoredEvent[] } {
  const seen = new Map<string, string>();
  const fresh: StoredEvent[] = [];
  const outcomes = write.events.map((event): Outcome => {
    const known = seen.get(event.id) ?? tables.hashOf(write.project, event.id);
    if (known !== null) return known === event.hash ? "duplicate" : "conflict";
    seen.set(event.id, event.hash);
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

/** One delivery inside one transaction. All that can fail in our own code happens before the first write. */
export function applyWrite(tables: Tables, write: Write): Outcome[] {
  const { outcomes, fresh } = judge(tables, write);
  const derived = write.derive?.(fresh, knownIn(tables, write.project)) ?? { events: [], progress: [] };
  const added = derived.events.filter((event) => tables.hashOf(write.project, event.id) === null);
  for (const event of [...fresh, ...added]) tables.insertEvent(event);
  keepRows(tables, [...fresh, ...added]);
  for (const { person, progress } of derived.progress) tables.putProgress(write.project, person, progress);
  for (const reject of write.rejects) tables.insertReject(reject);
  for (const [reason, count] of Object.entries(write.dropped?.reasons ?? {}))
    if (write.dropped) tables.raiseDropped(write.project, write.dropped.counter, reason, count);
  tables.countArrivals(write.project, fresh, outcomes.filter((each) => each === "duplicate").length);
  return outcomes;
}
