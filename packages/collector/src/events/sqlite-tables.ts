import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite";
import type { Progress } from "@waymark/schema";
import type { Tables } from "./apply-write.ts";
import type { RowKind } from "./row-kind.ts";
import type { StoredEvent } from "./stored-event.ts";

/** The columns of the event table, in order. */
export const eventColumns: readonly (keyof StoredEvent)[] = [
  "project",
  "id",
  "type",
  "ts",
  "at",
  "receivedAt",
  "skewMs",
  "week",
  "journey",
  "version",
  "step",
  "subject",
  "session",
  "seq",
  "person",
  "role",
  "verified",
  "simulated",
  "locale",
  "sdk",
  "props",
  "hash",
  "derivedFrom",
];

/** 16 bytes of a UUID: 20 bytes less per event and index than its text. */
export function uuidBytes(id: string): Uint8Array {
  return Buffer.from(id.replaceAll("-", ""), "hex");
}

/** The text of a UUID's 16 bytes. */
export function uuidText(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes).toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** A row of the event table as an event. */
export function toEvent(row: Record<string, unknown>): StoredEvent {
  return { ...row, id: uuidText(row.id as Uint8Array) } as unknown as StoredEvent;
}

/** Prepares each SQL text once. */
export function statements(db: DatabaseSync): (sql: string) => StatementSync {
  const prepared = new Map<string, StatementSync>();
  return (sql) => {
    const known = prepared.get(sql) ?? db.prepare(sql);
    prepared.set(sql, known);
    return known;
  };
}

const marks = (count: number): string => new Array(count).fill("?").join(",");

const valuesOf = <R extends object>(row: R, names: readonly (keyof R & string)[]): SQLInputValue[] =>
  names.map((name) => row[name] as SQLInputValue);

/** The acts of one transaction over `node:sqlite`. */
export function sqliteTables(prepare: (sql: string) => StatementSync): Tables {
  const insert = `INSERT INTO events(${eventColumns.join(",")}) VALUES(${marks(eventColumns.length)})`;
  return {
    hashOf(project, id) {
      const row = prepare("SELECT hash FROM events WHERE project=? AND id=?").get(project, uuidBytes(id));
      return (row?.hash as string | undefined) ?? null;
    },
    insertEvent(event) {
      const values = eventColumns.map((name) => (name === "id" ? uuidBytes(event.id) : (event[name] as SQLInputValue)));
      prepare(insert).run(...values);
      prepare("INSERT INTO weeks VALUES(?,?) ON CONFLICT DO UPDATE SET first=min(first, excluded.first)").run(
        event.project,
        event.week,
      );
    },
    findRow<R extends object>(kind: RowKind<R>, row: R): R | null {
      const where = kind.key.map((name) => `${name}=?`).join(" AND ");
      const found = prepare(`SELECT * FROM ${kind.table} WHERE ${where}`).get(...valuesOf(row, kind.key));
      return (found as R | undefined) ?? null;
    },
    putRow<R extends object>(kind: RowKind<R>, row: R): void {
      const names = Object.keys(kind.columns) as (keyof R & string)[];
      prepare(`INSERT OR REPLACE INTO ${kind.table}(${names.join(",")}) VALUES(${marks(names.length)})`).run(
        ...valuesOf(row, names),
      );
    },
    progressOf(project, person) {
      const row = prepare("SELECT progress FROM states WHERE project=? AND person=?").get(project, person);
      return row === undefined ? null : (JSON.parse(String(row.progress)) as Progress);
    },
    offeredAt(project, journey, person, verified) {
      const row = prepare("SELECT offered FROM reach WHERE project=? AND journey=? AND person=? AND verified=?").get(
        project,
        journey,
        person,
        verified,
      );
      return (row?.offered as number | null | undefined) ?? null;
    },
    putProgress(project, person, progress) {
      prepare("INSERT OR REPLACE INTO states VALUES(?,?,?)").run(project, person, JSON.stringify(progress));
    },
    insertReject(reject) {
      prepare("INSERT OR IGNORE INTO rejects(project,hash,at,code,path,message,body) VALUES(?,?,?,?,?,?,?)").run(
        reject.project,
        reject.hash,
        reject.at,
        reject.code,
        reject.path,
        reject.message,
        reject.body,
      );
    },
    raiseDropped(project, counter, reason, count) {
      prepare("INSERT INTO dropped VALUES(?,?,?,?) ON CONFLICT DO UPDATE SET count=max(count, excluded.count)").run(
        project,
        uuidBytes(counter),
        reason,
        count,
      );
    },
    countArrivals(project, events, duplicates) {
      for (const event of events)
        prepare(
          `INSERT INTO arrival_types VALUES(?,?,1,?,?) ON CONFLICT DO UPDATE SET count=count+1,
           simulated=simulated+excluded.simulated, lastAt=max(lastAt, excluded.lastAt)`,
        ).run(project, event.type, event.simulated, event.receivedAt);
      if (duplicates > 0)
        prepare("INSERT INTO arrival_duplicates VALUES(?,?) ON CONFLICT DO UPDATE SET count=count+excluded.count").run(
          project,
          duplicates,
        );
    },
  };
}
