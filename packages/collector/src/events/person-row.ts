import type { RowKind } from "./row-kind.ts";
import type { StoredEvent } from "./stored-event.ts";

/**
 * A person who was seen with a role. The first role counts for good: the group a person counts in cannot change once its
 * week is frozen, because later events always fall into later weeks.
 */
export interface PersonRow {
  project: string;
  person: string;
  verified: 0 | 1;
  role: string;
  firstWeek: number;
  firstAt: number;
  firstId: string;
  simulated: 0 | 1;
}

function isFirst(a: PersonRow, b: PersonRow): boolean {
  if (a.firstWeek !== b.firstWeek) return a.firstWeek < b.firstWeek;
  if (a.firstAt !== b.firstAt) return a.firstAt < b.firstAt;
  return a.firstId <= b.firstId;
}

export const personRows: RowKind<PersonRow> = {
  table: "people",
  key: ["project", "person", "verified"],
  columns: {
    project: "TEXT",
    person: "TEXT",
    verified: "INTEGER",
    role: "TEXT",
    firstWeek: "INTEGER",
    firstAt: "INTEGER",
    firstId: "TEXT",
    simulated: "INTEGER",
  },
  merge(a, b) {
    return { ...(isFirst(a, b) ? a : b), simulated: a.simulated || b.simulated ? 1 : 0 };
  },
};

/** That the sender of this event exists in a role, or `null` where no role is known. */
export function personRowOf(event: StoredEvent): PersonRow | null {
  if (event.role === null) return null;
  return {
    project: event.project,
    person: event.person,
    verified: event.verified,
    role: event.role,
    firstWeek: event.week,
    firstAt: event.at,
    firstId: event.id,
    simulated: event.simulated,
  };
}
