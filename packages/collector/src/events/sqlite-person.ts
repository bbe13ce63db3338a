import type { Progress } from "@waymark/schema";
import type { CommitQueue } from "./commit-queue.ts";
import type { Limits, PersonData } from "./event-store.ts";
import { latestIn } from "./latest-in.ts";
import { personRows } from "./person-row.ts";
import { progressRows } from "./progress-row.ts";
import { reachRows } from "./reach-row.ts";
import { cutParcel, deleteParcel, eventsIn, type ParcelRow } from "./sqlite-parcels.ts";
import type { Prepare } from "./sqlite-statements.ts";
import type { StoredEvent } from "./stored-event.ts";

const tables = [progressRows.table, reachRows.table, personRows.table, "states", "rejects"];

const parcelsOf = (prepare: Prepare, project: string, person: string): ParcelRow[] =>
  prepare("SELECT * FROM parcels INDEXED BY parcels_person WHERE project=? AND person=? ORDER BY n").all(
    project,
    person,
  ) as unknown as ParcelRow[];

/** A person's events in the order in which they came. */
export function eventsOf(prepare: Prepare, project: string, person: string): StoredEvent[] {
  return parcelsOf(prepare, project, person).flatMap(eventsIn);
}

/** All that is kept of a person under any of their codes. */
export function personOf(prepare: Prepare, project: string, people: readonly string[]): PersonData {
  const rows = <R>(table: string): R[] =>
    people.flatMap(
      (person) => prepare(`SELECT * FROM ${table} WHERE project=? AND person=?`).all(project, person) as R[],
    );
  return {
    events: people.flatMap((person) => eventsOf(prepare, project, person).sort((a, b) => (a.id < b.id ? -1 : 1))),
    progress: rows<{ progress: string }>("states").map(({ progress }) => JSON.parse(progress) as Progress),
    rows: { progress: rows(progressRows.table), reach: rows(reachRows.table), people: rows(personRows.table) },
    rejects: rows("rejects"),
  };
}

/** Erases people inside a transaction, what was refused of theirs too; gives how many events went. */
export function erasePeople(prepare: Prepare, project: string, people: readonly string[]): number {
  let count = 0;
  for (const person of people) {
    for (const parcel of parcelsOf(prepare, project, person)) {
      deleteParcel(prepare, parcel);
      count += parcel.ids.length / 16;
    }
    for (const table of tables) prepare(`DELETE FROM ${table} WHERE project=? AND person=?`).run(project, person);
  }
  return count;
}

/** Parcels taken out or cut in one transaction, so that deliveries get their turn in between. */
const parcelsAtOnce = 20;

/** Takes some of what is over out; says whether there may be more. */
function thinOut(prepare: Prepare, project: string, before: number): boolean {
  const over = prepare("SELECT * FROM parcels INDEXED BY parcels_at WHERE project=? AND firstAt<? LIMIT ?").all(
    project,
    before,
    parcelsAtOnce,
  ) as unknown as ParcelRow[];
  for (const parcel of over)
    if (parcel.lastAt < before) deleteParcel(prepare, parcel);
    else cutParcel(prepare, parcel, before);
  return over.length === parcelsAtOnce;
}

async function expireEvents(prepare: Prepare, queue: CommitQueue, project: string, before: number): Promise<void> {
  while (await queue.run(() => thinOut(prepare, project, before)));
}

/** People of whom no event and no progress row is left; their other rows say nothing any more. */
const gone = (
  table: string,
): string => `NOT EXISTS(SELECT 1 FROM parcels e WHERE e.project=${table}.project AND e.person=${table}.person)
  AND NOT EXISTS(SELECT 1 FROM progress p WHERE p.project=${table}.project AND p.person=${table}.person)`;

function expireRows(prepare: Prepare, project: string, { events, progress, rejects }: Limits): void {
  prepare("DELETE FROM arrival_seconds WHERE project=? AND receivedAt<?").run(project, events);
  prepare("DELETE FROM rejects WHERE project=? AND at<?").run(project, rejects);
  prepare("DELETE FROM progress WHERE project=? AND max(firstAt, coalesce(began, 0), coalesce(completed, 0))<?").run(
    project,
    progress,
  );
  prepare("DELETE FROM reach WHERE project=? AND max(coalesce(offered, 0), coalesce(started, 0))<?").run(
    project,
    progress,
  );
  prepare(`DELETE FROM people WHERE project=? AND firstAt<? AND ${gone("people")}`).run(project, progress);
  const silent = prepare(`SELECT person, progress FROM states WHERE project=? AND ${gone("states")}`).all(project);
  for (const state of silent)
    if (latestIn(String(state.progress)) < progress)
      prepare("DELETE FROM states WHERE project=? AND person=?").run(project, String(state.person));
}

/** Drops what a project keeps no longer. */
export async function expireProject(
  prepare: Prepare,
  queue: CommitQueue,
  project: string,
  before: Limits,
): Promise<void> {
  await expireEvents(prepare, queue, project, before.events);
  await queue.run(() => expireRows(prepare, project, before));
}
