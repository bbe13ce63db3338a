import { SqliteAdapter, sql } from "kysely";
import type { ControlDb } from "./tables.ts";

/**
 * Writes SQLite's log back into its database, so that what was erased stands in no file. PostgreSQL keeps its log to
 * itself and lets go of it by its own rules.
 */
export async function emptyLog(db: ControlDb): Promise<void> {
  if (db.getExecutor().adapter instanceof SqliteAdapter) await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(db);
}
