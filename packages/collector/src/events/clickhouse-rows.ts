import type { PersonRow } from "./person-row.ts";
import { barrierKey, type ProgressRow } from "./progress-row.ts";
import type { ReachRow } from "./reach-row.ts";

/** "Not yet", greater than every moment and week, so that the least of two is the one that happened. */
export const never: number = Number.MAX_SAFE_INTEGER;
/** Sorts after every barrier. */
export const unhindered: string = "~";
/** Moment, event id, facts as JSON. Compared in this order, like `earlier`. */
type Fact = [number, string, string];

const toNever = (value: number | null): number => value ?? never;
const fromNever = (value: number): number | null => (value === never ? null : value);

interface KeptProgress {
  project: string;
  journey: string;
  version: number;
  person: string;
  verified: 0 | 1;
  subject: string;
  step: string;
  attempt: number;
  began: number;
  beganWeek: number;
  completedWeek: number;
  done: Fact;
  /** The barrier before those it beats ({@link barrierKey}), and the first week of one. */
  hindered: string;
  hinderedWeek: number;
  first: Fact;
  simulated: 0 | 1;
}

/** One kind of row in the engine, whose merge is the engine's own: `min` of each column, `max` of `simulated`. */
export interface KeptKind<R extends object, K extends object> {
  table: string;
  /** Columns that name a row. */
  key: readonly (keyof K & string)[];
  least: readonly (keyof K & string)[];
  encode(row: R): K;
  decode(kept: K): R;
}

export const keptProgress: KeptKind<ProgressRow, KeptProgress> = {
  table: "progress",
  key: ["project", "journey", "version", "person", "verified", "subject", "step", "attempt"],
  least: ["began", "beganWeek", "completedWeek", "done", "hindered", "hinderedWeek", "first"],
  encode({ began, beganWeek, completed, completedId, completedWeek, role, firstAt, firstId, simulated, ...rest }) {
    const { how, helped, failed, activeMs, backtracks, barrier, barrierWeek, ...key } = rest;
    const facts = JSON.stringify({ how, helped, failed, activeMs, backtracks });
    return {
      ...key,
      began: toNever(began),
      beganWeek: toNever(beganWeek),
      completedWeek: toNever(completedWeek),
      done: [toNever(completed), completedId ?? "", facts],
      hindered: barrier === null ? unhindered : barrierKey(barrier),
      hinderedWeek: toNever(barrierWeek),
      first: [firstAt, firstId, JSON.stringify(role)],
      simulated,
    };
  },
  decode({ began, beganWeek, completedWeek, done, hindered, hinderedWeek, first, simulated, ...key }) {
    const [completed, completedId, facts] = done;
    // Before the second version a barrier was one of the facts of a completion.
    const { barrier: before = null, ...what } = JSON.parse(facts) as Pick<
      ProgressRow,
      "how" | "helped" | "failed" | "activeMs" | "backtracks"
    > & { barrier?: string | null };
    const keys = [hindered, before === null ? unhindered : barrierKey(before)].sort();
    const barrier = keys[0] === undefined || keys[0] === unhindered ? null : keys[0].slice(1);
    const weeks = [hinderedWeek, before === null ? never : completedWeek];
    return {
      ...key,
      ...what,
      began: fromNever(began),
      beganWeek: fromNever(beganWeek),
      completed: fromNever(completed),
      completedId: completed === never ? null : completedId,
      completedWeek: fromNever(completedWeek),
      barrier,
      barrierWeek: fromNever(Math.min(...weeks)),
      role: JSON.parse(first[2]) as string | null,
      firstAt: first[0],
      firstId: first[1],
      simulated,
    };
  },
};

interface KeptReach {
  project: string;
  journey: string;
  person: string;
  verified: 0 | 1;
  offered: number;
  offeredWeek: number;
  started: number;
  startedWeek: number;
  first: Fact;
  simulated: 0 | 1;
}

export const keptReach: KeptKind<ReachRow, KeptReach> = {
  table: "reach",
  key: ["project", "journey", "person", "verified"],
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

interface KeptPerson {
  project: string;
  person: string;
  verified: 0 | 1;
  /** Week, moment, event id, role. */
  first: [number, number, string, string];
  simulated: 0 | 1;
}

export const keptPeople: KeptKind<PersonRow, KeptPerson> = {
  table: "people",
  key: ["project", "person", "verified"],
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
