import { eraseState, statesOf } from "../control/states.ts";
import { deletion, localName, rowTables } from "./clickhouse-ddl.ts";
import type { ClickHouseSite } from "./clickhouse-writing.ts";
import type { Limits } from "./event-store.ts";
import { latestIn } from "./latest-in.ts";

/** Removes rows of a table for good, on every server. Where there are none, nothing is rewritten. */
export async function remove(
  { engine, address }: ClickHouseSite,
  table: string,
  where: string,
  params: Record<string, unknown>,
): Promise<void> {
  const any = await engine.rows(`SELECT 1 FROM ${address.database}.${table} WHERE ${where} LIMIT 1`, params);
  if (any.length > 0) await engine.everywhere(deletion(address, table, where), params);
}

/** Erases people; gives how many events went. */
export async function erasePeople(site: ClickHouseSite, project: string, people: readonly string[]): Promise<number> {
  const { engine, address, control } = site;
  const where = "project = {project:String} AND person IN {people:Array(String)}";
  const params = { project, people: [...people] };
  const [row] = await engine.rows<{ count: number }>(
    `SELECT uniqExact(id) AS count FROM ${address.database}.events WHERE ${where}`,
    params,
  );
  for (const table of ["events", ...rowTables, "rejects"]) await remove(site, table, where, params);
  for (const person of people) await eraseState(control, project, person);
  return row?.count ?? 0;
}

const never = Number.MAX_SAFE_INTEGER;
const happened = (column: string): string => `if(min(${column}) = ${never}, 0, min(${column}))`;

/** Keys of rows whose merged value is over. A row's parts lie on one server, so each looks at its own. */
function overIn(site: ClickHouseSite, table: string, key: string, latest: string): string {
  const local = `${site.address.database}.${localName(site.address, table)}`;
  return `project = {project:String} AND (${key}) IN (SELECT ${key} FROM ${local} WHERE project = {project:String}
    GROUP BY ${key} HAVING ${latest} < {before:Int64})`;
}

/** Of these people, those of whom there is still an event or a progress row. */
async function peopleLeft(site: ClickHouseSite, project: string, people: readonly string[]): Promise<Set<string>> {
  const { engine, address } = site;
  const where = "WHERE project = {project:String} AND person IN {people:Array(String)}";
  const rows = await engine.rows<{ person: string }>(
    `SELECT DISTINCT person FROM ${address.database}.events ${where}
     UNION DISTINCT SELECT DISTINCT person FROM ${address.database}.progress ${where}`,
    { project, people: [...people] },
  );
  return new Set(rows.map(({ person }) => person));
}

async function expireStates(site: ClickHouseSite, project: string, before: number): Promise<void> {
  const over = (await statesOf(site.control, project)).filter(({ progress }) => latestIn(progress) < before);
  for (let from = 0; from < over.length; from += 500) {
    const people = over.slice(from, from + 500).map(({ person }) => person);
    const left = await peopleLeft(site, project, people);
    for (const person of people) if (!left.has(person)) await eraseState(site.control, project, person);
  }
}

/** Drops what a project keeps no longer. */
export async function expireProject(site: ClickHouseSite, project: string, before: Limits): Promise<void> {
  const { events, progress, rejects } = before;
  const database = site.address.database;
  const local = (table: string): string => `${database}.${localName(site.address, table)}`;
  await remove(site, "events", "project = {project:String} AND at < {before:Int64}", { project, before: events });
  await remove(site, "rejects", overIn(site, "rejects", "project, hash", "min(at)"), { project, before: rejects });
  const progressKey = "project, journey, version, person, verified, subject, step, attempt";
  const progressAt = `greatest(tupleElement(min(first), 1), ${happened("began")},
    if(tupleElement(min(done), 1) = ${never}, 0, tupleElement(min(done), 1)))`;
  const limit = { project, before: progress };
  await remove(site, "progress", overIn(site, "progress", progressKey, progressAt), limit);
  const reachAt = `greatest(${happened("offered")}, ${happened("started")})`;
  await remove(site, "reach", overIn(site, "reach", "project, journey, person, verified", reachAt), limit);
  const sayingKey = "project, journey, version, person, verified, step, kind, week";
  await remove(site, "sayings", overIn(site, "sayings", sayingKey, "tupleElement(min(said), 1)"), limit);
  const gone = `person NOT IN (SELECT person FROM ${local("events")} WHERE project = {project:String})
    AND person NOT IN (SELECT person FROM ${local("progress")} WHERE project = {project:String})`;
  const people = overIn(site, "people", "project, person, verified", "tupleElement(min(first), 2)");
  await remove(site, "people", `${people} AND ${gone}`, limit);
  await expireStates(site, project, progress);
}
