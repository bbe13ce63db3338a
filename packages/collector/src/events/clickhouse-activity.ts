import type { Activity } from "./activity.ts";
import type { ClickHouseAt } from "./clickhouse-reading.ts";
import { keptPeople, keptProgress, keptReach, mergedRows } from "./clickhouse-rows.ts";

const verified = "project = {project:String} AND verified = 1";
const ofJourney = `${verified} AND journey = {journey:String}`;
const role = "tupleElement(first, 4)";
const within = (week: string): string => `${week} BETWEEN {from:Int64} AND {to:Int64}`;

/** How many verified people, none of them simulated, were seen in each role. */
export async function headsOf({ engine, address }: ClickHouseAt, project: string): Promise<Record<string, number>> {
  const rows = await engine.rows<{ role: string; people: number }>(
    `SELECT ${role} AS role, count() AS people FROM (${mergedRows(keptPeople, address.database, verified)})
     WHERE simulated = 0 GROUP BY role`,
    { project },
  );
  return Object.fromEntries(rows.map(({ role, people }) => [role, Number(people)]));
}

async function activeIn({ engine, address }: ClickHouseAt, project: string, asked: Activity): Promise<number> {
  const { journey, step, from, to, roles } = asked;
  const { database } = address;
  const own = step === null ? ofJourney : `${ofJourney} AND step = {step:String}`;
  const reached = `UNION ALL SELECT person, 0, 1 FROM (${mergedRows(keptReach, database, ofJourney)})
    WHERE simulated = 0 AND (${within("offeredWeek")} OR ${within("startedWeek")})`;
  // No IN over a second distributed table, which the engine refuses: who is both is found by one grouping.
  const [row] = await engine.rows<{ people: number }>(
    `SELECT count() AS people FROM (SELECT person FROM (
       SELECT person, 1 AS member, 0 AS did FROM (${mergedRows(keptPeople, database, verified)})
         WHERE simulated = 0 AND has({roles:Array(String)}, ${role})
       UNION ALL SELECT person, 0, 1 FROM (${mergedRows(keptProgress, database, own)})
         WHERE simulated = 0 AND (${within("beganWeek")} OR ${within("completedWeek")})
       ${step === null ? reached : ""}
     ) GROUP BY person HAVING max(member) = 1 AND max(did) = 1)`,
    { project, journey, step: step ?? "", from, to, roles: [...roles] },
  );
  return Number(row?.people ?? 0);
}

/** How many of them did something of each activity. One question at a time: each goes over a journey's rows. */
export async function activeOf(at: ClickHouseAt, project: string, asked: readonly Activity[]): Promise<number[]> {
  const counts: number[] = [];
  for (const each of asked) counts.push(await activeIn(at, project, each));
  return counts;
}
