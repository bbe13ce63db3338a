import { closeSync, mkdirSync, openSync, readdirSync, statSync, writeFileSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import { join } from "node:path";
import { type Admin, createAdmin } from "./admin.ts";
import { createChanges } from "./changes.ts";
import { openControl } from "./control/open-control.ts";
import { openPostgresControl } from "./control/open-postgres.ts";
import type { ControlDb } from "./control/tables.ts";
import { CollectorError } from "./errors.ts";
import { createClickHouseEventStore } from "./events/clickhouse-event-store.ts";
import type { EventStore } from "./events/event-store.ts";
import { createSqliteEventStore } from "./events/sqlite-event-store.ts";
import { createThreadedEventStore, type QueueLimits } from "./events/threaded-event-store.ts";
import { hasWorkerFile } from "./events/worker-line.ts";
import { createFreezer } from "./freezing/freezer.ts";
import { holdFolder } from "./hold-folder.ts";
import { createApp } from "./http/create-app.ts";
import { problemResponse } from "./http/problem.ts";
import { type Route, routesOf } from "./http/routes-of.ts";
import { derivedSecrets, fileSecrets } from "./identity/secrets.ts";
import { createPace, type PaceLimits } from "./ingest/pace.ts";
import type { Insight } from "./insights/insight.ts";
import { createMetrics } from "./operations/metrics.ts";
import { createErasures } from "./privacy/erasures.ts";
import { tidy } from "./privacy/tidy.ts";
import { checkSummary, createSummaries, type SummaryOptions } from "./summaries/summaries.ts";
import { checkTargetNotices, createTargetNotices, type TargetNoticeOptions } from "./summaries/target-notices.ts";
import type { Assets, Logger, World } from "./world.ts";

export interface CollectorOptions {
  /** Directory of `events.sqlite`, `control.sqlite` and `secrets.json`, made where it is missing; or `":memory:"`. */
  dataDir: string;
  /**
   * Acts beside the process that serves this folder, as the command line does. Default false: a process has the folder for
   * itself, and this fails with `store_in_use` where another one has it. Nothing is held where both stores are elsewhere.
   */
  alongside?: boolean | undefined;
  /** The clock, Unix ms. Default `Date.now`. */
  now?: (() => number) | undefined;
  /** Directories of built files. What is not given is not served. */
  assets?: Assets | undefined;
  /**
   * Stores for more than one machine. `clickhouse`: events, `clickhouse://user:password@host:8123/waymark`; needs the
   * package `@clickhouse/client`. `postgres`: control data, `postgres://user:password@host/database`; needs `pg`.
   * What is not named stays in SQLite in `dataDir`.
   */
  store?: StoreOptions | undefined;
  /** One master secret that projects' secrets are derived from, in place of `secrets.json`. It must never change. */
  secret?: string | undefined;
  /** How much may wait for its commit before deliveries are refused with 503. Default: 50,000 events, 64 MB. */
  queue?: QueueLimits | undefined;
  /** How much one write key may send before it gets 429. Default: 10,000 events a second, 100,000 at once. */
  pace?: PaceLimits | undefined;
  /** Default: one line of JSON on stderr for each unexpected failure. */
  logger?: Logger | undefined;
  /** Where a summary goes each time a block has closed. Default: nowhere. */
  summary?: SummaryOptions | undefined;
  /** Reports of your own over what is published, at `GET /v1/insights/own/:name` (docs/extend/insights.md). */
  insights?: Readonly<Record<string, Insight>> | undefined;
  /** Where it is told that pages do not find a target any more. Default: on the dashboard only. */
  targets?: TargetNoticeOptions | undefined;
  /** Sent as `Authorization: Bearer` it opens `/metrics`. Without it an owner key does, while there is one project. */
  metricsToken?: string | undefined;
}

/** Where data is kept that does not stay in `dataDir`. */
export interface StoreOptions {
  clickhouse?: string | undefined;
  postgres?: string | undefined;
  /** An event store of your own, which passes `eventStoreContract` (docs/extend/stores.md). The collector closes it. */
  events?: EventStore | undefined;
}

/** A running collector: a function from request to response, with its keys and its end. */
export interface Collector {
  /**
   * Answers one request. Mounts in any server that speaks the Fetch API.
   *
   * @param node - Node's own request behind it, where nobody has read its body: spares a copy through a web stream.
   */
  fetch(request: Request, node?: { incoming: IncomingMessage }): Promise<Response>;
  admin: Admin;
  /** Every route it answers, as `GET` and `/v1/journeys/:id/versions`. */
  routes: readonly Route[];
  /** Makes durable what was taken, ends streams and closes the stores. Later requests get `cannot_keep`. */
  close(): Promise<void>;
}

const hourMs = 3_600_000;

const stderrLogger: Logger = {
  error: (message, facts) => void process.stderr.write(`${JSON.stringify({ level: "error", message, ...facts })}\n`),
};

/** SQLite gives its side files the rights of the database: made here, so that nobody else on the machine reads any of them. */
function ownFile(path: string): string {
  closeSync(openSync(path, "a", 0o600));
  return path;
}

function fileSizes(dataDir: string): Record<string, number> {
  const files = readdirSync(dataDir).filter((name) => name.includes(".sqlite"));
  return Object.fromEntries(files.map((name) => [name, statSync(join(dataDir, name)).size]));
}

/** Readable by its owner only, and never part of a repository it happens to lie in. */
function ownFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  writeFileSync(join(path, ".gitignore"), "*\n", { mode: 0o600 });
}

/** In memory, and where a host's bundler left the worker's file behind, on the calling thread. */
async function openSqlite(path: string, { queue, logger = stderrLogger }: CollectorOptions): Promise<EventStore> {
  if (path === ":memory:" || !hasWorkerFile()) return createSqliteEventStore(path);
  const store = createThreadedEventStore(path, {
    limits: queue,
    onDown: (reason) => logger.error("a thread of the store ended", { reason }),
  });
  try {
    await store.opened;
  } catch (error) {
    await store.close();
    throw error;
  }
  return store;
}

type Stores = Pick<World, "control" | "events">;

/** Opens both. What did open is closed again where the other does not. */
async function openStores(options: CollectorOptions, file: (name: string) => string): Promise<Stores> {
  const { store: { clickhouse, postgres, events: own } = {}, now, logger = stderrLogger } = options;
  // Its thread starts while this one opens the control data: a fifth of the time until the first event.
  const starting = own ?? (clickhouse === undefined ? openSqlite(file("events.sqlite"), options) : null);
  const opening = (): Promise<ControlDb> =>
    postgres === undefined ? openControl(file("control.sqlite")) : openPostgresControl(postgres);
  const [first, control] = await Promise.allSettled([starting, opening()]);
  if (control.status === "rejected") {
    if (first.status === "fulfilled") await first.value?.close();
    throw control.reason;
  }
  try {
    if (first.status === "rejected") throw first.reason;
    const url = clickhouse ?? "";
    const events = first.value ?? (await createClickHouseEventStore({ url, control: control.value, now, logger }));
    return { control: control.value, events };
  } catch (error) {
    await control.value.destroy();
    throw error;
  }
}

/** Before anything is opened: a newer collector would change the tables under the older one that runs. */
function hold({ dataDir, alongside, store = {} }: CollectorOptions): () => void {
  const elsewhere = (store.clickhouse ?? store.events) !== undefined && store.postgres !== undefined;
  if (dataDir === ":memory:" || alongside === true || elsewhere) return () => undefined;
  return holdFolder(dataDir);
}

async function openWorld(options: CollectorOptions): Promise<World> {
  const { dataDir, secret } = options;
  const inMemory = dataDir === ":memory:";
  const file = (name: string): string => (inMemory ? ":memory:" : ownFile(join(dataDir, name)));
  const { control, events } = await openStores(options, file);
  return {
    control,
    events,
    secrets:
      secret === undefined ? fileSecrets(inMemory ? null : join(dataDir, "secrets.json")) : derivedSecrets(secret),
    freezer: createFreezer({ control, events }),
    erasures: createErasures({ control, events }),
    changes: createChanges(),
    pace: createPace(options.pace),
    insights: options.insights ?? {},
    assets: options.assets ?? {},
    logger: options.logger ?? stderrLogger,
    metrics: createMetrics(() => (inMemory ? {} : fileSizes(dataDir))),
    metricsToken: options.metricsToken,
    now: options.now ?? Date.now,
  };
}

/**
 * Opens a collector. It listens nowhere by itself: pass requests to `fetch`, or use `serve`.
 *
 * @example
 * ```ts
 * const collector = await createCollector({ dataDir: ":memory:" });
 * const keys = await collector.admin.createProject({ id: "crm", title: "CRM", roles: [{ id: "sales-rep", title: "Sales" }] });
 * const response = await collector.fetch(new Request(`http://collector/v1/journeys?key=${keys.writeKey}`));
 * response.status; // 200
 * ```
 */
export async function createCollector(options: CollectorOptions): Promise<Collector> {
  // Before anything is opened.
  checkSummary(options.summary ?? {});
  checkTargetNotices(options.targets ?? {});
  if (options.dataDir !== ":memory:") ownFolder(options.dataDir);
  const letGo = hold(options);
  const world = await openWorld(options).catch((error: unknown) => {
    letGo();
    throw error;
  });
  const closing = new AbortController();
  const app = createApp(world, closing.signal);
  const summaries = createSummaries(world, options.summary ?? {}, closing.signal);
  const notices = createTargetNotices(world, options.targets ?? {}, closing.signal);
  const hourly = setInterval(() => {
    tidy(world)
      .catch((error: unknown) => world.logger.error("hourly work failed", { cause: String(error) }))
      .then(() => Promise.all([summaries.sendDue(), notices.sendDue()]));
  }, hourMs).unref();
  const underWay = new Set<Promise<Response>>();
  return {
    async fetch(request, node) {
      if (closing.signal.aborted) return problemResponse(new CollectorError("cannot_keep"));
      const answer = Promise.resolve(app.fetch(request, node));
      underWay.add(answer);
      try {
        return await answer;
      } finally {
        underWay.delete(answer);
      }
    },
    admin: createAdmin(world, { summaries, notices }),
    routes: routesOf(app),
    async close() {
      if (closing.signal.aborted) return;
      clearInterval(hourly);
      closing.abort();
      await Promise.allSettled(underWay);
      await summaries.idle();
      await notices.idle();
      await world.events.close();
      await world.control.destroy();
      letGo();
    },
  };
}
