import type { DatabaseSync } from "node:sqlite";
import { openEventsForReading } from "./sqlite-schema.ts";
import { toEvent, uuidText } from "./sqlite-tables.ts";
import type { StoredEvent, StoredReject } from "./stored-event.ts";

/** What a file of events holds, read beside the collector that writes it. */
export interface SqliteSource {
  /** Events in the order they were kept, from after a place. */
  page(after: number, limit: number): { events: StoredEvent[]; last: number };
  states(): { project: string; person: string; progress: string }[];
  rejects(): StoredReject[];
  dropped(): { project: string; counter: string; reason: string; count: number }[];
  close(): void;
}

/** Opens the file for reading. Fails where there is none. */
export function openSqliteSource(path: string): SqliteSource {
  const db: DatabaseSync = openEventsForReading(path);
  const events = db.prepare("SELECT rowid AS place, * FROM events WHERE rowid>? ORDER BY rowid LIMIT ?");
  return {
    page(after, limit) {
      const rows = events.all(after, limit);
      const last = Number(rows.at(-1)?.place ?? after);
      return { events: rows.map(({ place: _, ...row }) => toEvent(row)), last };
    },
    states: () =>
      db.prepare("SELECT project, person, progress FROM states").all() as unknown as ReturnType<SqliteSource["states"]>,
    rejects: () => db.prepare("SELECT * FROM rejects").all() as unknown as StoredReject[],
    dropped: () =>
      db
        .prepare("SELECT project, counter, reason, count FROM dropped")
        .all()
        .map((row) => ({
          project: String(row.project),
          counter: uuidText(row.counter as Uint8Array),
          reason: String(row.reason),
          count: Number(row.count),
        })),
    close: () => db.close(),
  };
}
