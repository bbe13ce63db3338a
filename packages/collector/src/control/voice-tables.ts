import { sql } from "kysely";
import type { ColumnKinds } from "./column-kinds.ts";
import type { ControlDb, ControlTables } from "./tables.ts";

interface Columns {
  texts: readonly string[];
  numbers?: readonly string[];
  key: readonly string[];
}

/** Tables of the anonymous channel: all text and numbers, each under a key of its own. */
const tables: Readonly<Partial<Record<keyof ControlTables, Columns>>> = {
  voiceQuarters: {
    texts: ["project", "quarter", "groups", "seal", "secret"],
    numbers: ["fromWeek"],
    key: ["project", "quarter"],
  },
  voiceKeys: { texts: ["project", "quarter", "journey", "file", "secret"], key: ["project", "quarter", "journey"] },
  voiceIssued: { texts: ["project", "mark", "quarter", "message"], key: ["project", "mark"] },
  voiceCounts: {
    texts: ["project", "quarter", "key"],
    numbers: ["week", "people"],
    key: ["project", "quarter", "key", "week"],
  },
  envelopes: { texts: ["project", "id", "body"], numbers: ["week"], key: ["project", "week", "id"] },
  voiceStates: { texts: ["project", "body"], numbers: ["week"], key: ["project"] },
  voiceBlocks: { texts: ["project", "id", "content", "seal"], numbers: ["week"], key: ["project", "week", "id"] },
  voiceTexts: { texts: ["project", "id", "block", "text", "state"], key: ["project", "id"] },
  voiceStatements: { texts: ["project", "id", "content"], numbers: ["at"], key: ["project", "id"] },
  voiceAnswers: { texts: ["project", "id", "block", "content"], numbers: ["at"], key: ["project", "id"] },
};

/**
 * Makes them where they are missing. In SQLite without row ids: those would number what came in the order it came. Rows lie
 * in the order of their keys, which are chance.
 */
export async function createVoiceTables(db: ControlDb, kinds: ColumnKinds): Promise<void> {
  for (const [name, { texts, numbers = [], key }] of Object.entries(tables)) {
    let table = db.schema.createTable(name).ifNotExists();
    for (const column of texts) table = table.addColumn(column, kinds.text, (c) => c.notNull());
    for (const column of numbers) table = table.addColumn(column, "bigint", (c) => c.notNull());
    const whole = table.addPrimaryKeyConstraint(`${name}_key`, key as never);
    await (kinds.counter === "integer" ? whole.modifyEnd(sql`without rowid`) : whole).execute();
  }
}
