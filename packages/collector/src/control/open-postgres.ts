import { Kysely, PostgresDialect, sql } from "kysely";
import type { PoolClient } from "pg";
import { CollectorError } from "../errors.ts";
import { loadClient } from "../load-client.ts";
import { controlSchemaVersion, createControlTables } from "./control-schema.ts";
import { refuseNul } from "./plain-text.ts";
import type { ControlDb, ControlTables } from "./tables.ts";
import { markConcurrent } from "./transact.ts";
import { noteControlWrite } from "./writes.ts";

/** The driver is there only where PostgreSQL is used. Fails with `store_client`. */
const loadDriver = (): Promise<Pick<typeof import("pg"), "Pool" | "types">> =>
  loadClient("pg", "8", async () => (await import("pg")).default);

/** Has everything that is bound to a statement of this connection looked at before it leaves. */
function guard(client: PoolClient): void {
  const ask = client.query.bind(client) as (text: unknown, values?: readonly unknown[]) => unknown;
  const guarded = (text: unknown, values: readonly unknown[] = []): unknown => {
    refuseNul(values);
    return ask(text, values);
  };
  client.query = guarded as typeof client.query;
}

const int8 = 20;
/** Any number of ours: collectors that start together make the tables one after the other. */
const schemaLock = 7_236_401;

async function openSchema(db: ControlDb): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${schemaLock})`.execute(tx);
    await tx.schema
      .createTable("meta")
      .ifNotExists()
      .addColumn("version", "integer", (c) => c.notNull())
      .execute();
    const found = (await tx.selectFrom("meta").select("version").executeTakeFirst())?.version ?? 0;
    const version = controlSchemaVersion;
    if (found > version) throw new CollectorError("store_newer", { file: "the control database", found, version });
    await createControlTables(tx, { text: sql`text collate "C"`, counter: "bigserial" });
    if (found === 0) await tx.insertInto("meta").values({ version }).execute();
    else if (found < version) await tx.updateTable("meta").set({ version }).execute();
  });
}

/**
 * Opens the control store in PostgreSQL, for several collectors beside each other. Its tables are made where they are
 * missing. Fails with `store_client` or `store_newer`.
 *
 * @param url - `postgres://user:password@host:5432/database`.
 */
export async function openPostgresControl(url: string): Promise<ControlDb> {
  const { Pool, types } = await loadDriver();
  const pool = new Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5000,
    // Moments and counts are whole numbers well below 2^53, as in SQLite.
    types: { getTypeParser: (oid, format) => (oid === int8 ? Number : types.getTypeParser(oid, format)) },
  });
  pool.on("connect", guard);
  // A resting connection that the server ends is no failure of anybody's request: the next one connects again.
  pool.on("error", () => undefined);
  const db: ControlDb = new Kysely<ControlTables>({
    dialect: new PostgresDialect({ pool }),
    // What this process changes, it knows at once; what is not a question changes something.
    log: ({ query }) => (/^select/i.test(query.sql) ? undefined : noteControlWrite()),
  });
  markConcurrent(db);
  try {
    await openSchema(db);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return db;
}
