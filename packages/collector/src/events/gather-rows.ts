import { type PersonRow, personRowOf, personRows } from "./person-row.ts";
import { type ProgressRow, progressRowOf, progressRows } from "./progress-row.ts";
import { type ReachRow, reachRowOf, reachRows } from "./reach-row.ts";
import { type RowKind, rowKey } from "./row-kind.ts";
import type { StoredEvent } from "./stored-event.ts";

/** Everything that is kept beside the events, computed from them. */
export interface Rows {
  progress: ProgressRow[];
  reach: ReachRow[];
  people: PersonRow[];
}

function fold<R extends object>(
  kind: RowKind<R>,
  events: readonly StoredEvent[],
  of: (e: StoredEvent) => R | null,
): R[] {
  const rows = new Map<string, R>();
  for (const event of events) {
    const row = of(event);
    if (row === null) continue;
    const key = rowKey(kind, row);
    const known = rows.get(key);
    rows.set(key, known === undefined ? row : kind.merge(known, row));
  }
  return [...rows.values()];
}

/** The rows that some events give, each merged once: a batch touches the store once per row, not once per event. */
export function gatherRows(events: readonly StoredEvent[]): Rows {
  return {
    progress: fold(progressRows, events, progressRowOf),
    reach: fold(reachRows, events, reachRowOf),
    people: fold(personRows, events, personRowOf),
  };
}
