import { eraseState, mergeState, stateOf } from "../control/states.ts";
import type { ControlDb } from "../control/tables.ts";
import { CollectorError } from "../errors.ts";
import type { Logger } from "../world.ts";
import { type ClickHouseAddress, parseClickHouseAddress } from "./clickhouse-address.ts";
import { arrivalsOf } from "./clickhouse-arrivals.ts";
import { connectClickHouse, isOurFault } from "./clickhouse-client.ts";
import { clickHouseSchema, clickHouseSchemaVersion, deletion, localName, rowTables } from "./clickhouse-ddl.ts";
import { eventsAfter, firstWeekOf, rowsOf } from "./clickhouse-reading.ts";
import { settleConflicts } from "./clickhouse-settling.ts";
import { type ClickHouseSite, insertRows, writeGroup } from "./clickhouse-writing.ts";
import type { EventStore, Write } from "./event-store.ts";
import { createGatheringQueue } from "./gathering-queue.ts";

/** What the adapter is made from. */
export interface ClickHouseStoreOptions {
  /** `clickhouse://user:password@host:8123/waymark`, see `parseClickHouseAddress`. */
  url: string;
  /** Progress is merged there. */
  control: ControlDb;
  /** Hears what the engine says where it fails. */
  logger: Logger;
  /** Unix ms. */
  now?: (() => number) | undefined;
}

/** What this adapter can do beyond the port. */
export interface ClickHouseEventStore extends EventStore {
  /** Removes a person's events, rows and progress for good; resolves when no query can find them. */
  erase(project: string, person: string): Promise<void>;
  /** Removes events of before a moment. */
  expire(project: string, before: number): Promise<void>;
  /** Finds ids that came with other content at the same moment elsewhere, keeps the first copy and mends its rows. Gives how many. */
  settleConflicts(): Promise<number>;
}

async function openSchema(site: Omit<ClickHouseSite, "control">, now: number): Promise<void> {
  const { engine, address } = site;
  for (const statement of clickHouseSchema(address)) await engine.everywhere(statement);
  const [row] = await engine.rows<{ found: number }>(
    `SELECT max(version) AS found FROM ${address.database}.migrations`,
  );
  const found = row?.found ?? 0;
  const version = clickHouseSchemaVersion;
  if (found > version) throw new CollectorError("store_newer", { file: address.database, found, version });
  if (found < version) await engine.insert("migrations", [{ version, at: now }]);
}

async function remove(
  { engine, address }: ClickHouseSite,
  tables: readonly string[],
  where: string,
  params: Record<string, unknown>,
): Promise<void> {
  for (const table of tables) await engine.everywhere(deletion(address, table, where), params);
}

async function rebuild(site: ClickHouseSite, project: string): Promise<void> {
  await remove(site, rowTables, "project = {project:String}", { project });
  let last: string | null = null;
  for (;;) {
    const page = await eventsAfter(site, project, last, 10_000);
    await insertRows(site, page);
    last = page.at(-1)?.id ?? null;
    if (last === null) return;
  }
}

/** Rejects that first came before a moment, with the later copies that are not merged away yet. */
const rejectsBefore = (address: ClickHouseAddress): string =>
  `(project, hash) IN (SELECT project, hash FROM ${address.database}.${localName(address, "rejects")}
   GROUP BY project, hash HAVING min(at) < {before:Int64})`;

/** A write that touches every shard: each of them takes one of these rows. */
const probeRows = (at: number): object[] => Array.from({ length: 16 }, (_, id) => ({ id, at }));

/**
 * Keeps events in ClickHouse, on one server or many. Deliveries are gathered into large blocks; an answer waits for its
 * block. Fails with `store_address`, `store_client`, `store_newer`, or `cannot_keep` where the engine cannot be reached.
 */
export async function createClickHouseEventStore(options: ClickHouseStoreOptions): Promise<ClickHouseEventStore> {
  const { control, now = Date.now } = options;
  const address: ClickHouseAddress = parseClickHouseAddress(options.url);
  const engine = await connectClickHouse(address, options.logger);
  const site: ClickHouseSite = { engine, address, control };
  try {
    await openSchema(site, now());
  } catch (error) {
    await engine.close();
    throw error;
  }
  const queue = createGatheringQueue<Write>({
    lingerMs: address.lingerMs,
    enough: 1000,
    most: 4000,
    mostWaiting: 20_000,
    write: (writes) => writeGroup(site, writes, now()),
    isFault: isOurFault,
  });
  return {
    capabilities: { outcomes: "none", conflicts: "later" },
    async append(write) {
      await queue.run(write, write.events.length + write.rejects.length);
      return null;
    },
    progressOf: (project, person) => stateOf(control, project, person),
    mergeProgress: (project, person, merge) => mergeState(control, project, person, merge),
    rows: (project) => rowsOf(site, project),
    firstWeek: (project) => firstWeekOf(site, project),
    events: (project, after, limit) => eventsAfter(site, project, after, limit),
    arrivals: (project, at) => arrivalsOf(site, project, at),
    async rebuild(project) {
      await queue.settle();
      await rebuild(site, project);
    },
    async settle() {
      await queue.settle();
      await settleConflicts(site, now());
    },
    expireRejects: (before) => remove(site, ["rejects"], rejectsBefore(address), { before }),
    health: () => engine.insert("probe", probeRows(now())),
    async close() {
      await queue.close();
      await engine.close();
    },
    async erase(project, person) {
      await queue.settle();
      const where = "project = {project:String} AND person = {person:String}";
      await remove(site, ["events", ...rowTables], where, { project, person });
      await eraseState(control, project, person);
    },
    expire: (project, before) =>
      remove(site, ["events"], "project = {project:String} AND at < {before:Int64}", { project, before }),
    settleConflicts: () => settleConflicts(site, now()),
  };
}
