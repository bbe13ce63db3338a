import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { Kysely, SqliteDialect, type SqliteStatement } from "kysely";
import { checkSchemaVersion } from "../schema-version.ts";
import { controlSchemaVersion, createControlTables } from "./control-schema.ts";
import { refuseNul } from "./plain-text.ts";
import type { ControlDb, ControlTables } from "./tables.ts";
import { noteControlWrite } from "./writes.ts";

/** Lets Kysely's own SQLite dialect drive `node:sqlite`. */
function statement(prepared: StatementSync, changes: boolean): SqliteStatement {
  const noted = <T>(result: T): T => {
    if (changes) noteControlWrite();
    return result;
  };
  const bind = (parameters: readonly unknown[]): SQLInputValue[] => {
    refuseNul(parameters);
    return parameters as SQLInputValue[];
  };
  return {
    reader: prepared.columns().length > 0,
    all: (parameters) => noted(prepared.all(...bind(parameters))),
    run: (parameters) => noted(prepared.run(...bind(parameters))),
    iterate: (parameters) => prepared.iterate(...bind(parameters)),
  };
}

/**
 * Opens the control store: projects, keys, journeys, sessions, snapshots. Its tables are made where they are missing.
 *
 * @param path - A file, or `":memory:"`.
 */
export async function openControl(path: string): Promise<ControlDb> {
  const sqlite = new DatabaseSync(path);
  sqlite.exec("PRAGMA busy_timeout=5000; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;");
  checkSchemaVersion(sqlite, "control.sqlite", controlSchemaVersion);
  const prepared = new Map<string, SqliteStatement>();
  const prepare = (sql: string): SqliteStatement => {
    const known = prepared.get(sql) ?? statement(sqlite.prepare(sql), !/^select/i.test(sql));
    prepared.set(sql, known);
    return known;
  };
  const db: ControlDb = new Kysely<ControlTables>({
    dialect: new SqliteDialect({ database: { close: () => sqlite.close(), prepare } }),
  });
  await createControlTables(db, { text: "text", counter: "integer" });
  return db;
}
