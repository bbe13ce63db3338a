import type { DatabaseSync } from "node:sqlite";
import { eventsIn, type ParcelRow, uuidText } from "./sqlite-parcels.ts";
import { openEventsForReading } from "./sqlite-schema.ts";
import type { StoredEvent, StoredReject } from "./stored-event.ts";

/** What a file of events holds, read beside the collector that writes it. */
export interface SqliteSource {
  /** Events in the order they were kept, from after a place: at least `limit` where there are so many, less than twice that. */
  page(after: number, limit: number): { events: StoredEvent[]; last: number };
  states(): { project: string; person: string; progress: string }[];
  rejects(): StoredReject[];
  dropped(): { project: string; counter: string; reason: string; count: number }[];
  close(): void;
}

/** Opens the file for reading. Fails where there is none. */
export function openSqliteSource(path: string): SqliteSource {
  const db: DatabaseSync = openEventsForReading(path);
  const parcels = db.prepare("SELECT * FROM parcels WHERE n>? ORDER BY n");
  return {
    page(after, limit) {
      const events: StoredEvent[] = [];
      let last = after;
      for (const row of parcels.iterate(after)) {
        const parcel = row as unknown as ParcelRow;
        events.push(...eventsIn(parcel));
        last = parcel.n;
        if (events.length >= limit) break;
      }
      return { events, last };
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
