import { earlier, least, type RowKind } from "./row-kind.ts";
import type { StoredEvent } from "./stored-event.ts";

/** Whether a journey reached a person: when it was first offered and first begun. */
export interface ReachRow {
  project: string;
  journey: string;
  person: string;
  verified: 0 | 1;
  offered: number | null;
  offeredWeek: number | null;
  started: number | null;
  startedWeek: number | null;
  role: string | null;
  firstAt: number;
  firstId: string;
  simulated: 0 | 1;
}

export const reachRows: RowKind<ReachRow> = {
  table: "reach",
  key: ["project", "journey", "person", "verified"],
  columns: {
    project: "TEXT",
    journey: "TEXT",
    person: "TEXT",
    verified: "INTEGER",
    offered: "INTEGER",
    offeredWeek: "INTEGER",
    started: "INTEGER",
    startedWeek: "INTEGER",
    role: "TEXT",
    firstAt: "INTEGER",
    firstId: "TEXT",
    simulated: "INTEGER",
  },
  merge(a, b) {
    const first = earlier(a.firstAt, a.firstId, b.firstAt, b.firstId) ? a : b;
    return {
      ...first,
      offered: least(a.offered, b.offered),
      offeredWeek: least(a.offeredWeek, b.offeredWeek),
      started: least(a.started, b.started),
      startedWeek: least(a.startedWeek, b.startedWeek),
      simulated: a.simulated || b.simulated ? 1 : 0,
    };
  },
};

/** Whether events of a type say something about reach. */
export function isOfReach(type: string): boolean {
  return type === "journey.offered" || type === "journey.started";
}

/** What one event says about reach, or `null` when it says nothing. */
export function reachRowOf(event: StoredEvent): ReachRow | null {
  if (event.journey === null || !isOfReach(event.type)) return null;
  const offered = event.type === "journey.offered";
  return {
    project: event.project,
    journey: event.journey,
    person: event.person,
    verified: event.verified,
    offered: offered ? event.at : null,
    offeredWeek: offered ? event.week : null,
    started: offered ? null : event.at,
    startedWeek: offered ? null : event.week,
    role: event.role,
    firstAt: event.at,
    firstId: event.id,
    simulated: event.simulated,
  };
}
