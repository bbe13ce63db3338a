import { DatabaseSync } from "node:sqlite";
import { applyWrite, keepRows, type Tables } from "./apply-write.ts";
import { type CommitQueue, createCommitQueue } from "./commit-queue.ts";
import { type EventStore, knowsAll } from "./event-store.ts";
import { personRows } from "./person-row.ts";
import { progressRows } from "./progress-row.ts";
import { reachRows } from "./reach-row.ts";
import { expireProject } from "./sqlite-expiry.ts";
import { erasePeople } from "./sqlite-person.ts";
import { eventsAfter, sqliteReads } from "./sqlite-reads.ts";
import { openEventSchema } from "./sqlite-schema.ts";
import { sqliteTables, statements } from "./sqlite-tables.ts";
import type { StoredEvent } from "./stored-event.ts";

type Prepare = ReturnType<typeof statements>;

function rebuild(prepare: Prepare, tables: Tables, project: string): void {
  for (const kind of [progressRows, reachRows, personRows])
    prepare(`DELETE FROM ${kind.table} WHERE project=?`).run(project);
  let last: string | null = null;
  for (;;) {
    const page: StoredEvent[] = eventsAfter(prepare, project, last, 2000);
    keepRows(tables, page);
    last = page.at(-1)?.id ?? null;
    if (last === null) return;
  }
}

function queueOver(db: DatabaseSync, mostWaiting?: number): CommitQueue {
  return createCommitQueue(
    {
      begin: () => db.exec("BEGIN IMMEDIATE"),
      commit: () => db.exec("COMMIT"),
      // A full disk may have rolled back already.
      rollback: () => (db.isTransaction ? db.exec("ROLLBACK") : undefined),
    },
    mostWaiting,
  );
}

/** How {@link createSqliteEventStore} is tuned. */
export interface SqliteEventStoreOptions {
  /** Deliveries that may wait for a commit. Default 1,024. */
  mostWaiting?: number | undefined;
}

/** Opens the file and makes its tables where they are missing. */
export function openEventDatabase(path: string): DatabaseSync {
  const db = new DatabaseSync(path);
  openEventSchema(db);
  return db;
}

/** The store over an open database; closing it closes the database. */
export function sqliteEventStoreOver(db: DatabaseSync, options: SqliteEventStoreOptions = {}): EventStore {
  const prepare = statements(db);
  const tables = sqliteTables(prepare);
  const queue = queueOver(db, options.mostWaiting);
  return {
    ...sqliteReads(prepare),
    capabilities: knowsAll,
    append: (write) => queue.run(() => applyWrite(tables, write), write.events.length),
    mergeProgress: (project, person, merge) =>
      queue.run(() => {
        const merged = merge(tables.progressOf(project, person));
        tables.putProgress(project, person, merged);
        return merged;
      }),
    rebuild: (project) => queue.run(() => rebuild(prepare, tables, project)),
    settle: () => queue.settle(),
    erase: async (project, people) => {
      const count = await queue.run(() => erasePeople(prepare, project, people));
      // What was erased stands in the log until it is written back: now, so that no copy of the files holds it.
      await queue.settle();
      db.exec("PRAGMA wal_checkpoint(TRUNCATE)");
      return count;
    },
    expire: (project, before) => expireProject(prepare, queue, project, before),
    // As many pages as a large delivery takes: reading, or writing a few, goes well on a full disk too.
    health: () => queue.run(() => void prepare("INSERT OR REPLACE INTO probe VALUES(1, zeroblob(262144))").run()),
    close: async () => {
      queue.close();
      db.close();
    },
  };
}

/**
 * Keeps events in SQLite through `node:sqlite`, in a file or in `":memory:"`, on the thread that calls. What serves many
 * runs it in a thread of its own: `threaded-event-store.ts`.
 *
 * @param path - Where the database file is or shall be.
 */
export function createSqliteEventStore(path: string): EventStore {
  return sqliteEventStoreOver(openEventDatabase(path));
}
