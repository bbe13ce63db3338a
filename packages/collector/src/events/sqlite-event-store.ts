import { DatabaseSync } from "node:sqlite";
import { applyWrite, keepRows } from "./apply-write.ts";
import { type ArrivalCounts, arrivalsReport, minuteMs, recentMinutes } from "./arrivals.ts";
import { createCommitQueue } from "./commit-queue.ts";
import { type EventStore, knowsAll } from "./event-store.ts";
import { personRows } from "./person-row.ts";
import { progressRows } from "./progress-row.ts";
import { reachRows } from "./reach-row.ts";
import type { RowKind } from "./row-kind.ts";
import { openEventSchema } from "./sqlite-schema.ts";
import { sqliteTables, statements, uuidBytes, uuidText } from "./sqlite-tables.ts";
import type { StoredEvent, StoredReject } from "./stored-event.ts";

type Prepare = ReturnType<typeof statements>;

const toEvent = (row: Record<string, unknown>): StoredEvent =>
  ({ ...row, id: uuidText(row.id as Uint8Array) }) as unknown as StoredEvent;

function arrivalCounts(prepare: Prepare, project: string, now: number): ArrivalCounts {
  const duplicates = prepare("SELECT count FROM arrival_duplicates WHERE project=?").get(project);
  return {
    types: prepare("SELECT type, count, simulated, lastAt FROM arrival_types WHERE project=?").all(
      project,
    ) as unknown as ArrivalCounts["types"],
    duplicates: Number(duplicates?.count ?? 0),
    dropped: prepare(
      "SELECT reason, sum(count) AS count FROM dropped WHERE project=? GROUP BY reason ORDER BY reason",
    ).all(project) as unknown as ArrivalCounts["dropped"],
    rejected: Number(prepare("SELECT count(*) AS count FROM rejects WHERE project=?").get(project)?.count ?? 0),
    rejects: prepare("SELECT * FROM rejects WHERE project=? ORDER BY at DESC LIMIT 20").all(
      project,
    ) as unknown as StoredReject[],
    recent: prepare(
      `SELECT receivedAt, count(*) AS count FROM events INDEXED BY events_received
       WHERE project=? AND receivedAt>? AND derivedFrom IS NULL GROUP BY receivedAt`,
    ).all(project, now - recentMinutes * minuteMs) as unknown as ArrivalCounts["recent"],
  };
}

/**
 * Keeps events in SQLite through `node:sqlite`, in a file or in `":memory:"`.
 *
 * @param path - Where the database file is or shall be.
 */
export function createSqliteEventStore(path: string): EventStore {
  const db = new DatabaseSync(path);
  openEventSchema(db);
  const prepare = statements(db);
  const tables = sqliteTables(prepare);
  const queue = createCommitQueue({
    begin: () => db.exec("BEGIN IMMEDIATE"),
    commit: () => db.exec("COMMIT"),
    // A full disk may have rolled back already.
    rollback: () => (db.isTransaction ? db.exec("ROLLBACK") : undefined),
  });
  const allRows = <R extends object>(kind: RowKind<R>, project: string): R[] =>
    prepare(`SELECT * FROM ${kind.table} WHERE project=?`).all(project) as R[];
  const eventsAfter = (project: string, after: string | null, limit: number): StoredEvent[] =>
    prepare("SELECT * FROM events INDEXED BY events_id WHERE project=? AND id>? ORDER BY id LIMIT ?")
      .all(project, after === null ? new Uint8Array() : uuidBytes(after), limit)
      .map(toEvent);

  function rebuild(project: string): void {
    for (const kind of [progressRows, reachRows, personRows])
      prepare(`DELETE FROM ${kind.table} WHERE project=?`).run(project);
    let last: string | null = null;
    for (;;) {
      const page: StoredEvent[] = eventsAfter(project, last, 2000);
      keepRows(tables, page);
      last = page.at(-1)?.id ?? null;
      if (last === null) return;
    }
  }

  return {
    capabilities: knowsAll,
    append: (write) => queue.run(() => applyWrite(tables, write)),
    progressOf: async (project, person) => tables.progressOf(project, person),
    mergeProgress: (project, person, merge) =>
      queue.run(() => {
        const merged = merge(tables.progressOf(project, person));
        tables.putProgress(project, person, merged);
        return merged;
      }),
    rows: async (project) => ({
      progress: allRows(progressRows, project),
      reach: allRows(reachRows, project),
      people: allRows(personRows, project),
    }),
    firstWeek: async (project) => {
      const row = prepare("SELECT first FROM weeks WHERE project=?").get(project);
      return row === undefined ? null : Number(row.first);
    },
    events: async (project, after, limit) => eventsAfter(project, after, limit),
    arrivals: async (project, now) => arrivalsReport(arrivalCounts(prepare, project, now), now),
    rebuild: (project) => queue.run(() => rebuild(project)),
    settle: () => queue.settle(),
    expireRejects: (before) => queue.run(() => void prepare("DELETE FROM rejects WHERE at<?").run(before)),
    // As many pages as a small delivery takes: reading, or writing one page, goes well on a full disk too.
    health: () => queue.run(() => void prepare("INSERT OR REPLACE INTO probe VALUES(1, zeroblob(65536))").run()),
    close: async () => {
      queue.close();
      db.close();
    },
  };
}
