import type { CreateTableBuilder, TableMetadata } from "kysely";
import type { ColumnKinds } from "./column-kinds.ts";
import type { ControlDb, ControlTables } from "./tables.ts";
import { addTokenKeys, firstTokenKey } from "./token-keys.ts";

/** Columns that came with version 2, by table. All may be empty: rows of version 1 mean the same without them. */
const added: Readonly<Partial<Record<keyof ControlTables, readonly string[]>>> = {
  projects: ["audience", "retention"],
  keys: ["label"],
  invites: ["member"],
  sessions: ["member"],
};

/** Adds what version 1 did not have. Does nothing where it is there. */
async function addColumns(db: ControlDb, tables: readonly TableMetadata[], text: ColumnKinds["text"]): Promise<void> {
  for (const [table, columns] of Object.entries(added)) {
    const known = tables.find((each) => each.name === table)?.columns.map((each) => each.name) ?? [];
    for (const column of columns)
      if (!known.includes(column)) await db.schema.alterTable(table).addColumn(column, text).execute();
  }
}

/** Tables about who may do what: members, the keys of people's tokens, tokens for drafts, and who was erased. */
export async function createAccessTables(db: ControlDb, text: ColumnKinds["text"]): Promise<void> {
  const before = await db.introspection.getTables();
  const table = (name: keyof ControlTables): CreateTableBuilder<string> => db.schema.createTable(name).ifNotExists();
  await table("tokenKeys")
    .addColumn("project", text, (c) => c.notNull())
    .addColumn("kid", text, (c) => c.notNull())
    .addColumn("alg", text, (c) => c.notNull())
    .addColumn("jwk", text)
    .addColumn("createdAt", "bigint", (c) => c.notNull())
    .addPrimaryKeyConstraint("tokenKeys_key", ["project", "kid"])
    .execute();
  await table("members")
    .addColumn("id", text, (c) => c.primaryKey())
    .addColumn("project", text, (c) => c.notNull())
    .addColumn("name", text, (c) => c.notNull())
    .addColumn("role", text, (c) => c.notNull())
    .addColumn("scope", text)
    .addColumn("createdAt", "bigint", (c) => c.notNull())
    .execute();
  await table("suppressed")
    .addColumn("project", text, (c) => c.notNull())
    .addColumn("person", text, (c) => c.notNull())
    .addColumn("erasedAt", "bigint", (c) => c.notNull())
    .addColumn("liftedAt", "bigint")
    .addPrimaryKeyConstraint("suppressed_key", ["project", "person"])
    .execute();
  await table("draftTokens")
    .addColumn("hash", text, (c) => c.primaryKey())
    .addColumn("project", text, (c) => c.notNull())
    .addColumn("issuer", text, (c) => c.notNull())
    .addColumn("who", text, (c) => c.notNull())
    .addColumn("expiresAt", "bigint", (c) => c.notNull())
    .execute();
  await addColumns(db, before, text);
  if (before.some(({ name }) => name === "tokenKeys")) return;
  // Projects of version 1 have one secret each, and it goes on.
  for (const { id, createdAt } of await db.selectFrom("projects").select(["id", "createdAt"]).execute())
    await addTokenKeys(db, id, [firstTokenKey(createdAt)]);
}
