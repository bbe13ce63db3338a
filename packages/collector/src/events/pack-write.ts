import type { Write } from "./event-store.ts";
import { eventColumns } from "./sqlite-tables.ts";
import type { StoredEvent } from "./stored-event.ts";

/** A delivery as it goes to another thread: everything but its `derive`, which stays where it was made. */
export interface PackedWrite {
  project: string;
  /** See {@link packEvents}. */
  events: string;
  rejects: Write["rejects"];
  dropped: Write["dropped"];
  settles: Write["settles"];
  /** Whether the sender wants to be asked. */
  derives: boolean;
}

type Cell = string | number | null;

/**
 * Events column by column, as JSON: a column that is the same for all is written once. Measured per event: 0.9 us there and
 * back, against 2.4 us for the objects themselves.
 */
export function packEvents(events: readonly StoredEvent[]): string {
  const columns = eventColumns.map((name) => {
    const first = events[0]?.[name];
    for (const event of events) if (event[name] !== first) return events.map((each) => each[name]);
    return first;
  });
  return JSON.stringify([events.length, columns]);
}

/** The events again. */
export function unpackEvents(text: string): StoredEvent[] {
  const [count, columns] = JSON.parse(text) as [number, (Cell | Cell[])[]];
  const events: StoredEvent[] = [];
  for (let i = 0; i < count; i += 1) {
    const event: Record<string, Cell> = {};
    eventColumns.forEach((name, at) => {
      const column = columns[at];
      event[name] = (Array.isArray(column) ? column[i] : column) ?? null;
    });
    events.push(event as unknown as StoredEvent);
  }
  return events;
}
