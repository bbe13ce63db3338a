import type { StatementSync } from "node:sqlite";
import type { Progress } from "@waymark/schema";
import type { PersonData } from "./event-store.ts";
import { personRows } from "./person-row.ts";
import { progressRows } from "./progress-row.ts";
import { reachRows } from "./reach-row.ts";
import { toEvent } from "./sqlite-tables.ts";

type Prepare = (sql: string) => StatementSync;

// Named with their indexes: by itself SQLite goes through all of a project's rows, since the key begins with it.
const { table: progress } = progressRows;
const { table: reach } = reachRows;
const ofPerson: Readonly<Record<string, string>> = {
  [progress]: `${progress} INDEXED BY ${progress}_person`,
  [reach]: `${reach} INDEXED BY ${reach}_person`,
  [personRows.table]: personRows.table,
  states: "states",
  rejects: "rejects INDEXED BY rejects_person",
};

/** All that is kept of a person under any of their codes. */
export function personOf(prepare: Prepare, project: string, people: readonly string[]): PersonData {
  const rows = <R>(table: string): R[] =>
    people.flatMap(
      (person) => prepare(`SELECT * FROM ${ofPerson[table]} WHERE project=? AND person=?`).all(project, person) as R[],
    );
  return {
    events: people.flatMap((person) =>
      prepare("SELECT * FROM events INDEXED BY events_person WHERE project=? AND person=? ORDER BY id")
        .all(project, person)
        .map(toEvent),
    ),
    progress: rows<{ progress: string }>("states").map(({ progress }) => JSON.parse(progress) as Progress),
    rows: { progress: rows(progressRows.table), reach: rows(reachRows.table), people: rows(personRows.table) },
    rejects: rows("rejects"),
  };
}

/** Erases people inside a transaction, what was refused of theirs too; gives how many events went. */
export function erasePeople(prepare: Prepare, project: string, people: readonly string[]): number {
  let count = 0;
  for (const person of people) {
    count += Number(
      prepare("DELETE FROM events INDEXED BY events_person WHERE project=? AND person=?").run(project, person).changes,
    );
    for (const table of Object.values(ofPerson))
      prepare(`DELETE FROM ${table} WHERE project=? AND person=?`).run(project, person);
  }
  return count;
}
