import { type DeliveryFacts, factsOf } from "./delivery-facts.ts";
import type { StoredEvent } from "./stored-event.ts";

/**
 * Events of one person that came together: how they travel to the writing thread, and how they lie in the file. What is the
 * same for all of them is written once, so that an event costs a third of a row of its own, in time and in bytes.
 */
export interface Parcel {
  project: string;
  person: string;
  count: number;
  /** The ids' 16 bytes each, one after the other, in hex. */
  ids: string;
  /** The least and the greatest `at`. */
  firstAt: number;
  lastAt: number;
  /** JSON: `[layout, columns, props]`, see {@link packEvents}. */
  body: string;
  facts: DeliveryFacts;
}

/** What {@link unpackEvents} needs of it. */
export type Packed = Pick<Parcel, "project" | "person" | "ids" | "body">;

/** Most events of a parcel; as many as a delivery may have, and a little more. */
export const parcelEvents = 512;

type Cell = string | number | null;

/** The number of the order below. It is in every file: another order gets another number, and this one stays readable. */
const layout = 1;

/** The columns in the order in which they lie in a body. Written out: a read by a name that varies is many times slower. */
const cells: readonly ((event: StoredEvent) => Cell)[] = [
  (event) => event.type,
  (event) => event.ts,
  (event) => event.at,
  (event) => event.receivedAt,
  (event) => event.skewMs,
  (event) => event.week,
  (event) => event.journey,
  (event) => event.version,
  (event) => event.step,
  (event) => event.subject,
  (event) => event.session,
  (event) => event.seq,
  (event) => event.role,
  (event) => event.verified,
  (event) => event.simulated,
  (event) => event.locale,
  (event) => event.sdk,
  (event) => event.hash,
  (event) => event.derivedFrom,
  (event) => event.sourceId,
];

function column(events: readonly StoredEvent[], cell: (event: StoredEvent) => Cell): string {
  const first = events[0] === undefined ? null : cell(events[0]);
  return JSON.stringify(events.every((event) => cell(event) === first) ? first : events.map(cell));
}

function packRun(events: readonly StoredEvent[], { project, person }: StoredEvent): Parcel {
  let ids = "";
  let firstAt = Number.MAX_SAFE_INTEGER;
  let lastAt = Number.MIN_SAFE_INTEGER;
  let props = "";
  for (const event of events) {
    ids += event.id;
    // JSON already: as it is, without quotes that would have to be written and read again.
    props += props === "" ? event.props : `,${event.props}`;
    if (event.at < firstAt) firstAt = event.at;
    if (event.at > lastAt) lastAt = event.at;
  }
  return {
    project,
    person,
    count: events.length,
    ids: ids.replaceAll("-", ""),
    firstAt,
    lastAt,
    body: `[${layout},[${cells.map((cell) => column(events, cell)).join(",")}],[${props}]]`,
    facts: factsOf(events),
  };
}

/** Packs events in their order: a parcel for each run of one person. A column whose cells are all the same is one cell. */
export function packEvents(events: readonly StoredEvent[]): Parcel[] {
  const parcels: Parcel[] = [];
  let from = 0;
  events.forEach((event, i) => {
    const next = events[i + 1];
    const goes = next?.person === event.person && next.project === event.project && i + 1 - from < parcelEvents;
    if (goes) return;
    parcels.push(packRun(from === 0 && next === undefined ? events : events.slice(from, i + 1), event));
    from = i + 1;
  });
  return parcels;
}

/** The text of a UUID, from the hex of its bytes. */
function uuidAt(hex: string, index: number): string {
  const at = index * 32;
  const part = (from: number, to: number): string => hex.slice(at + from, at + to);
  return `${part(0, 8)}-${part(8, 12)}-${part(12, 16)}-${part(16, 20)}-${part(20, 32)}`;
}

/** The ids of a parcel, in order. */
export function idsIn(hex: string): string[] {
  return Array.from({ length: hex.length / 32 }, (_, i) => uuidAt(hex, i));
}

type Column = (at: number) => Cell;

const columnOf = (cell: Cell | Cell[] | undefined): Column =>
  Array.isArray(cell) ? (at) => cell[at] ?? null : () => cell ?? null;

/** Reads one event by its place, without its props. */
type Reader = (place: number) => StoredEvent;

function readerOf({ project, person, ids }: Packed, packed: readonly (Cell | Cell[])[]): Reader {
  const of = (index: number): Column => columnOf(packed[index]);
  const [type, ts, at, receivedAt, skewMs, week] = [of(0), of(1), of(2), of(3), of(4), of(5)];
  const [journey, version, step, subject, session] = [of(6), of(7), of(8), of(9), of(10)];
  const [seq, role, verified, simulated, locale] = [of(11), of(12), of(13), of(14), of(15)];
  const [sdk, hash, derivedFrom, sourceId] = [of(16), of(17), of(18), of(19)];
  // Written out, so that every event has the same hidden shape: three times as fast as filling one in a loop.
  const read = (i: number): Record<keyof StoredEvent, Cell> => ({
    project,
    id: uuidAt(ids, i),
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
    person,
    role: role(i),
    verified: verified(i),
    simulated: simulated(i),
    locale: locale(i),
    sdk: sdk(i),
    props: "",
    hash: hash(i),
    derivedFrom: derivedFrom(i),
    sourceId: sourceId(i),
  });
  return read as unknown as Reader;
}

type Props = Record<string, unknown>;

function open(packed: Packed): { read: Reader; typeOf: Column; props: Props[] } {
  const [found, columns, props] = JSON.parse(packed.body) as [number, (Cell | Cell[])[], Props[]];
  if (found !== layout) throw new Error(`Events lie in an order that this collector does not know: ${found}.`);
  return { read: readerOf(packed, columns), typeOf: columnOf(columns[0]), props };
}

/** The events again. */
export function unpackEvents(packed: Packed): StoredEvent[] {
  const { read, props } = open(packed);
  return props.map((own, i) => {
    const event = read(i);
    event.props = JSON.stringify(own);
    return event;
  });
}

/** An event without the text of its props, and what stands in them. */
export interface Telling {
  event: StoredEvent;
  props: Props;
}

/** The events of some types. */
export function unpackTelling(packed: Packed, isWanted: (type: string) => boolean): Telling[] {
  const { read, typeOf, props } = open(packed);
  const telling: Telling[] = [];
  props.forEach((own, i) => {
    if (isWanted(String(typeOf(i)))) telling.push({ event: read(i), props: own });
  });
  return telling;
}
