import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { type CreateTableBuilder, Kysely, SqliteDialect, type SqliteStatement } from "kysely";
import { checkSchemaVersion } from "../schema-version.ts";
import { createAccessTables } from "./access-tables.ts";
import type { ControlDb, ControlTables } from "./tables.ts";

/** The version of the tables below. A change comes with a migration step. */
const controlSchemaVersion = 2;

/** Lets Kysely's own SQLite dialect drive `node:sqlite`. */
function statement(prepared: StatementSync): SqliteStatement {
  const bind = (parameters: readonly unknown[]): SQLInputValue[] => parameters as SQLInputValue[];
  return {
    reader: prepared.columns().length > 0,
    all: (parameters) => prepared.all(...bind(parameters)),
    run: (parameters) => prepared.run(...bind(parameters)),
    iterate: (parameters) => prepared.iterate(...bind(parameters)),
  };
}

async function createTables(db: ControlDb): Promise<void> {
  const table = (name: keyof ControlTables): CreateTableBuilder<string> => db.schema.createTable(name).ifNotExists();
  await table("projects")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("title", "text", (c) => c.notNull())
    .addColumn("timeZone", "text", (c) => c.notNull())
    .addColumn("roles", "text", (c) => c.notNull())
    .addColumn("origins", "text", (c) => c.notNull())
    .addColumn("createdAt", "bigint", (c) => c.notNull())
    .execute();
  await table("keys")
    .addColumn("hash", "text", (c) => c.primaryKey())
    .addColumn("project", "text", (c) => c.notNull())
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("createdAt", "bigint", (c) => c.notNull())
    .execute();
  await table("drafts")
    .addColumn("project", "text", (c) => c.notNull())
    .addColumn("journey", "text", (c) => c.notNull())
    .addColumn("content", "text", (c) => c.notNull())
    .addColumn("updatedAt", "bigint", (c) => c.notNull())
    .addPrimaryKeyConstraint("drafts_key", ["project", "journey"])
    .execute();
  await table("versions")
    .addColumn("project", "text", (c) => c.notNull())
    .addColumn("journey", "text", (c) => c.notNull())
    .addColumn("version", "integer", (c) => c.notNull())
    .addColumn("content", "text", (c) => c.notNull())
    .addColumn("hash", "text", (c) => c.notNull())
    .addColumn("note", "text")
    .addColumn("publishedBy", "text", (c) => c.notNull())
    .addColumn("publishedAt", "bigint", (c) => c.notNull())
    .addPrimaryKeyConstraint("versions_key", ["project", "journey", "version"])
    .execute();
  for (const name of ["invites", "sessions"] as const)
    await table(name)
      .addColumn("hash", "text", (c) => c.primaryKey())
      .addColumn("project", "text", (c) => c.notNull())
      .addColumn("role", "text", (c) => c.notNull())
      .addColumn("expiresAt", "bigint", (c) => c.notNull())
      .execute();
  await table("audit")
    .addColumn("id", "integer", (c) => c.primaryKey().autoIncrement())
    .addColumn("project", "text", (c) => c.notNull())
    .addColumn("who", "text", (c) => c.notNull())
    .addColumn("act", "text", (c) => c.notNull())
    .addColumn("detail", "text", (c) => c.notNull())
    .addColumn("at", "bigint", (c) => c.notNull())
    .execute();
  await createPictureTables(db);
  await createHandoverTables(db);
  await createAccessTables(db);
}

async function createPictureTables(db: ControlDb): Promise<void> {
  const table = (name: keyof ControlTables): CreateTableBuilder<string> => db.schema.createTable(name).ifNotExists();
  await table("blocks")
    .addColumn("project", "text", (c) => c.notNull())
    .addColumn("block", "integer", (c) => c.notNull())
    .addColumn("fromWeek", "integer", (c) => c.notNull())
    .addColumn("toWeek", "integer", (c) => c.notNull())
    .addColumn("frozenAt", "bigint", (c) => c.notNull())
    .addColumn("unsigned", "integer", (c) => c.notNull())
    .addPrimaryKeyConstraint("blocks_key", ["project", "block"])
    .execute();
  await table("groups")
    .addColumn("project", "text", (c) => c.notNull())
    .addColumn("group", "text", (c) => c.notNull())
    .addColumn("role", "text", (c) => c.notNull())
    .addColumn("title", "text", (c) => c.notNull())
    .addColumn("leaves", "text", (c) => c.notNull())
    .addColumn("block", "integer", (c) => c.notNull())
    .addPrimaryKeyConstraint("groups_key", ["project", "group"])
    .execute();
  await table("snapshots")
    .addColumn("project", "text", (c) => c.notNull())
    .addColumn("block", "integer", (c) => c.notNull())
    .addColumn("group", "text", (c) => c.notNull())
    .addColumn("journey", "text", (c) => c.notNull())
    .addColumn("picture", "text", (c) => c.notNull())
    .addColumn("ledger", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("snapshots_key", ["project", "group", "journey", "block"])
    .execute();
}

async function createHandoverTables(db: ControlDb): Promise<void> {
  const table = (name: keyof ControlTables): CreateTableBuilder<string> => db.schema.createTable(name).ifNotExists();
  await table("handoffs")
    .addColumn("project", "text", (c) => c.notNull())
    .addColumn("id", "text", (c) => c.notNull())
    .addColumn("place", "text", (c) => c.notNull())
    .addColumn("offerer", "text", (c) => c.notNull())
    .addColumn("taker", "text")
    .addColumn("toRole", "text", (c) => c.notNull())
    .addColumn("state", "text", (c) => c.notNull())
    .addColumn("content", "text", (c) => c.notNull())
    .addColumn("changedAt", "bigint", (c) => c.notNull())
    .addPrimaryKeyConstraint("handoffs_key", ["project", "id"])
    .addUniqueConstraint("handoffs_place", ["project", "offerer", "place"])
    .execute();
  await table("thanks")
    .addColumn("project", "text", (c) => c.notNull())
    .addColumn("id", "text", (c) => c.notNull())
    .addColumn("handoff", "text", (c) => c.notNull())
    .addColumn("sender", "text", (c) => c.notNull())
    .addColumn("receiver", "text", (c) => c.notNull())
    .addColumn("shown", "integer", (c) => c.notNull())
    .addColumn("content", "text", (c) => c.notNull())
    .addColumn("sentAt", "bigint", (c) => c.notNull())
    .addPrimaryKeyConstraint("thanks_key", ["project", "id"])
    .addUniqueConstraint("thanks_handoff", ["project", "handoff"])
    .execute();
  const index = (name: string, on: keyof ControlTables, columns: string[]): Promise<void> =>
    db.schema.createIndex(name).ifNotExists().on(on).columns(columns).execute();
  // What each visit asks for: what somebody took over, and what is open for their roles.
  await index("handoffs_taker", "handoffs", ["project", "taker"]);
  await index("handoffs_open", "handoffs", ["project", "toRole", "state"]);
}

/**
 * Opens the control store: projects, keys, journeys, sessions, snapshots. Its tables are made where they are missing.
 *
 * @param path - A file, or `":memory:"`.
 */
export async function openControl(path: string): Promise<ControlDb> {
  const sqlite = new DatabaseSync(path);
  sqlite.exec("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000; PRAGMA secure_delete=ON;");
  checkSchemaVersion(sqlite, "control.sqlite", controlSchemaVersion);
  const prepared = new Map<string, SqliteStatement>();
  const prepare = (sql: string): SqliteStatement => {
    const known = prepared.get(sql) ?? statement(sqlite.prepare(sql));
    prepared.set(sql, known);
    return known;
  };
  const db: ControlDb = new Kysely<ControlTables>({
    dialect: new SqliteDialect({ database: { close: () => sqlite.close(), prepare } }),
  });
  await createTables(db);
  return db;
}
