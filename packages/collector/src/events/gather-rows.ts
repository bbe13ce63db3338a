import { foldRows } from "./fold-rows.ts";
import { type Packed, unpackTelling } from "./parcel.ts";
import { type PersonRow, personRowOf, personRows } from "./person-row.ts";
import { isOfAttempt, type ProgressRow, progressRowOf, progressRows } from "./progress-row.ts";
import { isOfReach, type ReachRow, reachRowOf, reachRows } from "./reach-row.ts";
import { isSaying, type SayingRow, sayingRowOf, sayingRows } from "./saying-row.ts";
import type { StoredEvent } from "./stored-event.ts";

/** Everything that is kept beside the events, computed from them. */
export interface Rows {
  progress: ProgressRow[];
  reach: ReachRow[];
  sayings: SayingRow[];
  people: PersonRow[];
}

/** The rows that some events give, each merged once: a batch touches the store once per row, not once per event. */
export function gatherRows(events: readonly StoredEvent[]): Rows {
  return {
    progress: foldRows(progressRows, events, (event) => progressRowOf(event)),
    reach: foldRows(reachRows, events, reachRowOf),
    sayings: foldRows(sayingRows, events, (event) => sayingRowOf(event)),
    people: foldRows(personRows, events, personRowOf),
  };
}

/** Whether events of a type say something that a row holds. */
const isTelling = (type: string): boolean => isOfAttempt(type) || isOfReach(type) || isSaying(type);

/** The rows of attempts, reach and sayings that packed events give; their people are in the delivery's facts. */
export function gatherPackedRows(parcels: readonly Packed[]): Omit<Rows, "people"> {
  const telling = parcels.flatMap((parcel) => unpackTelling(parcel, isTelling));
  return {
    progress: foldRows(progressRows, telling, ({ event, props }) => progressRowOf(event, props)),
    reach: foldRows(reachRows, telling, ({ event }) => reachRowOf(event)),
    sayings: foldRows(sayingRows, telling, ({ event, props }) => sayingRowOf(event, props)),
  };
}
