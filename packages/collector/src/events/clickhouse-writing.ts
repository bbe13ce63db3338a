import type { Progress } from "@waymark/schema";
import { joinState, stateOf } from "../control/states.ts";
import type { ControlDb } from "../control/tables.ts";
import { deletion } from "./clickhouse-ddl.ts";
import { encodeEvent, wellFormed } from "./clickhouse-events.ts";
import { type ClickHouseAt, findEvents, offersOf } from "./clickhouse-reading.ts";
import { keptPeople, keptProgress, keptReach, keptSayings } from "./clickhouse-rows.ts";
import type { Derived, Known, Write } from "./event-store.ts";
import { gatherRows } from "./gather-rows.ts";
import { type StoredEvent, type StoredReject, shortHash } from "./stored-event.ts";

/** What writes go to: the engine, and control data for what must be merged in a transaction. */
export interface ClickHouseSite extends ClickHouseAt {
  control: ControlDb;
}

/** What one group of deliveries adds up to. */
interface Block {
  /** New events, and what was derived from them. */
  events: StoredEvent[];
  /** Stored copies of what came again: their rows are written once more, in case a crash came between the two. */
  again: StoredEvent[];
  rejects: StoredReject[];
  dropped: { project: string; counter: string; reason: string; count: number }[];
  progress: { project: string; person: string; progress: Progress }[];
  /** Rejects that were mended: they go once their event is there. */
  settled: { project: string; hash: string }[];
}

const emptyBlock = (): Block => ({ events: [], again: [], rejects: [], dropped: [], progress: [], settled: [] });

const keyOf = (project: string, id: string): string => `${id} ${project}`;
const personKey = (project: string, person: string): string => `${person} ${project}`;

/** Other content under a known id, listed with the rejects: the sender was answered before anybody could know. */
export function conflictOf(event: StoredEvent, at: number): StoredReject {
  return {
    project: event.project,
    hash: shortHash(`conflict\n${event.id}\n${event.hash}`),
    at,
    code: "conflict",
    path: "$.id",
    message: `An event ${event.id} with other content came first and stays.`,
    body: "{}",
  };
}

/** What is known of the events of a group before it is written. */
interface Lookup {
  stored: Map<string, StoredEvent>;
  /** Stored events by the source they were derived from. */
  derivedFrom: Map<string, StoredEvent[]>;
  states: Map<string, Progress | null>;
  offers: Map<string, Awaited<ReturnType<typeof offersOf>>>;
}

const byProject = (writes: readonly Write[]): Map<string, Write[]> =>
  Map.groupBy(
    writes.filter(({ events }) => events.length > 0),
    ({ project }) => project,
  );

async function lookUp(site: ClickHouseSite, writes: readonly Write[]): Promise<Lookup> {
  const lookup: Lookup = { stored: new Map(), derivedFrom: new Map(), states: new Map(), offers: new Map() };
  for (const [project, own] of byProject(writes)) {
    const ids = new Set(own.flatMap(({ events }) => events.map(({ id }) => id)));
    for (const event of await findEvents(site, project, [...ids])) lookup.stored.set(keyOf(project, event.id), event);
    const deriving = own.filter(({ derive }) => derive !== undefined).flatMap(({ events }) => events);
    if (deriving.length === 0) continue;
    const persons = [...new Set(deriving.map(({ person }) => person))];
    lookup.offers.set(project, await offersOf(site, project, persons));
    for (const person of persons)
      lookup.states.set(personKey(project, person), await stateOf(site.control, project, person));
    const known = deriving.filter(({ id }) => lookup.stored.has(keyOf(project, id)));
    const sources = known.filter(({ type }) => type.startsWith("host.")).map(({ id }) => id);
    for (const event of await findEvents(site, project, sources, true)) {
      const key = keyOf(project, event.derivedFrom ?? "");
      lookup.derivedFrom.set(key, [...(lookup.derivedFrom.get(key) ?? []), event]);
    }
  }
  return lookup;
}

function knownIn(lookup: Lookup, project: string): Known {
  return {
    progressOf: (person) => lookup.states.get(personKey(project, person)) ?? null,
    offeredAt: (person, verified, journey) => lookup.offers.get(project)?.(journey, person, verified) ?? null,
  };
}

/** Keeps what was derived, for this group's later deliveries too. */
function takeProgress(block: Block, lookup: Lookup, project: string, derived: Derived): void {
  for (const { person, progress } of derived.progress) {
    lookup.states.set(personKey(project, person), progress);
    block.progress.push({ project, person, progress });
  }
}

/** What was derived from events that came again: their rows, and their progress where a crash kept it from being merged. */
function healDerived(block: Block, lookup: Lookup, write: Write, again: readonly StoredEvent[]): void {
  const stored = again.flatMap(({ id }) => lookup.derivedFrom.get(keyOf(write.project, id)) ?? []);
  if (stored.length === 0 || write.derive === undefined) return;
  block.again.push(...stored);
  const ids = new Set(stored.map(({ id }) => id));
  const derived = write.derive(again, knownIn(lookup, write.project));
  // Only what really was derived then: an old event must not complete what was opened again since.
  if (derived.events.length > 0 && derived.events.every(({ id }) => ids.has(id)))
    takeProgress(block, lookup, write.project, derived);
}

function addWrite(block: Block, lookup: Lookup, write: Write, now: number): void {
  const fresh: StoredEvent[] = [];
  const again: StoredEvent[] = [];
  for (const [index, sent] of write.events.entries()) {
    const event = wellFormed(sent);
    const key = keyOf(write.project, event.id);
    const known = lookup.stored.get(key);
    const mended = write.settles?.[index];
    if (mended !== undefined && (known ?? event).hash === event.hash)
      block.settled.push({ project: write.project, hash: mended });
    if (known === undefined) fresh.push(event);
    else if (known.hash === event.hash) again.push(known);
    else block.rejects.push(conflictOf(event, now));
    if (known === undefined) lookup.stored.set(key, event);
  }
  // Before the derivation, which may fail: what this delivery added to the lookup is taken out again by it.
  block.events.push(...fresh);
  const derived = write.derive?.(fresh, knownIn(lookup, write.project)) ?? { events: [], progress: [] };
  block.events.push(...derived.events);
  block.again.push(...again);
  takeProgress(block, lookup, write.project, derived);
  healDerived(block, lookup, write, again);
  block.rejects.push(...write.rejects.map(wellFormed));
  const { counter, reasons } = write.dropped ?? { counter: "", reasons: {} };
  for (const [reason, count] of Object.entries(reasons))
    block.dropped.push({ project: write.project, counter, reason, count });
}

/** Writes rows that say what some events say. Writing them again changes nothing. */
export async function insertRows({ engine }: ClickHouseAt, events: readonly StoredEvent[]): Promise<void> {
  const rows = gatherRows(events);
  await engine.insert(keptProgress.table, rows.progress.map(keptProgress.encode));
  await engine.insert(keptReach.table, rows.reach.map(keptReach.encode));
  await engine.insert(keptSayings.table, rows.sayings.map(keptSayings.encode));
  await engine.insert(keptPeople.table, rows.people.map(keptPeople.encode));
}

/** The earlier a reject came, the higher: the first one stays. */
const encodeReject = (reject: StoredReject): object => ({ ...reject, rank: Number.MAX_SAFE_INTEGER - reject.at });

// Events come first: rows without their event would count what nobody can export or erase. What follows is written again by
// the replay of whoever was not answered.
async function insertAll(site: ClickHouseSite, block: Block): Promise<void> {
  await site.engine.insert("events", block.events.map(encodeEvent));
  await insertRows(site, [...block.events, ...block.again]);
  await site.engine.insert("rejects", block.rejects.map(encodeReject));
  await site.engine.insert("dropped", block.dropped);
  for (const { project, person, progress } of block.progress) await joinState(site.control, project, person, progress);
  for (const [project, own] of Map.groupBy(block.settled, (each) => each.project)) {
    const where = "project = {project:String} AND hash IN {hashes:Array(String)}";
    const hashes = own.map(({ hash }) => hash);
    await site.engine.everywhere(deletion(site.address, "rejects", where), { project, hashes });
  }
}

/** Makes a group of deliveries durable; gives those that cannot be taken, each with its reason. */
export async function writeGroup(
  site: ClickHouseSite,
  writes: readonly Write[],
  now: number,
): Promise<ReadonlyMap<Write, unknown>> {
  const lookup = await lookUp(site, writes);
  const block = emptyBlock();
  const refused = new Map<Write, unknown>();
  for (const write of writes) {
    const own = emptyBlock();
    try {
      addWrite(own, lookup, write, now);
    } catch (error) {
      for (const { id } of own.events) lookup.stored.delete(keyOf(write.project, id));
      refused.set(write, error);
      continue;
    }
    for (const key of Object.keys(block) as (keyof Block)[]) (block[key] as unknown[]).push(...own[key]);
  }
  await insertAll(site, block);
  return refused;
}
