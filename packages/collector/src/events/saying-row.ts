import { earlier, type RowKind } from "./row-kind.ts";
import type { StoredEvent } from "./stored-event.ts";

/**
 * What is told of somebody and a step beside doing it: how easy it was, or what stood in the way; and, of a journey as a whole
 * (`step` is empty), that it was offered or held back and that its value was reached. One of each kind a week, the first: that
 * is how often it is asked, and as fine as anything is published.
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

/** What is kept of a step, and what of a whole journey, by type of event. */
const kinds: Readonly<Record<string, string>> = { "step.rated": "ease", "step.barrier": "barrier" };
const kindsOfTrial: Readonly<Record<string, string>> = {
  "journey.offered": "offered",
  "journey.held": "held",
  "journey.valued": "valued",
};

/** Whether events of a type are sayings. */
export function isSaying(type: string): boolean {
  return type in kinds || type in kindsOfTrial;
}

/**
 * What one event says, or `null`.
 *
 * @param known - Its props, where somebody has read them already.
 */
export function sayingRowOf(event: StoredEvent, known?: Record<string, unknown>): SayingRow | null {
  const ofStep = kinds[event.type];
  const kind = ofStep ?? kindsOfTrial[event.type];
  const step = ofStep === undefined ? "" : event.step;
  if (event.journey === null || step === null || kind === undefined) return null;
  const { score, barrier } = known ?? (JSON.parse(event.props) as Record<string, unknown>);
  const { project, journey, person, verified, week, at, id, simulated } = event;
  return {
    ...{ project, journey, version: event.version ?? 0, person, verified, step },
    ...{ kind, week, at, id },
    score: typeof score === "number" ? score : null,
    barrier: typeof barrier === "string" ? barrier : null,
    simulated,
  };
}
