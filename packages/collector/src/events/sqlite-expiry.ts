import { setTimeout as rest } from "node:timers/promises";
import type { CommitQueue } from "./commit-queue.ts";
import type { Limits } from "./event-store.ts";
import { latestIn } from "./latest-in.ts";
import { personRows } from "./person-row.ts";
import { progressRows } from "./progress-row.ts";
import { reachRows } from "./reach-row.ts";
import { sayingRows } from "./saying-row.ts";
import { cutParcel } from "./sqlite-parcels.ts";
import type { Prepare } from "./sqlite-statements.ts";

// Deliveries wait while a job runs: each looks at so many rows, or takes so many away, that it is done in some milliseconds.
export const eventsAtOnce = 250;
const rowsAtOnce = 4000;

const overSql =
  "SELECT n, length(ids) / 16 AS count FROM parcels INDEXED BY parcels_at WHERE project=? AND firstAt<? LIMIT ?";

/** Takes some of what is over out, parcel by parcel; says whether there may be more. */
function thinOut(prepare: Prepare, project: string, before: number): boolean {
  const over = prepare(overSql).all(project, before, eventsAtOnce);
  let seen = 0;
  for (const { n, count } of over) {
    if (seen >= eventsAtOnce) return true;
    seen += Number(count);
    cutParcel(prepare, Number(n), before);
  }
  return over.length === eventsAtOnce;
}

/** Many steps in a row would keep the disk for themselves: each is followed by as long a rest as it took. */
async function inSteps(step: () => Promise<boolean>): Promise<void> {
  for (;;) {
    const begin = performance.now();
    if (!(await step())) return;
    await rest(performance.now() - begin);
  }
}

async function expireEvents(prepare: Prepare, queue: CommitQueue, project: string, before: number): Promise<void> {
  await inSteps(() => queue.run(() => thinOut(prepare, project, before)));
}

/** Goes through a project's rows of a table in the order of its key, some at a time. */
async function eachSlice(
  prepare: Prepare,
  queue: CommitQueue,
  table: string,
  key: readonly string[],
  project: string,
  work: (where: string, values: (string | number)[]) => void,
): Promise<void> {
  const names = key.join(",");
  const marks = `(${key.map(() => "?").join(",")})`;
  let from: (string | number)[] | null = null;
  for (;;) {
    const after: string = from === null ? "" : ` AND (${names})>${marks}`;
    const last: Record<string, unknown> | undefined = await queue.run(() => {
      const values = [project, ...(from ?? [])];
      const end = prepare(
        `SELECT ${names} FROM ${table} WHERE project=?${after} ORDER BY ${names} LIMIT 1 OFFSET ${rowsAtOnce - 1}`,
      ).get(...values);
      const until = end === undefined ? "" : ` AND (${names})<=${marks}`;
      work(`project=?${after}${until}`, [...values, ...(Object.values(end ?? {}) as (string | number)[])]);
      return end;
    });
    if (last === undefined) return;
    from = Object.values(last) as (string | number)[];
  }
}

/** Whether nothing else is left of the person of a row; their other rows say nothing any more. */
const gone = (
  table: string,
): string => `NOT EXISTS(SELECT 1 FROM parcels e WHERE e.project=${table}.project AND e.person=${table}.person)
  AND NOT EXISTS(SELECT 1 FROM progress p WHERE p.project=${table}.project AND p.person=${table}.person)`;

async function expireRows(prepare: Prepare, queue: CommitQueue, project: string, before: number): Promise<void> {
  const slices = (kind: { table: string; key: readonly string[] }, over: string, values: number[]): Promise<void> =>
    eachSlice(prepare, queue, kind.table, kind.key.slice(1), project, (where, bounds) => {
      prepare(`DELETE FROM ${kind.table} WHERE ${where} AND ${over}`).run(...bounds, ...values);
    });
  await slices(progressRows, "max(firstAt, coalesce(began, 0), coalesce(completed, 0))<?", [before]);
  await slices(reachRows, "max(coalesce(offered, 0), coalesce(started, 0))<?", [before]);
  await slices(sayingRows, "at<?", [before]);
  await slices(personRows, `firstAt<? AND ${gone("people")}`, [before]);
  await eachSlice(prepare, queue, "states", ["person"], project, (where, bounds) => {
    const silent = prepare(`SELECT person, progress FROM states WHERE ${where} AND ${gone("states")}`).all(...bounds);
    for (const state of silent)
      if (latestIn(String(state.progress)) < before)
        prepare("DELETE FROM states WHERE project=? AND person=?").run(project, String(state.person));
  });
}

/** Drops what a project keeps no longer, in steps small enough that deliveries get their turn in between. */
export async function expireProject(
  prepare: Prepare,
  queue: CommitQueue,
  project: string,
  before: Limits,
): Promise<void> {
  await expireEvents(prepare, queue, project, before.events);
  await queue.run(() => {
    prepare("DELETE FROM arrival_seconds WHERE project=? AND receivedAt<?").run(project, before.events);
    prepare("DELETE FROM rejects WHERE project=? AND at<?").run(project, before.rejects);
  });
  await expireRows(prepare, queue, project, before.progress);
}
