import type { CreateTableBuilder } from "kysely";
import { createAccessTables } from "./access-tables.ts";
import type { ColumnKinds } from "./column-kinds.ts";
import { createPlanTables } from "./plan-tables.ts";
import type { ControlDb, ControlTables } from "./tables.ts";
import { createVoiceTables } from "./voice-tables.ts";

/** The version of the tables below. A change comes with a migration step. */
export const controlSchemaVersion = 3;

/** Makes the tables where they are missing. */
export async function createControlTables(db: ControlDb, kinds: ColumnKinds): Promise<void> {
  const table = (name: keyof ControlTables): CreateTableBuilder<string> => db.schema.createTable(name).ifNotExists();
  await table("projects")
    .addColumn("id", kinds.text, (c) => c.primaryKey())
    .addColumn("title", kinds.text, (c) => c.notNull())
    .addColumn("timeZone", kinds.text, (c) => c.notNull())
    .addColumn("roles", kinds.text, (c) => c.notNull())
    .addColumn("origins", kinds.text, (c) => c.notNull())
    .addColumn("createdAt", "bigint", (c) => c.notNull())
    .execute();
  await table("keys")
    .addColumn("hash", kinds.text, (c) => c.primaryKey())
    .addColumn("project", kinds.text, (c) => c.notNull())
    .addColumn("kind", kinds.text, (c) => c.notNull())
    .addColumn("createdAt", "bigint", (c) => c.notNull())
    .execute();
  await table("drafts")
    .addColumn("project", kinds.text, (c) => c.notNull())
    .addColumn("journey", kinds.text, (c) => c.notNull())
    .addColumn("content", kinds.text, (c) => c.notNull())
    .addColumn("updatedAt", "bigint", (c) => c.notNull())
    .addPrimaryKeyConstraint("drafts_key", ["project", "journey"])
    .execute();
  await table("versions")
    .addColumn("project", kinds.text, (c) => c.notNull())
    .addColumn("journey", kinds.text, (c) => c.notNull())
    .addColumn("version", "integer", (c) => c.notNull())
    .addColumn("content", kinds.text, (c) => c.notNull())
    .addColumn("hash", kinds.text, (c) => c.notNull())
    .addColumn("note", kinds.text)
    .addColumn("publishedBy", kinds.text, (c) => c.notNull())
    .addColumn("publishedAt", "bigint", (c) => c.notNull())
    .addPrimaryKeyConstraint("versions_key", ["project", "journey", "version"])
    .execute();
  // Came without a new version of the tables: an older collector leaves it alone.
  await table("inGit")
    .addColumn("project", kinds.text, (c) => c.notNull())
    .addColumn("journey", kinds.text, (c) => c.notNull())
    .addColumn("since", "bigint", (c) => c.notNull())
    .addPrimaryKeyConstraint("inGit_key", ["project", "journey"])
    .execute();
  for (const name of ["invites", "sessions"] as const)
    await table(name)
      .addColumn("hash", kinds.text, (c) => c.primaryKey())
      .addColumn("project", kinds.text, (c) => c.notNull())
      .addColumn("role", kinds.text, (c) => c.notNull())
      .addColumn("expiresAt", "bigint", (c) => c.notNull())
      .execute();
  await table("audit")
    .addColumn("id", kinds.counter, (c) =>
      kinds.counter === "bigserial" ? c.primaryKey() : c.primaryKey().autoIncrement(),
    )
    .addColumn("project", kinds.text, (c) => c.notNull())
    .addColumn("who", kinds.text, (c) => c.notNull())
    .addColumn("act", kinds.text, (c) => c.notNull())
    .addColumn("detail", kinds.text, (c) => c.notNull())
    .addColumn("at", "bigint", (c) => c.notNull())
    .execute();
  await createPictureTables(db, kinds);
  await createHandoverTables(db, kinds);
  await createStateTables(db, kinds);
  await createAccessTables(db, kinds.text);
  await createVoiceTables(db, kinds);
  await createPlanTables(db, kinds);
}

async function createPictureTables(db: ControlDb, kinds: ColumnKinds): Promise<void> {
  const table = (name: keyof ControlTables): CreateTableBuilder<string> => db.schema.createTable(name).ifNotExists();
  await table("blocks")
    .addColumn("project", kinds.text, (c) => c.notNull())
    .addColumn("block", "integer", (c) => c.notNull())
    .addColumn("fromWeek", "integer", (c) => c.notNull())
    .addColumn("toWeek", "integer", (c) => c.notNull())
    .addColumn("frozenAt", "bigint", (c) => c.notNull())
    .addColumn("unsigned", "integer", (c) => c.notNull())
    .addPrimaryKeyConstraint("blocks_key", ["project", "block"])
    .execute();
  await table("groups")
    .addColumn("project", kinds.text, (c) => c.notNull())
    .addColumn("group", kinds.text, (c) => c.notNull())
    .addColumn("role", kinds.text, (c) => c.notNull())
    .addColumn("title", kinds.text, (c) => c.notNull())
    .addColumn("leaves", kinds.text, (c) => c.notNull())
    .addColumn("block", "integer", (c) => c.notNull())
    .addPrimaryKeyConstraint("groups_key", ["project", "group"])
    .execute();
  await table("snapshots")
    .addColumn("project", kinds.text, (c) => c.notNull())
    .addColumn("block", "integer", (c) => c.notNull())
    .addColumn("group", kinds.text, (c) => c.notNull())
    .addColumn("journey", kinds.text, (c) => c.notNull())
    .addColumn("picture", kinds.text, (c) => c.notNull())
    .addColumn("ledger", kinds.text, (c) => c.notNull())
    .addPrimaryKeyConstraint("snapshots_key", ["project", "group", "journey", "block"])
    .execute();
  // Came without a new version of the tables: what an older collector does not know it leaves alone.
  await table("experiments")
    .addColumn("project", kinds.text, (c) => c.notNull())
    .addColumn("block", "integer", (c) => c.notNull())
    .addColumn("content", kinds.text, (c) => c.notNull())
    .addColumn("ledger", kinds.text, (c) => c.notNull())
    .addPrimaryKeyConstraint("experiments_key", ["project", "block"])
    .execute();
  await table("gapCells")
    .addColumn("project", kinds.text, (c) => c.notNull())
    .addColumn("block", "integer", (c) => c.notNull())
    .addColumn("group", kinds.text, (c) => c.notNull())
    .addColumn("journey", kinds.text, (c) => c.notNull())
    .addColumn("version", "integer", (c) => c.notNull())
    .addColumn("content", kinds.text, (c) => c.notNull())
    .addColumn("courses", kinds.text, (c) => c.notNull())
    .addPrimaryKeyConstraint("gapCells_key", ["project", "block", "group", "journey", "version"])
    .execute();
  await table("figures")
    .addColumn("project", kinds.text, (c) => c.notNull())
    .addColumn("block", "integer", (c) => c.notNull())
    .addColumn("group", kinds.text, (c) => c.notNull())
    .addColumn("journey", kinds.text, (c) => c.notNull())
    .addColumn("version", "integer", (c) => c.notNull())
    .addColumn("content", kinds.text, (c) => c.notNull())
    .addPrimaryKeyConstraint("figures_key", ["project", "block", "group", "journey", "version"])
    .execute();
}

async function createHandoverTables(db: ControlDb, kinds: ColumnKinds): Promise<void> {
  const table = (name: keyof ControlTables): CreateTableBuilder<string> => db.schema.createTable(name).ifNotExists();
  await table("handoffs")
    .addColumn("project", kinds.text, (c) => c.notNull())
    .addColumn("id", kinds.text, (c) => c.notNull())
    .addColumn("place", kinds.text, (c) => c.notNull())
    .addColumn("offerer", kinds.text, (c) => c.notNull())
    .addColumn("taker", kinds.text)
    .addColumn("toRole", kinds.text, (c) => c.notNull())
    .addColumn("state", kinds.text, (c) => c.notNull())
    .addColumn("content", kinds.text, (c) => c.notNull())
    .addColumn("changedAt", "bigint", (c) => c.notNull())
    .addPrimaryKeyConstraint("handoffs_key", ["project", "id"])
    .addUniqueConstraint("handoffs_place", ["project", "offerer", "place"])
    .execute();
  await table("thanks")
    .addColumn("project", kinds.text, (c) => c.notNull())
    .addColumn("id", kinds.text, (c) => c.notNull())
    .addColumn("handoff", kinds.text, (c) => c.notNull())
    .addColumn("sender", kinds.text, (c) => c.notNull())
    .addColumn("receiver", kinds.text, (c) => c.notNull())
    .addColumn("shown", "integer", (c) => c.notNull())
    .addColumn("content", kinds.text, (c) => c.notNull())
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

async function createStateTables(db: ControlDb, kinds: ColumnKinds): Promise<void> {
  await db.schema
    .createTable("states")
    .ifNotExists()
    .addColumn("project", kinds.text, (c) => c.notNull())
    .addColumn("person", kinds.text, (c) => c.notNull())
    .addColumn("progress", kinds.text, (c) => c.notNull())
    .addPrimaryKeyConstraint("states_key", ["project", "person"])
    .execute();
}
