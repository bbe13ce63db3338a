import type { AttemptRow } from "../blocks/attempts.ts";
import type { Saying } from "../blocks/gap-cells.ts";
import type { Reached } from "../blocks/reached.ts";
import type { FreezeRows } from "../freezing/compute-snapshots.ts";
import { type ArrivalCounts, arrivalsReport, minuteMs, recentMinutes } from "./arrivals.ts";
import type { EventStore } from "./event-store.ts";
import { type PersonRow, personRows } from "./person-row.ts";
import { progressRows } from "./progress-row.ts";
import { reachRows } from "./reach-row.ts";
import type { RowKind } from "./row-kind.ts";
import { type SayingRow, sayingRows } from "./saying-row.ts";
import { sqliteActivity } from "./sqlite-activity.ts";
import { eventsAfter } from "./sqlite-parcels.ts";
import { personOf } from "./sqlite-person.ts";
import type { Prepare } from "./sqlite-statements.ts";
import { progressIn } from "./sqlite-tables.ts";
import type { StoredReject } from "./stored-event.ts";
import { targetDaysOf } from "./target-days.ts";

/** What asks and changes nothing: it can run beside the writer. */
export type Reads = Pick<
  EventStore,
  | "progressOf"
  | "rows"
  | "heads"
  | "targets"
  | "active"
  | "firstWeek"
  | "events"
  | "arrivals"
  | "rejects"
  | "reject"
  | "personOf"
>;

function arrivalCounts(prepare: Prepare, project: string, now: number): ArrivalCounts {
  const duplicates = prepare("SELECT count FROM arrival_duplicates WHERE project=?").get(project);
  return {
    types: prepare("SELECT type, count, simulated, lastAt FROM arrival_types WHERE project=?").all(
      project,
    ) as unknown as ArrivalCounts["types"],
    duplicates: Number(duplicates?.count ?? 0),
    dropped: prepare(
      "SELECT reason, sum(count) AS count FROM dropped WHERE project=? GROUP BY reason ORDER BY reason",
    ).all(project) as unknown as ArrivalCounts["dropped"],
    rejected: Number(prepare("SELECT count(*) AS count FROM rejects WHERE project=?").get(project)?.count ?? 0),
    rejects: prepare("SELECT * FROM rejects WHERE project=? ORDER BY at DESC LIMIT 20").all(
      project,
    ) as unknown as StoredReject[],
    recent: prepare("SELECT receivedAt, count FROM arrival_seconds WHERE project=? AND receivedAt>?").all(
      project,
      now - recentMinutes * minuteMs,
    ) as unknown as ArrivalCounts["recent"],
  };
}

const attemptsSql = `SELECT person, version, step, beganWeek, helped, failed, activeMs, backtracks, barrier, began,
  completed, completedWeek, how, simulated FROM progress WHERE project=? AND journey=? AND verified=1`;
const sayingsSql = `SELECT person, version, step, kind, at, week, score, barrier, simulated FROM sayings
  WHERE project=? AND journey=? AND verified=1 AND week>=?`;
const targetsSql = `SELECT journey, version, step, kind, barrier, min(at) AS at, 0 AS simulated FROM sayings
  WHERE project=? AND simulated=0 AND kind BETWEEN 'found.' AND 'lost.9' GROUP BY journey, version, step, kind, at/86400000`;
const reachSql =
  "SELECT person, offered, offeredWeek, started, startedWeek FROM reach WHERE project=? AND journey=? AND verified=1";

/** What a freeze asks for, journey by journey: it grows with people and steps, however many events there are. */
export function freezeRowsIn(prepare: Prepare, project: string): FreezeRows {
  return {
    people: prepare("SELECT * FROM people WHERE project=?").all(project) as unknown as PersonRow[],
    progressOf: (journey) => prepare(attemptsSql).all(project, journey) as unknown as AttemptRow[],
    reachOf: (journey) => prepare(reachSql).all(project, journey) as unknown as Reached[],
    sayingsOf: (journey, fromWeek = 0) => prepare(sayingsSql).all(project, journey, fromWeek) as unknown as Saying[],
  };
}

/** The asking half of a store in SQLite. */
export function sqliteReads(prepare: Prepare): Reads {
  const allRows = <R extends object>(kind: RowKind<R>, project: string): R[] =>
    prepare(`SELECT * FROM ${kind.table} WHERE project=?`).all(project) as R[];
  return {
    ...sqliteActivity(prepare),
    progressOf: async (project, person) => progressIn(prepare, project, person),
    rows: async (project) => ({
      progress: allRows(progressRows, project),
      reach: allRows(reachRows, project),
      sayings: allRows(sayingRows, project),
      people: allRows(personRows, project),
    }),
    targets: async (project) => targetDaysOf(prepare(targetsSql).all(project) as unknown as SayingRow[]),
    personOf: async (project, people) => personOf(prepare, project, people),
    firstWeek: async (project) => {
      const row = prepare("SELECT first FROM weeks WHERE project=?").get(project);
      return row === undefined ? null : Number(row.first);
    },
    events: async (project, after, limit, since) => eventsAfter(prepare, project, { after, limit, since }),
    arrivals: async (project, now) => arrivalsReport(arrivalCounts(prepare, project, now), now),
    rejects: async (project, after, limit) =>
      prepare("SELECT * FROM rejects WHERE project=? AND hash>? ORDER BY hash LIMIT ?").all(
        project,
        after ?? "",
        limit,
      ) as unknown as StoredReject[],
    reject: async (project, hash) =>
      (prepare("SELECT * FROM rejects WHERE project=? AND hash=?").get(project, hash) as unknown as StoredReject) ??
      null,
  };
}
