import type { StatementSync } from "node:sqlite";
import { setTimeout as rest } from "node:timers/promises";
import type { CommitQueue } from "./commit-queue.ts";
import type { Limits } from "./event-store.ts";
import { latestIn } from "./latest-in.ts";
import { personRows } from "./person-row.ts";
import { progressRows } from "./progress-row.ts";
import { reachRows } from "./reach-row.ts";
import { fullWindows, noteWindow, unknownWindows, windowRows, windowsFrom } from "./sqlite-windows.ts";

type Prepare = (sql: string) => StatementSync;

// Deliveries wait while a job runs: each looks at so many rows, or takes so many away, that it is done in some milliseconds.
export const eventsAtOnce = 250;
const rowsAtOnce = 4000;
const windowsAtOnce = 500;

/** Takes some of what is over out of a window; says whether there may be more. */
function thinOut(prepare: Prepare, window: number, project: string, before: number): boolean {
  const { changes } = prepare(
    `DELETE FROM events WHERE rowid IN (SELECT rowid FROM events NOT INDEXED
       WHERE rowid>? AND rowid<=? AND project=? AND at<? LIMIT ${eventsAtOnce})`,
  ).run(window * windowRows, (window + 1) * windowRows, project, before);
  return Number(changes) === eventsAtOnce;
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
  const full = fullWindows(prepare);
  for (let from = 0; from < full; from += windowsAtOnce) {
    const until = Math.min(full, from + windowsAtOnce);
    for (const window of await queue.run(() => unknownWindows(prepare, from, until)))
      await queue.run(() => noteWindow(prepare, window));
  }
  // The open one is looked through each time.
  for (const window of [...windowsFrom(prepare, project, before), full]) {
    await inSteps(() => queue.run(() => thinOut(prepare, window, project, before)));
    await queue.run(() => noteWindow(prepare, window));
  }
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
): string => `NOT EXISTS(SELECT 1 FROM events e WHERE e.project=${table}.project AND e.person=${table}.person)
  AND NOT EXISTS(SELECT 1 FROM progress p WHERE p.project=${table}.project AND p.person=${table}.person)`;

async function expireRows(prepare: Prepare, queue: CommitQueue, project: string, before: number): Promise<void> {
  const slices = (kind: { table: string; key: readonly string[] }, over: string, values: number[]): Promise<void> =>
    eachSlice(prepare, queue, kind.table, kind.key.slice(1), project, (where, bounds) => {
      prepare(`DELETE FROM ${kind.table} WHERE ${where} AND ${over}`).run(...bounds, ...values);
    });
  await slices(progressRows, "max(firstAt, coalesce(began, 0), coalesce(completed, 0))<?", [before]);
  await slices(reachRows, "max(coalesce(offered, 0), coalesce(started, 0))<?", [before]);
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
