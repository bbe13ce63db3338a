import { earlier, type RowKind } from "./row-kind.ts";
import type { StoredEvent } from "./stored-event.ts";

/**
 * What somebody said of a step beside doing it: how easy it was, or what stood in the way. One of each kind a week, the
 * first: that is how often it is asked. What stood in the way of an attempt is of a kind of its own.
 */
export interface SayingRow {
  project: string;
  journey: string;
  version: number;
  person: string;
  verified: 0 | 1;
  step: string;
  kind: string;
  /** The week it counts in. */
  week: number;
  at: number;
  id: string;
  /** 1 to 7, of kind `ease`. */
  score: number | null;
  /** A code, of kind `barrier`. */
  barrier: string | null;
  simulated: 0 | 1;
}

export const sayingRows: RowKind<SayingRow> = {
  table: "sayings",
  key: ["project", "journey", "version", "person", "verified", "step", "kind", "week"],
  columns: {
    project: "TEXT",
    journey: "TEXT",
    version: "INTEGER",
    person: "TEXT",
    verified: "INTEGER",
    step: "TEXT",
    kind: "TEXT",
    week: "INTEGER",
    at: "INTEGER",
    id: "TEXT",
    score: "INTEGER",
    barrier: "TEXT",
    simulated: "INTEGER",
  },
  merge(a, b) {
    return { ...(earlier(a.at, a.id, b.at, b.id) ? a : b), simulated: a.simulated || b.simulated ? 1 : 0 };
  },
};

/**
 * What stood in the way of one attempt on one record, told by however many devices: the kind says which, so that they can
 * be told from those of another attempt. Devices that name no attempt say `barrier` alone.
 */
const barrierOf = (subject: string, attempt: unknown): string =>
  typeof attempt === "number" ? `barrier ${attempt} ${subject}` : "barrier";

/** Of what several devices told of one attempt, in whatever weeks, the first; all else stays. */
export function joinAttempts<S extends Pick<SayingRow, "person" | "version" | "step" | "at" | "kind">>(
  sayings: readonly S[],
): S[] {
  const first = new Map<string, S>();
  const keyOf = ({ person, version, step, kind }: S): string => JSON.stringify([person, version, step, kind]);
  const isJoined = ({ kind }: S): boolean => kind.startsWith("barrier ");
  for (const each of sayings.filter(isJoined)) {
    const before = first.get(keyOf(each));
    if (before === undefined || each.at < before.at) first.set(keyOf(each), each);
  }
  return sayings.filter((each) => !isJoined(each) || first.get(keyOf(each)) === each);
}

/** Whether events of a type are sayings. */
export function isSaying(type: string): boolean {
  return type === "step.rated" || type === "step.barrier";
}

/**
 * What one event says, or `null`.
 *
 * @param known - Its props, where somebody has read them already.
 */
export function sayingRowOf(event: StoredEvent, known?: Record<string, unknown>): SayingRow | null {
  if (event.journey === null || event.step === null || !isSaying(event.type)) return null;
  const { score, barrier, attempt } = known ?? (JSON.parse(event.props) as Record<string, unknown>);
  const { project, journey, step, person, verified, week, at, id, simulated, subject } = event;
  return {
    ...{ project, journey, version: event.version ?? 0, person, verified, step },
    kind: event.type === "step.rated" ? "ease" : barrierOf(subject, attempt),
    ...{ week, at, id },
    score: typeof score === "number" ? score : null,
    barrier: typeof barrier === "string" ? barrier : null,
    simulated,
  };
}
