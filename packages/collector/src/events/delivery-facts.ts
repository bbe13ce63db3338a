import { foldRows } from "./fold-rows.ts";
import { type PersonRow, personRowOf, personRows } from "./person-row.ts";
import { isOfAttempt } from "./progress-row.ts";
import { isOfReach } from "./reach-row.ts";
import { isSaying } from "./saying-row.ts";
import type { StoredEvent } from "./stored-event.ts";

/** How many events of a type there are. */
export interface TypeCount {
  type: string;
  count: number;
  simulated: number;
  /** The last arrival, Unix ms. */
  lastAt: number;
}

/** What is kept of new events beside themselves, as far as it needs no look into their props. */
export interface DeliveryFacts {
  count: number;
  /** When they arrived, Unix ms; 0 where there are none. */
  receivedAt: number;
  /** The earliest week they count in. */
  week: number;
  types: TypeCount[];
  people: PersonRow[];
  /** Whether any of them says something about an attempt, about reach or of a step. */
  tells: boolean;
}

const noFacts: DeliveryFacts = {
  count: 0,
  receivedAt: 0,
  week: Number.MAX_SAFE_INTEGER,
  types: [],
  people: [],
  tells: false,
};

function addCount(types: Map<string, TypeCount>, { type, count, simulated, lastAt }: TypeCount): void {
  const known = types.get(type);
  if (known === undefined) types.set(type, { type, count, simulated, lastAt });
  else {
    known.count += count;
    known.simulated += simulated;
    known.lastAt = Math.max(known.lastAt, lastAt);
  }
}

function saysLess(event: StoredEvent, known: PersonRow): boolean {
  if (event.person !== known.person || event.project !== known.project) return false;
  if (event.verified !== known.verified || event.simulated !== known.simulated) return false;
  if (event.week !== known.firstWeek) return event.week > known.firstWeek;
  return event.at > known.firstAt;
}

/** A delivery is of one person in one role mostly: their earliest event alone becomes a row. */
function peopleIn(events: readonly StoredEvent[]): PersonRow[] {
  const rows: PersonRow[] = [];
  let last: PersonRow | null = null;
  for (const event of events) {
    if (event.role === null) continue;
    // What comes later under the same standing says nothing new.
    const known: PersonRow | null = last;
    if (known !== null && saysLess(event, known)) continue;
    last = personRowOf(event);
    if (last !== null) rows.push(last);
  }
  return rows.length < 2 ? rows : foldRows(personRows, rows, (row) => row);
}

/** The facts of some events. */
export function factsOf(events: readonly StoredEvent[]): DeliveryFacts {
  const types = new Map<string, TypeCount>();
  let { week, tells } = noFacts;
  for (const { type, simulated, receivedAt, week: own } of events) {
    addCount(types, { type, count: 1, simulated, lastAt: receivedAt });
    if (own < week) week = own;
  }
  for (const type of types.keys()) tells ||= isOfAttempt(type) || isOfReach(type) || isSaying(type);
  const receivedAt = events[0]?.receivedAt ?? 0;
  return { count: events.length, receivedAt, week, types: [...types.values()], people: peopleIn(events), tells };
}

/** The facts of all. */
export function mergeFacts(all: readonly DeliveryFacts[]): DeliveryFacts {
  const [first = noFacts, ...others] = all;
  if (others.length === 0) return first;
  const types = new Map<string, TypeCount>();
  for (const facts of all) for (const each of facts.types) addCount(types, each);
  return {
    count: all.reduce((sum, { count }) => sum + count, 0),
    receivedAt: first.receivedAt,
    week: Math.min(...all.map(({ week }) => week)),
    types: [...types.values()],
    people: foldRows(
      personRows,
      all.flatMap(({ people }) => people),
      (row) => row,
    ),
    tells: all.some(({ tells }) => tells),
  };
}
