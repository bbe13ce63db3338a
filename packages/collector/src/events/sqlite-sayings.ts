import type { DatabaseSync } from "node:sqlite";
import { keepRows } from "./apply-write.ts";
import { isSaying } from "./saying-row.ts";
import { eventsIn, type ParcelRow } from "./sqlite-parcels.ts";
import { statements } from "./sqlite-statements.ts";
import { sqliteTables } from "./sqlite-tables.ts";

/** Fills the rows of what people said from the events of a file that had none: once, when such a file is opened. */
export function fillSayings(db: DatabaseSync): void {
  const prepare = statements(db);
  const tables = sqliteTables(prepare);
  for (let after = 0; ; ) {
    const row = prepare("SELECT * FROM parcels WHERE n>? ORDER BY n LIMIT 1").get(after) as unknown as
      | ParcelRow
      | undefined;
    if (row === undefined) return;
    keepRows(
      tables,
      eventsIn(row).filter(({ type }) => isSaying(type)),
    );
    after = row.n;
  }
}
