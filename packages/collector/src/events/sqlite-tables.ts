import type { SQLInputValue } from "node:sqlite";
import type { Progress } from "@waymark/schema";
import type { Tables } from "./apply-write.ts";
import { arrivalSecond } from "./arrivals.ts";
import type { Outcome } from "./event-store.ts";
import { packEvents } from "./parcel.ts";
import type { RowKind } from "./row-kind.ts";
import { insertParcel, uuidBytes } from "./sqlite-parcels.ts";
import type { Prepare } from "./sqlite-statements.ts";

const marks = (count: number): string => new Array(count).fill("?").join(",");

const valuesOf = <R extends object>(row: R, names: readonly string[]): SQLInputValue[] =>
  names.map((name) => row[name as keyof R] as SQLInputValue);

interface RowSql {
  insert: string;
  find: string;
  replace: string;
  columns: readonly string[];
  others: readonly string[];
}

/** The texts of one kind of row, made once: a text that is put together each time is hashed each time. */
function rowSql<R extends object>(kind: RowKind<R>): RowSql {
  const columns: readonly string[] = Object.keys(kind.columns);
  const others = columns.filter((name) => !kind.key.some((each) => each === name));
  const where = kind.key.map((name) => `${name}=?`).join(" AND ");
  return {
    columns,
    others,
    insert: `INSERT INTO ${kind.table}(${columns.join(",")}) VALUES(${marks(columns.length)}) ON CONFLICT DO NOTHING`,
    find: `SELECT * FROM ${kind.table} WHERE ${where}`,
    // The key stays, so that no index of it is touched.
    replace: `UPDATE ${kind.table} SET ${others.map((name) => `${name}=?`).join(",")} WHERE ${where}`,
  };
}

const rowSqls = new Map<string, RowSql>();

function sqlOf<R extends object>(kind: RowKind<R>): RowSql {
  const known = rowSqls.get(kind.table) ?? rowSql(kind);
  rowSqls.set(kind.table, known);
  return known;
}

/** A person's merged progress, or `null`. */
export function progressIn(prepare: Prepare, project: string, person: string): Progress | null {
  const row = prepare("SELECT progress FROM states WHERE project=? AND person=?").get(project, person);
  return row === undefined ? null : (JSON.parse(String(row.progress)) as Progress);
}

type RowActs = Pick<Tables, "insertRow" | "findRow" | "replaceRow">;

function rowActs(prepare: Prepare): RowActs {
  return {
    insertRow<R extends object>(kind: RowKind<R>, row: R): boolean {
      const { insert, columns } = sqlOf(kind);
      return Number(prepare(insert).run(...valuesOf(row, columns)).changes) === 1;
    },
    findRow<R extends object>(kind: RowKind<R>, row: R): R | null {
      return (prepare(sqlOf(kind).find).get(...valuesOf(row, kind.key)) as R | undefined) ?? null;
    },
    replaceRow<R extends object>(kind: RowKind<R>, row: R): void {
      const { replace, others } = sqlOf(kind);
      prepare(replace).run(...valuesOf(row, others), ...valuesOf(row, kind.key));
    },
  };
}

const rejectSql =
  "INSERT OR IGNORE INTO rejects(project,hash,at,code,path,message,body,person,sender) VALUES(?,?,?,?,?,?,?,?,?)";

type RejectActs = Pick<Tables, "insertReject" | "dropReject" | "raiseDropped">;

function rejectActs(prepare: Prepare): RejectActs {
  return {
    insertReject({ project, hash, at, code, path, message, body, person = null, sender = null }) {
      prepare(rejectSql).run(project, hash, at, code, path, message, body, person, sender);
    },
    dropReject(project, hash) {
      prepare("DELETE FROM rejects WHERE project=? AND hash=?").run(project, hash);
    },
    raiseDropped(project, counter, reason, count) {
      prepare("INSERT INTO dropped VALUES(?,?,?,?) ON CONFLICT DO UPDATE SET count=max(count, excluded.count)").run(
        project,
        uuidBytes(counter),
        reason,
        count,
      );
    },
  };
}

const typeSql = `INSERT INTO arrival_types VALUES(?,?,?,?,?) ON CONFLICT DO UPDATE SET count=count+excluded.count,
  simulated=simulated+excluded.simulated, lastAt=max(lastAt, excluded.lastAt)`;
const secondSql = "INSERT INTO arrival_seconds VALUES(?,?,?) ON CONFLICT DO UPDATE SET count=count+excluded.count";

/** The live page asks for half an hour; what is older goes now and then. */
const secondsKeptMs = 3_600_000;
const pruneEvery = 1000;

/** The live page's counts: once a delivery, in its transaction, so that a replay counts nothing. */
function countArrivals(prepare: Prepare): Tables["countArrivals"] {
  let deliveries = 0;
  return (project, { types, receivedAt, count }, duplicates) => {
    for (const { type, count: own, simulated, lastAt } of types)
      prepare(typeSql).run(project, type, own, simulated, lastAt);
    if (count > 0) prepare(secondSql).run(project, arrivalSecond(receivedAt), count);
    deliveries += 1;
    if (count > 0 && deliveries % pruneEvery === 0)
      prepare("DELETE FROM arrival_seconds WHERE project=? AND receivedAt<?").run(project, receivedAt - secondsKeptMs);
    if (duplicates > 0)
      prepare("INSERT INTO arrival_duplicates VALUES(?,?) ON CONFLICT DO UPDATE SET count=count+excluded.count").run(
        project,
        duplicates,
      );
  };
}

function insertEvents(prepare: Prepare): Tables["insertEvents"] {
  return (delivery) => {
    const { parcels = packEvents(delivery.events) } = delivery;
    const all: Outcome[] = [];
    let from = 0;
    let known = false;
    for (const parcel of parcels) {
      const start = from;
      from += parcel.count;
      const told = insertParcel(prepare, parcel, () => delivery.events.slice(start, start + parcel.count));
      if (told === "all new") for (let i = 0; i < parcel.count; i += 1) all.push("accepted");
      else {
        known = true;
        all.push(...told);
      }
    }
    return known ? all : "all new";
  };
}

/** The acts of one transaction over `node:sqlite`. */
export function sqliteTables(prepare: Prepare): Tables {
  return {
    ...rowActs(prepare),
    ...rejectActs(prepare),
    insertEvents: insertEvents(prepare),
    countArrivals: countArrivals(prepare),
    progressOf: (project, person) => progressIn(prepare, project, person),
    offeredAt(project, journey, person, verified) {
      const row = prepare("SELECT offered FROM reach WHERE project=? AND journey=? AND person=? AND verified=?").get(
        project,
        journey,
        person,
        verified,
      );
      return (row?.offered as number | null | undefined) ?? null;
    },
    lowerFirstWeek(project, week) {
      prepare(
        "INSERT INTO weeks VALUES(?,?) ON CONFLICT DO UPDATE SET first=excluded.first WHERE excluded.first<first",
      ).run(project, week);
    },
    putProgress(project, person, progress) {
      prepare("INSERT OR REPLACE INTO states VALUES(?,?,?)").run(project, person, JSON.stringify(progress));
    },
  };
}
