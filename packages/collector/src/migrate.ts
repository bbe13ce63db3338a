import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Progress } from "@waymark/schema";
import { copyControl } from "./control/copy-control.ts";
import { openControl } from "./control/open-control.ts";
import { openPostgresControl } from "./control/open-postgres.ts";
import { joinState } from "./control/states.ts";
import { suppress, suppressedSince } from "./control/suppressed.ts";
import type { ControlDb } from "./control/tables.ts";
import { CollectorError } from "./errors.ts";
import { type ClickHouseEventStore, createClickHouseEventStore } from "./events/clickhouse-event-store.ts";
import { openSqliteSource, type SqliteSource } from "./events/sqlite-source.ts";
import type { StoredEvent } from "./events/stored-event.ts";
import type { Logger } from "./world.ts";

export interface MigrateOptions {
  /** The directory of the collector that is moved. It may be running and taking events. */
  dataDir: string;
  /** The engine: `clickhouse://user:password@host:8123/waymark`. */
  clickhouse: string;
  /** Control data moves too, where the target has no project yet. Default: it stays in `dataDir`. */
  postgres?: string | undefined;
  /** Goes on copying what arrives until this aborts; then the last round is made. Default: one round. */
  follow?: AbortSignal | undefined;
  /** Told after each round. */
  onRound?: ((round: { copied: number; behind: boolean }) => void) | undefined;
  /** Hears what the engine says where it fails. */
  logger: Logger;
}

/** What a move came to. */
export interface Migrated {
  /** Events copied; what was there already is not counted twice by the engine. */
  events: number;
  /** Events of the file that the engine was asked for at the end, each by its id. */
  verified: number;
  /** Of those, how many were missing and were copied then. */
  mended: number;
  states: number;
  rejects: number;
  /** Rows of control data; `null` where they stay, or where the target holds a project already. */
  control: number | null;
}

const pageSize = 2000;
/** How long until a follower looks again. */
const pauseMs = 200;

async function appendAll(store: ClickHouseEventStore, events: readonly StoredEvent[]): Promise<void> {
  const byProject = Map.groupBy(events, ({ project }) => project);
  await Promise.all([...byProject].map(([project, own]) => store.append({ project, events: own, rejects: [] })));
}

/** Copies what came after a place; gives the last place and how many. */
async function copyFrom(
  source: SqliteSource,
  store: ClickHouseEventStore,
  after: number,
): Promise<{ last: number; copied: number }> {
  let copied = 0;
  for (let from = after; ; ) {
    const { events, last } = source.page(from, pageSize);
    if (events.length === 0) return { last: from, copied };
    await appendAll(store, events);
    copied += events.length;
    from = last;
  }
}

/** Asks the engine for every event of the file, and copies what it does not have. */
async function verify(
  source: SqliteSource,
  store: ClickHouseEventStore,
): Promise<{ verified: number; mended: number }> {
  let verified = 0;
  let mended = 0;
  for (let from = 0; ; ) {
    const { events, last } = source.page(from, pageSize);
    if (events.length === 0) return { verified, mended };
    for (const [project, own] of Map.groupBy(events, (each) => each.project)) {
      const known = await store.known(
        project,
        own.map(({ id }) => id),
      );
      const missing = own.filter(({ id }) => !known.has(id));
      await appendAll(store, missing);
      mended += missing.length;
    }
    verified += events.length;
    from = last;
  }
}

/** What is not events: progress is merged, rejects and counts are kept once. All of it may be done again. */
async function copyRest(
  source: SqliteSource,
  store: ClickHouseEventStore,
  control: ControlDb,
): Promise<{ states: number; rejects: number }> {
  const states = source.states();
  for (const { project, person, progress } of states)
    await joinState(control, project, person, JSON.parse(progress) as Progress);
  const rejects = source.rejects();
  for (const [project, own] of Map.groupBy(rejects, (each) => each.project))
    await store.append({ project, events: [], rejects: own });
  await Promise.all(
    source
      .dropped()
      .map(({ project, counter, reason, count }) =>
        store.append({ project, events: [], rejects: [], dropped: { counter, reasons: { [reason]: count } } }),
      ),
  );
  return { states: states.length, rejects: rejects.length };
}

interface Sides {
  source: SqliteSource;
  old: ControlDb;
  control: ControlDb;
  store: ClickHouseEventStore;
}

async function moveEvents({ source, old, control, store }: Sides, options: MigrateOptions): Promise<Migrated> {
  const startedAt = Date.now();
  const moved = control === old ? null : await copyControl(old, control);
  let place = 0;
  let events = 0;
  const round = async (): Promise<number> => {
    const { last, copied } = await copyFrom(source, store, place);
    place = last;
    events += copied;
    options.onRound?.({ copied, behind: copied > 0 });
    return copied;
  };
  await round();
  if (options.follow !== undefined) {
    while (!options.follow.aborted) {
      if ((await round()) === 0) await wait(pauseMs);
    }
    // What came between the last look and the word to stop.
    await round();
  }
  const checked = await verify(source, store);
  const rest = await copyRest(source, store, control);
  // Who was erased while we copied is erased there too, and stays refused.
  for (const { project, person } of await suppressedSince(old, startedAt)) {
    if (control !== old) await suppress(control, project, [person], Date.now());
    await store.erase(project, [person]);
  }
  return { events, ...checked, ...rest, control: moved };
}

/**
 * Moves everything from SQLite to the engine while the collector takes events. Copying again changes nothing, so it can be
 * stopped and started at will. What arrives in the file afterwards is not seen: let the last round be after the old
 * collector has stopped.
 */
export async function migrate(options: MigrateOptions): Promise<Migrated> {
  const path = join(options.dataDir, "events.sqlite");
  if (!existsSync(path))
    throw new CollectorError("store_address", { message: `There is no ${path}: name the collector's directory.` });
  const source = openSqliteSource(path);
  const old = await openControl(join(options.dataDir, "control.sqlite"));
  const control = options.postgres === undefined ? old : await openPostgresControl(options.postgres);
  try {
    const { clickhouse: url, logger } = options;
    const store = await createClickHouseEventStore({ url, control, logger });
    try {
      return await moveEvents({ source, old, control, store }, options);
    } finally {
      await store.close();
    }
  } finally {
    source.close();
    await old.destroy();
    if (control !== old) await control.destroy();
  }
}
