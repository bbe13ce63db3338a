import { mergeState, stateOf } from "../control/states.ts";
import type { ControlDb } from "../control/tables.ts";
import { CollectorError } from "../errors.ts";
import type { FreezeJob } from "../freezing/compute-snapshots.ts";
import type { Logger } from "../world.ts";
import { activeOf, headsOf } from "./clickhouse-activity.ts";
import { type ClickHouseAddress, parseClickHouseAddress } from "./clickhouse-address.ts";
import { arrivalsOf } from "./clickhouse-arrivals.ts";
import { connectClickHouse } from "./clickhouse-client.ts";
import { clickHouseSchema, clickHouseSchemaVersion, rowTables } from "./clickhouse-ddl.ts";
import { erasePeople, expireProject, remove } from "./clickhouse-forgetting.ts";
import { engineFreezingThread } from "./clickhouse-freezing.ts";
import {
  eventsAfter,
  findEvents,
  firstWeekOf,
  personRowsOf,
  rejectOf,
  rejectsAfter,
  rowsOf,
  targetsOf,
} from "./clickhouse-reading.ts";
import { settleConflicts } from "./clickhouse-settling.ts";
import { type ClickHouseSite, insertRows, writeGroup } from "./clickhouse-writing.ts";
import type { EventStore, Write } from "./event-store.ts";
import { createGatheringQueue } from "./gathering-queue.ts";
import { withHash } from "./stored-event.ts";

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
  /** Which of these events are there. */
  known(project: string, ids: readonly string[]): Promise<Set<string>>;
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

async function rebuild(site: ClickHouseSite, project: string, told: (share: number) => void): Promise<void> {
  const { engine, address } = site;
  const [row] = await engine.rows<{ all: number }>(
    `SELECT count() AS all FROM ${address.database}.events WHERE project = {project:String}`,
    { project },
  );
  // Copies that the engine has not merged yet are counted too: the share may end below 1, and is 1 at the end all the same.
  const all = Math.max(1, Number(row?.all ?? 0));
  let done = 0;
  for (const table of rowTables) await remove(site, table, "project = {project:String}", { project });
  let last: string | null = null;
  for (;;) {
    const page = await eventsAfter(site, project, last, 10_000);
    await insertRows(site, page);
    last = page.at(-1)?.id ?? null;
    done += page.length;
    told(last === null ? 1 : Math.min(done / all, 1));
    if (last === null) return;
  }
}

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
    // What the engine cannot do now it cannot do for each by itself either.
    isFault: (error) => !(error instanceof CollectorError),
  });
  const freezing = engineFreezingThread(options.url, options.logger);
  return {
    capabilities: { outcomes: "none", conflicts: "later" },
    ...(freezing === null ? {} : { freeze: (job: FreezeJob) => freezing.freeze(job) }),
    async append(write) {
      // It cannot compare with what is kept: the hash of every event has to be there.
      const hashed: Write = { ...write, events: write.events.map(withHash) };
      await queue.run(hashed, write.events.length + write.rejects.length);
      return null;
    },
    progressOf: (project, person) => stateOf(control, project, person),
    mergeProgress: (project, person, merge) => mergeState(control, project, person, merge),
    rows: (project) => rowsOf(site, project),
    heads: (project) => headsOf(site, project),
    targets: (project) => targetsOf(site, project),
    active: (project, asked) => activeOf(site, project, asked),
    firstWeek: (project) => firstWeekOf(site, project),
    events: (project, after, limit, since) => eventsAfter(site, project, after, limit, since),
    arrivals: (project, at) => arrivalsOf(site, project, at),
    async rebuild(project, told = () => undefined) {
      await queue.settle();
      await rebuild(site, project, told);
    },
    async settle() {
      await queue.settle();
      await settleConflicts(site, now());
    },
    rejects: (project, after, limit) => rejectsAfter(site, project, after, limit),
    reject: (project, hash) => rejectOf(site, project, hash),
    async personOf(project, people) {
      const kept = await personRowsOf(site, project, people);
      const states = await Promise.all(people.map((person) => stateOf(control, project, person)));
      return { ...kept, progress: states.filter((each) => each !== null) };
    },
    async erase(project, people) {
      await queue.settle();
      return erasePeople(site, project, people);
    },
    expire: (project, before) => expireProject(site, project, before),
    health: () => engine.insert("probe", probeRows(now())),
    async close() {
      await queue.close();
      await freezing?.close();
      await engine.close();
    },
    known: async (project, ids) => new Set((await findEvents(site, project, ids)).map(({ id }) => id)),
    settleConflicts: () => settleConflicts(site, now()),
  };
}
