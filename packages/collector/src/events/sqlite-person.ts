import type { Progress } from "@waymark/schema";
import type { PersonData } from "./event-store.ts";
import { personRows } from "./person-row.ts";
import { progressRows } from "./progress-row.ts";
import { reachRows } from "./reach-row.ts";
import { sayingRows } from "./saying-row.ts";
import { deleteParcel, eventsIn, type ParcelRow } from "./sqlite-parcels.ts";
import type { Prepare } from "./sqlite-statements.ts";
import type { StoredEvent } from "./stored-event.ts";

// Named with their indexes: by itself SQLite goes through all of a project's rows, since the key begins with it.
const { table: progress } = progressRows;
const { table: reach } = reachRows;
const { table: sayings } = sayingRows;
/** Tables that hold something of a person, each with the index it is found by. */
export const ofPerson: Readonly<Record<string, string>> = {
  [progress]: `${progress} INDEXED BY ${progress}_person`,
  [reach]: `${reach} INDEXED BY ${reach}_person`,
  [sayings]: `${sayings} INDEXED BY ${sayings}_person`,
  [personRows.table]: personRows.table,
  states: "states",
  rejects: "rejects INDEXED BY rejects_person",
};

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
      (person) => prepare(`SELECT * FROM ${ofPerson[table]} WHERE project=? AND person=?`).all(project, person) as R[],
    );
  return {
    events: people.flatMap((person) => eventsOf(prepare, project, person).sort((a, b) => (a.id < b.id ? -1 : 1))),
    progress: rows<{ progress: string }>("states").map(({ progress }) => JSON.parse(progress) as Progress),
    rows: {
      progress: rows(progressRows.table),
      reach: rows(reachRows.table),
      sayings: rows(sayings),
      people: rows(personRows.table),
    },
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
    for (const table of Object.values(ofPerson))
      prepare(`DELETE FROM ${table} WHERE project=? AND person=?`).run(project, person);
  }
  return count;
}
