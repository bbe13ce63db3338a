import type { ArrivalsReport } from "@waymark/schema";
import { type ArrivalCounts, arrivalsReport, minuteMs, recentMinutes } from "./arrivals.ts";
import type { ClickHouseAt } from "./clickhouse-reading.ts";

const recentOf = (seconds: readonly { second: number; count: number }[]): ArrivalCounts["recent"] =>
  seconds.map(({ second, count }) => ({ receivedAt: second, count }));

/** Live numbers of operation, exact whatever has been merged: distinct ids, highest counts. */
export async function arrivalsOf(at: ClickHouseAt, project: string, now: number): Promise<ArrivalsReport> {
  const { engine, address } = at;
  const ask = <T>(sql: string): Promise<T[]> => engine.rows<T>(sql, { project, since: now - recentMinutes * minuteMs });
  const events = `FROM ${address.database}.events WHERE project = {project:String} AND derivedFrom IS NULL`;
  const rejects = `FROM ${address.database}.rejects FINAL WHERE project = {project:String}`;
  const [types, dropped, rejected, latest, recent] = await Promise.all([
    ask<ArrivalCounts["types"][number]>(
      `SELECT type, uniqExact(id) AS count, uniqExactIf(id, simulated = 1) AS simulated, max(receivedAt) AS lastAt
       ${events} GROUP BY type`,
    ),
    ask<ArrivalCounts["dropped"][number]>(
      `SELECT reason, sum(highest) AS count FROM (SELECT counter, reason, max(count) AS highest
       FROM ${address.database}.dropped WHERE project = {project:String} GROUP BY counter, reason)
       GROUP BY reason ORDER BY reason`,
    ),
    ask<{ count: number }>(`SELECT count() AS count ${rejects}`),
    ask<ArrivalCounts["rejects"][number]>(
      `SELECT project, hash, at, code, path, message, body, person, sender ${rejects} ORDER BY at DESC LIMIT 20`,
    ),
    ask<{ second: number; count: number }>(
      `SELECT intDiv(receivedAt, 1000) * 1000 AS second, uniqExact(id) AS count ${events} AND receivedAt > {since:Int64}
       GROUP BY second`,
    ),
  ]);
  const counts = {
    types,
    dropped,
    rejected: rejected[0]?.count ?? 0,
    rejects: latest,
    recent: recentOf(recent),
    duplicates: null,
  };
  return arrivalsReport(counts, now);
}
