import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { gatherRows } from "../src/events/gather-rows.ts";
import { createMemoryEventStore } from "../src/events/memory-event-store.ts";
import { personRows } from "../src/events/person-row.ts";
import { progressRows } from "../src/events/progress-row.ts";
import { reachRows } from "../src/events/reach-row.ts";
import type { RowKind } from "../src/events/row-kind.ts";
import { createSqliteEventStore } from "../src/events/sqlite-event-store.ts";
import { uuidBytes } from "../src/events/sqlite-parcels.ts";
import type { StoredEvent } from "../src/events/stored-event.ts";
import { comparable, streams } from "./event-store-contract.ts";

const firstVersion = `
CREATE TABLE events(
  project TEXT NOT NULL, id BLOB NOT NULL, type TEXT NOT NULL, ts TEXT NOT NULL, at INTEGER NOT NULL,
  receivedAt INTEGER NOT NULL, skewMs INTEGER NOT NULL, week INTEGER NOT NULL, journey TEXT, version INTEGER, step TEXT,
  subject TEXT NOT NULL, session TEXT NOT NULL, seq INTEGER NOT NULL, person TEXT NOT NULL, role TEXT,
  verified INTEGER NOT NULL, simulated INTEGER NOT NULL, locale TEXT NOT NULL, sdk TEXT NOT NULL, props TEXT NOT NULL,
  hash TEXT NOT NULL, derivedFrom TEXT) STRICT;
CREATE UNIQUE INDEX events_id ON events(project, id);
CREATE INDEX events_person ON events(project, person);
CREATE TABLE weeks(project TEXT PRIMARY KEY, first INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE rejects(project TEXT NOT NULL, hash TEXT NOT NULL, at INTEGER NOT NULL, code TEXT NOT NULL,
  path TEXT NOT NULL, message TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY(project, hash)) STRICT, WITHOUT ROWID;
INSERT INTO rejects VALUES('p', 'h', 5, 'c', '$', 'm', '{}');
PRAGMA user_version=1;`;

function insert(db: DatabaseSync, table: string, row: object): void {
  const names = Object.keys(row);
  db.prepare(`INSERT INTO ${table}(${names.join(",")}) VALUES(${names.map(() => "?").join(",")})`).run(
    ...(Object.values(row) as SQLInputValue[]),
  );
}

function insertRows<R extends object>(db: DatabaseSync, kind: RowKind<R>, key: string, rows: readonly R[]): void {
  const columns = Object.entries(kind.columns).map(([name, type]) => `${name} ${type}`);
  db.exec(`CREATE TABLE ${kind.table}(${columns.join(", ")}, PRIMARY KEY(${key})) STRICT, WITHOUT ROWID;
    CREATE INDEX ${kind.table}_person ON ${kind.table}(project, person);`);
  for (const row of rows) insert(db, kind.table, row);
}

/** A file as the first version would have left it. */
function fileOfBefore(events: readonly StoredEvent[]): string {
  const dir = mkdtempSync(join(tmpdir(), "waymark-"));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const path = join(dir, "events.sqlite");
  const db = new DatabaseSync(path);
  db.exec(firstVersion);
  db.exec("BEGIN");
  for (const { sourceId: _, ...event } of events) insert(db, "events", { ...event, id: uuidBytes(event.id) });
  const rows = gatherRows(events);
  insertRows(db, progressRows, "project, journey, version, person, verified, subject, step, attempt", rows.progress);
  insertRows(db, reachRows, "project, journey, person, verified", rows.reach);
  insertRows(db, personRows, "project, person, verified", rows.people);
  insert(db, "weeks", { project: "p", first: Math.min(...events.map(({ week }) => week)) });
  db.exec("COMMIT");
  db.close();
  return path;
}

const some = fc
  .sample(streams, { seed: 7, numRuns: 20 })
  .flat()
  .map((event, i) => ({ ...event, sourceId: null, id: event.id.replace(/.{8}$/, `${i}`.padStart(8, "0")) }));

test("C221 a file of the first version is taken over whole: its events, rows and rejects, and replays stay replays", async () => {
  const path = fileOfBefore(some);
  const oracle = createMemoryEventStore();
  await oracle.append({ project: "p", events: some, rejects: [] });
  for (const again of [false, true]) {
    const store = createSqliteEventStore(path);
    expect([again, await comparable(store)]).toEqual([again, await comparable(oracle)]);
    const outcomes = await store.append({ project: "p", events: some, rejects: [] });
    expect(new Set(outcomes)).toEqual(new Set(["duplicate"]));
    expect(await store.rejects("p", null, 5)).toMatchObject([{ hash: "h", sender: null }]);
    await store.close();
  }
});

test("C221 a damaged file of the first version is refused with a reason and stays as it is", async () => {
  const path = fileOfBefore(some.slice(0, 9));
  const db = new DatabaseSync(path);
  db.exec("UPDATE events SET id=x'0102' WHERE rowid=7");
  const all = (): unknown[] => db.prepare("SELECT * FROM events, pragma_user_version ORDER BY events.rowid").all();
  const before = all();
  expect(() => createSqliteEventStore(path)).toThrow("Restore the last backup");
  expect(all()).toEqual(before);
  db.close();
});
