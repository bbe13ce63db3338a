import { DatabaseSync } from "node:sqlite";
import { applyWrite, keepRows, type Tables } from "./apply-write.ts";
import { type CommitQueue, createCommitQueue } from "./commit-queue.ts";
import { type EventStore, knowsAll, type Write } from "./event-store.ts";
import { packEvents } from "./parcel.ts";
import { personRows } from "./person-row.ts";
import { progressRows } from "./progress-row.ts";
import { reachRows } from "./reach-row.ts";
import { sayingRows } from "./saying-row.ts";
import { expireProject } from "./sqlite-expiry.ts";
import { erasePeople, eventsOf, ofPerson } from "./sqlite-person.ts";
import { sqliteReads } from "./sqlite-reads.ts";
import { openEventSchema } from "./sqlite-schema.ts";
import { type Prepare, statements } from "./sqlite-statements.ts";
import { sqliteTables } from "./sqlite-tables.ts";

/** People whose rows are computed in one transaction, so that deliveries get their turn in between. */
const rebuildPeople = 50;

const rowKinds = [progressRows, reachRows, sayingRows, personRows];

/** Whoever left an event or has a row, in the order of their codes. */
const peopleSql = `SELECT person FROM (${[
  "parcels INDEXED BY parcels_person",
  ...rowKinds.map(({ table }) => ofPerson[table]),
]
  .map(
    (from) =>
      `SELECT * FROM (SELECT DISTINCT person FROM ${from} WHERE project=? AND person>? ORDER BY person LIMIT ?)`,
  )
  .join(" UNION ")}) ORDER BY person LIMIT ?`;

/** The same, from the first to the last: how many there are to do. */
const countPeopleSql = `SELECT count(*) AS people FROM (${[
  "parcels INDEXED BY parcels_person",
  ...rowKinds.map(({ table }) => ofPerson[table]),
]
  .map((from) => `SELECT DISTINCT person FROM ${from} WHERE project=?`)
  .join(" UNION ")})`;

/** The people of one step of a rebuild: the last of them, `null` after the end, and how many. */
interface Slice {
  last: string | null;
  count: number;
}

/** Computes the rows of some people again, all of each at once: whoever reads meanwhile sees the old or the new ones. */
function rebuildSome(prepare: Prepare, tables: Tables, project: string, after: string): Slice {
  const wanted = [project, after, rebuildPeople];
  const people = prepare(peopleSql)
    .all(...wanted, ...rowKinds.flatMap(() => wanted), rebuildPeople)
    .map(({ person }) => String(person));
  for (const person of people) {
    for (const { table } of rowKinds)
      prepare(`DELETE FROM ${ofPerson[table]} WHERE project=? AND person=?`).run(project, person);
    keepRows(tables, eventsOf(prepare, project, person));
  }
  return { last: people.at(-1) ?? null, count: people.length };
}

async function rebuild(
  queue: CommitQueue,
  all: number,
  slice: (after: string) => Slice,
  told: (share: number) => void,
): Promise<void> {
  let done = 0;
  for (let after: string | null = ""; after !== null; ) {
    const from: string = after;
    const { last, count } = await queue.run(() => slice(from));
    after = last;
    done += count;
    // Who came meanwhile is done too, and not in the count.
    told(last === null ? 1 : Math.min(done / all, 1));
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
    append: (write) => {
      const parcels = write.parcels ?? packEvents(write.events);
      const packed: Write = write.parcels === undefined ? { ...write, parcels } : write;
      return queue.run(
        () => applyWrite(tables, packed),
        parcels.reduce((sum, { count }) => sum + count, 0),
      );
    },
    mergeProgress: (project, person, merge) =>
      queue.run(() => {
        const merged = merge(tables.progressOf(project, person));
        tables.putProgress(project, person, merged);
        return merged;
      }),
    rebuild: async (project, told = () => undefined) => {
      const { people } = prepare(countPeopleSql).get(project, project, project, project) as { people: number };
      await rebuild(queue, people, (after) => rebuildSome(prepare, tables, project, after), told);
    },
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
