import type { Write } from "./event-store.ts";
import { eventColumns } from "./sqlite-tables.ts";
import type { StoredEvent } from "./stored-event.ts";

/** A delivery as it goes to another thread: everything but its `derive`, which stays where it was made. */
export interface PackedWrite {
  project: string;
  /** See {@link packEvents}. */
  events: string;
  rejects: Write["rejects"];
  dropped: Write["dropped"];
  settles: Write["settles"];
  /** Whether the sender wants to be asked. */
  derives: boolean;
}

type Cell = string | number | null;

/**
 * Events column by column, as JSON: a column that is the same for all is written once. Measured per event: 0.9 us there and
 * back, against 2.4 us for the objects themselves.
 */
export function packEvents(events: readonly StoredEvent[]): string {
  const columns = eventColumns.map((name) => {
    const first = events[0]?.[name];
    for (const event of events) if (event[name] !== first) return events.map((each) => each[name]);
    return first;
  });
  return JSON.stringify([events.length, columns]);
}

type Column = (at: number) => Cell;

const columnOf = (cell: Cell | Cell[] | undefined): Column =>
  Array.isArray(cell) ? (at) => cell[at] ?? null : () => cell ?? null;

/** The events again. */
export function unpackEvents(text: string): StoredEvent[] {
  const [count, cells] = JSON.parse(text) as [number, (Cell | Cell[])[]];
  const of = (name: keyof StoredEvent): Column => columnOf(cells[eventColumns.indexOf(name)]);
  const [project, id, type, ts] = [of("project"), of("id"), of("type"), of("ts")];
  const [at, receivedAt, skewMs, week] = [of("at"), of("receivedAt"), of("skewMs"), of("week")];
  const [journey, version, step, subject] = [of("journey"), of("version"), of("step"), of("subject")];
  const [session, seq, person, role] = [of("session"), of("seq"), of("person"), of("role")];
  const [verified, simulated, locale, sdk] = [of("verified"), of("simulated"), of("locale"), of("sdk")];
  const [props, hash, derivedFrom, sourceId] = [of("props"), of("hash"), of("derivedFrom"), of("sourceId")];
  // Written out, so that every event has the same hidden shape: three times as fast as filling one in a loop.
  const eventAt = (i: number): Record<keyof StoredEvent, Cell> => ({
    project: project(i),
    id: id(i),
    type: type(i),
    ts: ts(i),
    at: at(i),
    receivedAt: receivedAt(i),
    skewMs: skewMs(i),
    week: week(i),
    journey: journey(i),
    version: version(i),
    step: step(i),
    subject: subject(i),
    session: session(i),
    seq: seq(i),
    person: person(i),
    role: role(i),
    verified: verified(i),
    simulated: simulated(i),
    locale: locale(i),
    sdk: sdk(i),
    props: props(i),
    hash: hash(i),
    derivedFrom: derivedFrom(i),
    sourceId: sourceId(i),
  });
  return Array.from({ length: count }, (_, i) => eventAt(i) as StoredEvent);
}
