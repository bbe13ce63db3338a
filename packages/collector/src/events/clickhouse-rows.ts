import { type PersonRow, personRows } from "./person-row.ts";
import { type ProgressRow, progressRows } from "./progress-row.ts";
import { type ReachRow, reachRows } from "./reach-row.ts";
import { type SayingRow, sayingRows } from "./saying-row.ts";

/** "Not yet", greater than every moment and week, so that the least of two is the one that happened. */
const never = Number.MAX_SAFE_INTEGER;
/** Moment, event id, facts as JSON. Compared in this order, like `earlier`. */
type Fact = [number, string, string];

const toNever = (value: number | null): number => value ?? never;
const fromNever = (value: number): number | null => (value === never ? null : value);

/** A row's own key, and what is left of the rest. */
type KeptProgress = Pick<
  ProgressRow,
  "project" | "journey" | "version" | "person" | "verified" | "subject" | "step" | "attempt" | "simulated"
> & { began: number; beganWeek: number; completedWeek: number; done: Fact; first: Fact };

/** One kind of row in the engine, whose merge is the engine's own: `min` of each column, `max` of `simulated`. */
export interface KeptKind<R extends object, K extends object> {
  table: string;
  /** Columns that name a row: those of its `RowKind`. */
  key: readonly string[];
  least: readonly (keyof K & string)[];
  encode(row: R): K;
  decode(kept: K): R;
}

export const keptProgress: KeptKind<ProgressRow, KeptProgress> = {
  table: progressRows.table,
  key: progressRows.key,
  least: ["began", "beganWeek", "completedWeek", "done", "first"],
  encode({ began, beganWeek, completed, completedId, completedWeek, role, firstAt, firstId, simulated, ...rest }) {
    const { how, helped, failed, activeMs, backtracks, barrier, ...key } = rest;
    const facts = JSON.stringify({ how, helped, failed, activeMs, backtracks, barrier });
    return {
      ...key,
      began: toNever(began),
      beganWeek: toNever(beganWeek),
      completedWeek: toNever(completedWeek),
      done: [toNever(completed), completedId ?? "", facts],
      first: [firstAt, firstId, JSON.stringify(role)],
      simulated,
    };
  },
  decode({ began, beganWeek, completedWeek, done, first, simulated, ...key }) {
    const [completed, completedId, facts] = done;
    const what = JSON.parse(facts) as Pick<
      ProgressRow,
      "how" | "helped" | "failed" | "activeMs" | "backtracks" | "barrier"
    >;
    return {
      ...key,
      ...what,
      began: fromNever(began),
      beganWeek: fromNever(beganWeek),
      completed: fromNever(completed),
      completedId: completed === never ? null : completedId,
      completedWeek: fromNever(completedWeek),
      role: JSON.parse(first[2]) as string | null,
      firstAt: first[0],
      firstId: first[1],
      simulated,
    };
  },
};

type KeptReach = Pick<ReachRow, "project" | "journey" | "person" | "verified" | "simulated"> & {
  offered: number;
  offeredWeek: number;
  started: number;
  startedWeek: number;
  first: Fact;
};

export const keptReach: KeptKind<ReachRow, KeptReach> = {
  table: reachRows.table,
  key: reachRows.key,
  least: ["offered", "offeredWeek", "started", "startedWeek", "first"],
  encode({ offered, offeredWeek, started, startedWeek, role, firstAt, firstId, ...rest }) {
    return {
      ...rest,
      offered: toNever(offered),
      offeredWeek: toNever(offeredWeek),
      started: toNever(started),
      startedWeek: toNever(startedWeek),
      first: [firstAt, firstId, JSON.stringify(role)],
    };
  },
  decode({ offered, offeredWeek, started, startedWeek, first, ...rest }) {
    return {
      ...rest,
      offered: fromNever(offered),
      offeredWeek: fromNever(offeredWeek),
      started: fromNever(started),
      startedWeek: fromNever(startedWeek),
      role: JSON.parse(first[2]) as string | null,
      firstAt: first[0],
      firstId: first[1],
    };
  },
};

type KeptSaying = Omit<SayingRow, "at" | "id" | "score" | "barrier"> & { said: Fact };

export const keptSayings: KeptKind<SayingRow, KeptSaying> = {
  table: sayingRows.table,
  key: sayingRows.key,
  least: ["said"],
  encode: ({ at, id, score, barrier, ...rest }) => ({ ...rest, said: [at, id, JSON.stringify({ score, barrier })] }),
  decode({ said, ...rest }) {
    const [at, id, what] = said;
    return { ...rest, at, id, ...(JSON.parse(what) as Pick<SayingRow, "score" | "barrier">) };
  },
};

type KeptPerson = Pick<PersonRow, "project" | "person" | "verified" | "simulated"> & {
  /** Week, moment, event id, role. */
  first: [number, number, string, string];
};

export const keptPeople: KeptKind<PersonRow, KeptPerson> = {
  table: personRows.table,
  key: personRows.key,
  least: ["first"],
  encode: ({ firstWeek, firstAt, firstId, role, ...rest }) => ({ ...rest, first: [firstWeek, firstAt, firstId, role] }),
  decode({ first, ...rest }) {
    const [firstWeek, firstAt, firstId, role] = first;
    return { ...rest, firstWeek, firstAt, firstId, role };
  },
};

/** Reads rows merged, whatever the engine has merged so far. */
export function mergedRows<R extends object, K extends object>(
  kind: KeptKind<R, K>,
  database: string,
  where: string,
): string {
  const values = [...kind.least.map((name) => `min(${name}) AS ${name}`), "max(simulated) AS simulated"];
  const key = kind.key.join(", ");
  return `SELECT ${key}, ${values.join(", ")} FROM ${database}.${kind.table} WHERE ${where} GROUP BY ${key}`;
}
