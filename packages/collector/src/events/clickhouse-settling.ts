import { deletion, rowTables } from "./clickhouse-ddl.ts";
import { decodeEvent, eventSelection, idNumber } from "./clickhouse-events.ts";
import type { ClickHouseAt } from "./clickhouse-reading.ts";
import { conflictOf, insertRows } from "./clickhouse-writing.ts";
import type { StoredEvent } from "./stored-event.ts";

/** Only what arrived lately is looked through: copies that meet do so within the life of a delivery. */
const lookBackMs = 25 * 3_600_000;

type Copy = StoredEvent & { print: string };

/** Copies of recent ids that would count differently, the first one of each id first. */
async function differingCopies({ engine, address }: ClickHouseAt, since: number): Promise<Copy[]> {
  const table = `${address.database}.events`;
  // First the ids, then their copies: an id's copies may lie on different shards, where they belong to different people.
  const ids = await engine.rows<{ project: string; id: string }>(
    `SELECT project, toString(id) AS id FROM ${table} WHERE receivedAt >= {since:Int64}
     GROUP BY project, id HAVING uniqExact(print) > 1`,
    { since },
  );
  const copies: Copy[] = [];
  for (const { project, id } of ids)
    copies.push(
      ...(await engine.rows<Copy>(
        `SELECT ${eventSelection}, toString(print) AS print FROM ${table}
         WHERE project = {project:String} AND id = '${BigInt(id)}' ORDER BY rank DESC, print LIMIT 1 BY print`,
        { project },
      )),
    );
  return copies.map((each) => ({ ...decodeEvent(each), print: each.print }));
}

async function removeCopy({ engine, address }: ClickHouseAt, copy: Copy): Promise<void> {
  const where = `project = {project:String} AND id = '${idNumber(copy.id)}' AND print = '${BigInt(copy.print)}'`;
  await engine.everywhere(deletion(address, "events", where), { project: copy.project });
}

async function eventsOfPerson(
  { engine, address }: ClickHouseAt,
  project: string,
  person: string,
): Promise<StoredEvent[]> {
  const rows = await engine.rows<StoredEvent>(
    `SELECT ${eventSelection} FROM ${address.database}.events
     WHERE project = {project:String} AND person = {person:String} ORDER BY id, rank DESC, print LIMIT 1 BY id`,
    { project, person },
  );
  return rows.map(decodeEvent);
}

/** Computes a person's rows again. What is written meanwhile stays: events are there before their rows. */
async function mendPerson(at: ClickHouseAt, project: string, person: string): Promise<void> {
  const where = "project = {project:String} AND person = {person:String}";
  for (const table of rowTables) await at.engine.everywhere(deletion(at.address, table, where), { project, person });
  await insertRows(at, await eventsOfPerson(at, project, person));
}

/**
 * Settles ids that two collectors took with other content, or from a sender of another standing, at the same moment: the
 * first copy stays, the others go and are listed with the rejects, and the rows of those concerned are computed again.
 */
export async function settleConflicts(at: ClickHouseAt, now: number): Promise<number> {
  const copies = await differingCopies(at, now - lookBackMs);
  const byId = Map.groupBy(copies, ({ project, id }) => JSON.stringify([project, id]));
  const concerned = new Map<string, StoredEvent>();
  const rejects: object[] = [];
  for (const [first, ...others] of byId.values())
    for (const other of others) {
      await removeCopy(at, other);
      for (const each of [first, other])
        if (each !== undefined) concerned.set(JSON.stringify([each.project, each.person]), each);
      if (other.hash !== first?.hash) rejects.push({ ...conflictOf(other, now), rank: Number.MAX_SAFE_INTEGER - now });
    }
  for (const { project, person } of concerned.values()) await mendPerson(at, project, person);
  await at.engine.insert("rejects", rejects);
  return byId.size;
}
