import type { ClickHouseAddress } from "./clickhouse-address.ts";
import type { ClickHouse } from "./clickhouse-client.ts";
import { decodeEvent, eventSelection, firstCopies, idNumber } from "./clickhouse-events.ts";
import { type KeptKind, keptPeople, keptProgress, keptReach, keptSayings, mergedRows } from "./clickhouse-rows.ts";
import type { Rows } from "./gather-rows.ts";
import type { StoredEvent, StoredReject } from "./stored-event.ts";
import { type TargetDay, targetDaysOf } from "./target-days.ts";

/** Where and what to read. */
export interface ClickHouseAt {
  engine: ClickHouse;
  address: ClickHouseAddress;
}

/** So many ids stay well under the longest statement the engine takes. */
const idsAtOnce = 2000;

function slices<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
}

/** The first copies of events by their ids, and with `derived` also what was derived from them. */
export async function findEvents(
  { engine, address }: ClickHouseAt,
  project: string,
  ids: readonly string[],
  derived = false,
): Promise<StoredEvent[]> {
  const found: StoredEvent[] = [];
  for (const slice of slices(ids, idsAtOnce)) {
    // Decimal numbers of our own making: in the text of the statement, since parameters travel in the address. Quoted, since
    // a bare number of this size would be read as a float.
    const numbers = slice.map((id) => `'${idNumber(id)}'`).join(",");
    const rows = await engine.rows<StoredEvent>(
      `SELECT ${eventSelection} FROM ${address.database}.events
       WHERE project = {project:String} AND ${derived ? "derivedFrom" : "id"} IN (${numbers}) ${firstCopies}`,
      { project },
    );
    found.push(...rows.map(decodeEvent));
  }
  return found;
}

/** Events in id order, from after an id. */
export async function eventsAfter(
  { engine, address }: ClickHouseAt,
  project: string,
  after: string | null,
  limit: number,
  since?: number,
): Promise<StoredEvent[]> {
  const from = after === null ? "" : `AND id > '${idNumber(after)}'`;
  const all = `SELECT ${eventSelection} FROM ${address.database}.events WHERE project = {project:String} ${from}
     ${firstCopies}`;
  // Of each id the copy that counts, and only then by its moment: another copy may say another one.
  const page = since === undefined ? all : `SELECT * FROM (${all}) WHERE at >= {since:Int64} ORDER BY toUInt128(id)`;
  const rows = await engine.rows<StoredEvent>(`${page} LIMIT {limit:UInt32}`, { project, limit, since: since ?? 0 });
  return rows.map(decodeEvent);
}

async function keptRows<R extends object, K extends object>(
  { engine, address }: ClickHouseAt,
  kind: KeptKind<R, K>,
  where: string,
  params: Record<string, unknown>,
): Promise<R[]> {
  return (await engine.rows<K>(mergedRows(kind, address.database, where), params)).map(kind.decode);
}

/** All kept rows of a project. */
export async function rowsOf(at: ClickHouseAt, project: string): Promise<Rows> {
  const where = "project = {project:String}";
  const [progress, reach, sayings, people] = await Promise.all([
    keptRows(at, keptProgress, where, { project }),
    keptRows(at, keptReach, where, { project }),
    keptRows(at, keptSayings, where, { project }),
    keptRows(at, keptPeople, where, { project }),
  ]);
  return { progress, reach, sayings, people };
}

/** On which days pages found the targets of steps, or lost them. */
export async function targetsOf(at: ClickHouseAt, project: string): Promise<TargetDay[]> {
  const where = "project = {project:String} AND (startsWith(kind, 'found.') OR startsWith(kind, 'lost.'))";
  return targetDaysOf(await keptRows(at, keptSayings, where, { project }));
}

/** When journeys were first offered to some people: by journey, person and standing. */
export async function offersOf(
  at: ClickHouseAt,
  project: string,
  persons: readonly string[],
): Promise<(journey: string, person: string, verified: 0 | 1) => number | null> {
  const rows = await keptRows(at, keptReach, "project = {project:String} AND person IN {persons:Array(String)}", {
    project,
    persons: [...persons],
  });
  const known = new Map(rows.map((row) => [JSON.stringify([row.journey, row.person, row.verified]), row.offered]));
  return (journey, person, verified) => known.get(JSON.stringify([journey, person, verified])) ?? null;
}

/** The earliest week any event counts in. */
export async function firstWeekOf({ engine, address }: ClickHouseAt, project: string): Promise<number | null> {
  const [row] = await engine.rows<{ first: number | null }>(
    `SELECT minOrNull(week) AS first FROM ${address.database}.events WHERE project = {project:String}`,
    { project },
  );
  return row?.first ?? null;
}

/** What is kept of people, apart from their progress. */
export async function personRowsOf(
  at: ClickHouseAt,
  project: string,
  people: readonly string[],
): Promise<{ events: StoredEvent[]; rows: Rows; rejects: StoredReject[] }> {
  const where = "project = {project:String} AND person IN {people:Array(String)}";
  const params = { project, people: [...people] };
  const [found, progress, reach, sayings, persons, rejects] = await Promise.all([
    at.engine.rows<StoredEvent>(
      `SELECT ${eventSelection} FROM ${at.address.database}.events WHERE ${where} ${firstCopies}`,
      params,
    ),
    keptRows(at, keptProgress, where, params),
    keptRows(at, keptReach, where, params),
    keptRows(at, keptSayings, where, params),
    keptRows(at, keptPeople, where, params),
    at.engine.rows<StoredReject>(
      `${rejectSelection} FROM ${at.address.database}.rejects FINAL WHERE ${where} ORDER BY hash`,
      params,
    ),
  ]);
  return { events: found.map(decodeEvent), rows: { progress, reach, sayings, people: persons }, rejects };
}

const rejectSelection = "SELECT project, hash, at, code, path, message, body, person, sender";

/** What was refused, in the order of its hashes, from after one. */
export async function rejectsAfter(
  { engine, address }: ClickHouseAt,
  project: string,
  after: string | null,
  limit: number,
): Promise<StoredReject[]> {
  return engine.rows<StoredReject>(
    `${rejectSelection} FROM ${address.database}.rejects FINAL
     WHERE project = {project:String} AND hash > {after:String} ORDER BY hash LIMIT {limit:UInt32}`,
    { project, after: after ?? "", limit },
  );
}

/** One of them, or `null`. */
export async function rejectOf(
  { engine, address }: ClickHouseAt,
  project: string,
  hash: string,
): Promise<StoredReject | null> {
  const [row] = await engine.rows<StoredReject>(
    `${rejectSelection} FROM ${address.database}.rejects FINAL
     WHERE project = {project:String} AND hash = {hash:String}`,
    { project, hash },
  );
  return row ?? null;
}
