import type { Outcome } from "./event-store.ts";
import { idsIn, type Packed, type Parcel, packEvents, parcelEvents, unpackEvents } from "./parcel.ts";
import type { Prepare } from "./sqlite-statements.ts";
import { isSame, type StoredEvent } from "./stored-event.ts";

/**
 * How events lie in the file: a row for each parcel, and for each event its id with the number of its parcel. `slots` holds
 * the numbers from 0 on, so that one statement takes all ids of a parcel: an event costs no call of its own.
 */
export const parcelTables: string = `
CREATE TABLE IF NOT EXISTS parcels(n INTEGER PRIMARY KEY, project TEXT NOT NULL, person TEXT NOT NULL,
  firstAt INTEGER NOT NULL, lastAt INTEGER NOT NULL, ids BLOB NOT NULL, body TEXT NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS parcels_person ON parcels(project, person);
CREATE INDEX IF NOT EXISTS parcels_at ON parcels(project, firstAt);
CREATE TABLE IF NOT EXISTS event_ids(project TEXT NOT NULL, id BLOB NOT NULL, parcel INTEGER NOT NULL,
  PRIMARY KEY(project, id)) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS slots(i INTEGER PRIMARY KEY) STRICT;
INSERT OR IGNORE INTO slots WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ${parcelEvents - 1})
  SELECT i FROM n;`;

/** 16 bytes of a UUID: 20 bytes less than its text. */
export function uuidBytes(id: string): Uint8Array {
  return Buffer.from(id.replaceAll("-", ""), "hex");
}

/** The text of a UUID's 16 bytes. */
export function uuidText(bytes: Uint8Array): string {
  return idsIn(hexOf(bytes))[0] ?? "";
}

const hexOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex");

/** A parcel as it is read. */
export interface ParcelRow {
  n: number;
  project: string;
  person: string;
  firstAt: number;
  lastAt: number;
  ids: Uint8Array;
  body: string;
}

/** The events of a row, in the order in which they came. */
export function eventsIn(row: Omit<Packed, "ids"> & { ids: Uint8Array }): StoredEvent[] {
  return unpackEvents({ project: row.project, person: row.person, ids: hexOf(row.ids), body: row.body });
}

const insertSql = "INSERT INTO parcels(project, person, firstAt, lastAt, ids, body) VALUES(?,?,?,?,?,?)";
const insertIdsSql =
  "INSERT INTO event_ids SELECT ?, substr(?, i * 16 + 1, 16), ? FROM slots WHERE i < ? ON CONFLICT DO NOTHING";
const deleteIdsSql =
  "DELETE FROM event_ids WHERE project=? AND id IN (SELECT substr(?, i * 16 + 1, 16) FROM slots WHERE i < ?)";
const findSql = "SELECT parcel FROM event_ids WHERE project=? AND id=?";
const parcelSql = "SELECT * FROM parcels WHERE n=?";

/** Takes a parcel out of the file. */
export function deleteParcel(prepare: Prepare, { n, project, ids }: Pick<ParcelRow, "n" | "project" | "ids">): void {
  prepare(deleteIdsSql).run(project, ids, ids.length / 16);
  prepare("DELETE FROM parcels WHERE n=?").run(n);
}

function replaceParcel(prepare: Prepare, n: number, left: readonly StoredEvent[]): void {
  const [parcel] = packEvents(left);
  if (parcel === undefined) prepare("DELETE FROM parcels WHERE n=?").run(n);
  else
    prepare("UPDATE parcels SET firstAt=?, lastAt=?, ids=?, body=? WHERE n=?").run(
      parcel.firstAt,
      parcel.lastAt,
      Buffer.from(parcel.ids, "hex"),
      parcel.body,
      n,
    );
}

/** Leaves of a parcel what is from a moment on. */
export function cutParcel(prepare: Prepare, n: number, from: number): void {
  const row = prepare(parcelSql).get(n) as unknown as ParcelRow;
  if (row.lastAt < from) {
    deleteParcel(prepare, row);
    return;
  }
  const events = eventsIn(row);
  const gone = events.filter(({ at }) => at < from);
  const ids = Buffer.from(gone.map(({ id }) => id.replaceAll("-", "")).join(""), "hex");
  prepare(deleteIdsSql).run(row.project, ids, gone.length);
  replaceParcel(
    prepare,
    n,
    events.filter(({ at }) => at >= from),
  );
}

/** Some ids were known: tells which, and leaves in the parcel what is new. */
function tellApart(prepare: Prepare, project: string, n: number, events: readonly StoredEvent[]): Outcome[] {
  const read = new Map<number, Map<string, StoredEvent>>([[n, new Map()]]);
  const eventsOf = (parcel: number): Map<string, StoredEvent> => {
    const found = read.get(parcel);
    if (found !== undefined) return found;
    const row = prepare(parcelSql).get(parcel) as unknown as ParcelRow | undefined;
    const own = new Map(row === undefined ? [] : eventsIn(row).map((event) => [event.id, event]));
    read.set(parcel, own);
    return own;
  };
  const fresh: StoredEvent[] = [];
  const outcomes = events.map((event): Outcome => {
    const own = eventsOf(Number(prepare(findSql).get(project, uuidBytes(event.id))?.parcel));
    const known = own.get(event.id);
    if (known !== undefined) return isSame(known, event) ? "duplicate" : "conflict";
    // It lies in this parcel, and is the first of its id there.
    own.set(event.id, event);
    fresh.push(event);
    return "accepted";
  });
  replaceParcel(prepare, n, fresh);
  return outcomes;
}

/** Keeps a parcel's events; tells what became of each where not all of them are new. */
export function insertParcel(
  prepare: Prepare,
  { project, person, firstAt, lastAt, ids, body, count }: Parcel,
  events: () => readonly StoredEvent[],
): readonly Outcome[] | "all new" {
  const bytes = Buffer.from(ids, "hex");
  const n = Number(prepare(insertSql).run(project, person, firstAt, lastAt, bytes, body).lastInsertRowid);
  const { changes } = prepare(insertIdsSql).run(project, bytes, n, count);
  return Number(changes) === count ? "all new" : tellApart(prepare, project, n, events());
}

/** Which events are asked for: after an id, so many, that happened at a moment or later. */
export interface Page {
  after: string | null;
  limit: number;
  since?: number | undefined;
}

const pageSql = "SELECT id, parcel FROM event_ids WHERE project=? AND id>? ORDER BY id LIMIT ?";
// Parcels of before are not unpacked. There is no index for it: it would cost every delivery, and this is asked for by exports.
const pageSinceSql = `SELECT id, parcel FROM event_ids WHERE project=? AND id>?
  AND parcel IN (SELECT n FROM parcels WHERE project=? AND lastAt>=?) ORDER BY id LIMIT ?`;

/** The events of some ids, in their order. */
function eventsOf(prepare: Prepare, wanted: readonly Record<string, unknown>[]): StoredEvent[] {
  const places = new Map(wanted.map(({ id }, i) => [uuidText(id as Uint8Array), i]));
  const page: StoredEvent[] = [];
  // Each parcel is read once, whatever lies between its ids.
  for (const parcel of new Set(wanted.map((each) => Number(each.parcel))))
    for (const event of eventsIn(prepare(parcelSql).get(parcel) as unknown as ParcelRow)) {
      const place = places.get(event.id);
      if (place !== undefined) page[place] = event;
    }
  return page;
}

/** A page of events in id order. */
export function eventsAfter(prepare: Prepare, project: string, { after, limit, since }: Page): StoredEvent[] {
  let from = after === null ? new Uint8Array() : uuidBytes(after);
  if (since === undefined) return eventsOf(prepare, prepare(pageSql).all(project, from, limit));
  const found: StoredEvent[] = [];
  // A parcel may hold earlier events too: what is missing comes from what follows.
  const most = Math.max(limit, 1000);
  for (;;) {
    const wanted = prepare(pageSinceSql).all(project, from, project, since, most);
    found.push(...eventsOf(prepare, wanted).filter(({ at }) => at >= since));
    const last = wanted.at(-1);
    if (found.length >= limit || wanted.length < most || last === undefined) return found.slice(0, limit);
    from = last.id as Uint8Array<ArrayBuffer>;
  }
}
