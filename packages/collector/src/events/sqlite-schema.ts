import { DatabaseSync } from "node:sqlite";
import { checkSchemaVersion } from "../schema-version.ts";
import { personRows } from "./person-row.ts";
import { progressRows } from "./progress-row.ts";
import { reachRows } from "./reach-row.ts";
import type { RowKind } from "./row-kind.ts";
import { sayingRows } from "./saying-row.ts";
import { parcelTables } from "./sqlite-parcels.ts";
import { fillSayings } from "./sqlite-sayings.ts";
import { takeOver } from "./sqlite-take-over.ts";

/** The version of the tables below. A change comes with a migration step. */
export const eventSchemaVersion = 4;
/** The first that keeps all sayings that reports ask for. */
const sayingsSince = 4;

// WAL with FULL: an acknowledged batch survives a power cut (measured: one fsync per commit). `secure_delete` so that what
// is erased is gone from the file. `busy_timeout` lets a backup or a second process finish. Pages of 8 kB, in a new file: a
// sixth less CPU an event than 4 kB.
const pragmas = `
PRAGMA busy_timeout=5000; PRAGMA page_size=8192; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536;
PRAGMA temp_store=MEMORY; PRAGMA wal_autocheckpoint=4000; PRAGMA journal_size_limit=67108864; PRAGMA secure_delete=ON;`;

const tables = `${parcelTables}
CREATE TABLE IF NOT EXISTS arrival_seconds(project TEXT NOT NULL, receivedAt INTEGER NOT NULL, count INTEGER NOT NULL,
  PRIMARY KEY(project, receivedAt)) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS weeks(project TEXT PRIMARY KEY, first INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS states(project TEXT NOT NULL, person TEXT NOT NULL, progress TEXT NOT NULL,
  PRIMARY KEY(project, person)) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS rejects(project TEXT NOT NULL, hash TEXT NOT NULL, at INTEGER NOT NULL, code TEXT NOT NULL,
  path TEXT NOT NULL, message TEXT NOT NULL, body TEXT NOT NULL, person TEXT, sender TEXT, PRIMARY KEY(project, hash)) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS rejects_at ON rejects(project, at);
CREATE TABLE IF NOT EXISTS arrival_types(project TEXT NOT NULL, type TEXT NOT NULL, count INTEGER NOT NULL,
  simulated INTEGER NOT NULL, lastAt INTEGER NOT NULL, PRIMARY KEY(project, type)) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS arrival_duplicates(project TEXT PRIMARY KEY, count INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS dropped(project TEXT NOT NULL, counter BLOB NOT NULL, reason TEXT NOT NULL,
  count INTEGER NOT NULL, PRIMARY KEY(project, counter, reason)) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS probe(id INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT;`;

function rowTable<R extends object>(kind: RowKind<R>): string {
  const columns = Object.entries(kind.columns).map(
    ([name, type]) => `${name} ${type}${kind.key.includes(name as keyof R & string) ? " NOT NULL" : ""}`,
  );
  // Where the key begins with the person, an index by person would only cost: an older file may have one.
  const byPerson =
    kind.key[1] === "person"
      ? `DROP INDEX IF EXISTS ${kind.table}_person;`
      : `CREATE INDEX IF NOT EXISTS ${kind.table}_person ON ${kind.table}(project, person);`;
  return `CREATE TABLE IF NOT EXISTS ${kind.table}(${columns.join(", ")}, PRIMARY KEY(${kind.key.join(", ")})) STRICT, WITHOUT ROWID;
${byPerson}`;
}

const isThere = (db: DatabaseSync, table: string): boolean =>
  db.prepare("SELECT 1 FROM sqlite_schema WHERE type='table' AND name=?").get(table) !== undefined;

/** Opens the tables; does nothing where they are. Fails on a file that a newer collector has written. */
export function openEventSchema(db: DatabaseSync): void {
  db.exec(pragmas);
  db.exec("BEGIN IMMEDIATE");
  try {
    const before = Number(db.prepare("PRAGMA user_version").get()?.user_version ?? 0);
    checkSchemaVersion(db, "events.sqlite", eventSchemaVersion);
    db.exec(tables);
    if (isThere(db, "events")) takeOver(db);
    db.exec("CREATE INDEX IF NOT EXISTS rejects_person ON rejects(project, person)");
    db.exec([rowTable(progressRows), rowTable(reachRows), rowTable(sayingRows), rowTable(personRows)].join("\n"));
    if (before < sayingsSince) fillSayings(db);
    db.exec("COMMIT");
  } catch (error) {
    if (db.isTransaction) db.exec("ROLLBACK");
    throw error;
  }
}

/** Opens what a writer has made, for reading beside it. */
export function openEventsForReading(path: string): DatabaseSync {
  const db = new DatabaseSync(path, { readOnly: true });
  db.exec("PRAGMA busy_timeout=5000; PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY;");
  return db;
}
