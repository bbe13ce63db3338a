import type { ColumnKinds } from "./column-kinds.ts";
import type { ControlDb, ControlTables } from "./tables.ts";

interface Columns {
  texts: readonly string[];
  numbers: readonly string[];
  key: readonly string[];
}

/** Tables of what stakeholders expect, believe and decide. A row is written once. */
const tables: Readonly<Partial<Record<keyof ControlTables, Columns>>> = {
  expectations: {
    texts: ["project", "journey", "step", "role", "content"],
    numbers: ["version", "at"],
    key: ["project", "journey", "step", "role", "version"],
  },
  estimates: {
    texts: ["project", "who", "journey", "step", "role", "content"],
    numbers: ["at"],
    key: ["project", "who", "journey", "step", "role"],
  },
  decisions: { texts: ["project", "id", "journey", "content"], numbers: ["at"], key: ["project", "id"] },
};

/** Makes them where they are missing. They came with version 3. */
export async function createPlanTables(db: ControlDb, kinds: ColumnKinds): Promise<void> {
  for (const [name, { texts, numbers, key }] of Object.entries(tables)) {
    let table = db.schema.createTable(name).ifNotExists();
    for (const column of texts) table = table.addColumn(column, kinds.text, (c) => c.notNull());
    for (const column of numbers) table = table.addColumn(column, "bigint", (c) => c.notNull());
    await table.addPrimaryKeyConstraint(`${name}_key`, key as never).execute();
  }
}
