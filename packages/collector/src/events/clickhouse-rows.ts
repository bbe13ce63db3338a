import type { PersonRow } from "./person-row.ts";
import type { ProgressRow } from "./progress-row.ts";
import type { ReachRow } from "./reach-row.ts";
import type { SayingRow } from "./saying-row.ts";

/** "Not yet", greater than every moment and week, so that the least of two is the one that happened. */
const never = Number.MAX_SAFE_INTEGER;
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

interface KeptSaying {
  project: string;
  journey: string;
  version: number;
  person: string;
  verified: 0 | 1;
  step: string;
  kind: string;
  week: number;
  said: Fact;
  simulated: 0 | 1;
}

export const keptSayings: KeptKind<SayingRow, KeptSaying> = {
  table: "sayings",
  key: ["project", "journey", "version", "person", "verified", "step", "kind", "week"],
  least: ["said"],
  encode: ({ at, id, score, barrier, ...rest }) => ({ ...rest, said: [at, id, JSON.stringify({ score, barrier })] }),
  decode({ said, ...rest }) {
    const [at, id, what] = said;
    return { ...rest, at, id, ...(JSON.parse(what) as Pick<SayingRow, "score" | "barrier">) };
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
