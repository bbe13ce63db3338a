import type { DatabaseSync } from "node:sqlite";
import { packEvents } from "./parcel.ts";
import { insertParcel, uuidText } from "./sqlite-parcels.ts";
import { statements } from "./sqlite-statements.ts";
import type { StoredEvent } from "./stored-event.ts";

const pageRows = 2000;

/** What the first version made impossible: such a file stays as it is. */
function damaged(): never {
  throw new Error("events.sqlite is damaged: an id is none, or is there twice. Restore the last backup.");
}

/** A row of the first version's event table. */
function eventOf({ id, sourceId, ...row }: Record<string, unknown>): StoredEvent {
  const bytes = id as Uint8Array;
  if (bytes.length !== 16) damaged();
  return { ...row, id: uuidText(bytes), sourceId: sourceId ?? null } as unknown as StoredEvent;
}

function takeEvents(db: DatabaseSync): void {
  const prepare = statements(db);
  for (let after = 0; ; ) {
    const rows = prepare("SELECT rowid AS place, * FROM events WHERE rowid>? ORDER BY rowid LIMIT ?").all(
      after,
      pageRows,
    );
    if (rows.length === 0) break;
    const events = rows.map(({ place: _, ...row }) => eventOf(row));
    for (const parcel of packEvents(events)) insertParcel(prepare, parcel, damaged);
    after = Number(rows.at(-1)?.place);
  }
  db.exec("DROP TABLE events");
}

/** Columns that came to the first version later. */
function addColumn(db: DatabaseSync, table: string, column: string, type: string): void {
  const there = db.prepare(`SELECT 1 FROM pragma_table_info('${table}') WHERE name=?`).get(column);
  if (there === undefined) db.exec(`ALTER TABLE ${table} ADD COLUMN ${column} ${type}`);
}

/** Takes over a file of the first version, where each event was a row of its own. */
export function takeOver(db: DatabaseSync): void {
  for (const column of ["person", "sender"]) addColumn(db, "rejects", column, "TEXT");
  takeEvents(db);
}
