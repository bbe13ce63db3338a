import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { ClickHouseClient } from "@clickhouse/client";
import { CollectorError } from "../errors.ts";
import { loadClient } from "../load-client.ts";
import type { Logger } from "../world.ts";
import type { ClickHouseAddress } from "./clickhouse-address.ts";

/** What the adapter asks of the engine. Failures that pass by themselves are `cannot_keep`. */
export interface ClickHouse {
  rows<T>(sql: string, params?: Record<string, unknown>): Promise<T[]>;
  /** One block: resolves when it is synced on every server it belongs to. It is sent again unchanged where that may help. */
  insert(table: string, rows: readonly object[]): Promise<void>;
  /** Schema changes and deletions, on every server. */
  everywhere(sql: string, params?: Record<string, unknown>): Promise<void>;
  close(): Promise<void>;
}

// Insert into a Distributed table answers only when every shard has its part. Parts that cannot be reached are an error and
// never left out of a reading.
const settings = {
  async_insert: 0,
  insert_distributed_sync: 1,
  skip_unavailable_shards: 0,
  mutations_sync: "2",
  output_format_json_quote_64bit_integers: 0,
  wait_end_of_query: 1,
  // A name that stands for an aggregate and for its column means the column.
  prefer_column_name_to_alias: 1,
} as const;

/** How long until the same block is sent again. */
const pauses = [100, 400];

// Server exceptions that name our own statement or data: syntax, types, unknown names. All others may pass.
const ours = new Set([
  6, 10, 16, 26, 27, 36, 41, 43, 44, 46, 47, 48, 53, 60, 62, 70, 72, 81, 117, 130, 131, 184, 349, 386,
]);

/** Whether the engine answered that it does not understand: sending the same again cannot help. */
function isOurFault(error: unknown): boolean {
  return ours.has(Number((error as { code?: unknown } | null)?.code));
}

/**
 * What passes by itself is `cannot_keep` for the sender. The operator hears the number of what went wrong only: the engine's
 * own sentences quote the data they are about.
 */
function toFailure(error: unknown, logger: Logger): unknown {
  if (error instanceof CollectorError) return error;
  const { code = "none" } = (error ?? {}) as { code?: string };
  if (isOurFault(error))
    return Object.assign(new Error(`The event store refused a statement (code ${code}).`), { code });
  logger.error("the event store cannot do this now", { code });
  return new CollectorError("cannot_keep");
}

async function insertBlock(client: ClickHouseClient, table: string, values: readonly object[]): Promise<void> {
  // The same rows under the same token: a block whose answer was lost is known when it comes again.
  const clickhouse_settings = { insert_deduplication_token: randomUUID() };
  for (let attempt = 0; ; attempt += 1) {
    try {
      await client.insert({ table, values: [...values], format: "JSONEachRow", clickhouse_settings });
      return;
    } catch (error) {
      const pause = pauses[attempt];
      if (pause === undefined || isOurFault(error)) throw error;
      await wait(pause);
    }
  }
}

/** Connects to the engine. Nothing is asked of it yet. Fails with `store_client` where its client is not installed. */
export async function connectClickHouse(address: ClickHouseAddress, logger: Logger): Promise<ClickHouse> {
  const { createClient, ClickHouseLogLevel } = await loadClient(
    "@clickhouse/client",
    "1",
    () => import("@clickhouse/client"),
  );
  const connect = (url: string): ClickHouseClient =>
    createClient({
      url,
      username: address.username,
      password: address.password,
      // Ours are the sentences about what failed.
      log: { level: ClickHouseLogLevel.OFF },
      request_timeout: 30_000,
      max_open_connections: 10,
      clickhouse_settings: settings,
    });
  const client = connect(address.url);
  const nodes = address.nodes.map(connect);
  const ask = <T>(work: () => Promise<T>): Promise<T> =>
    work().catch((error: unknown) => {
      throw toFailure(error, logger);
    });
  return {
    rows: <T>(query: string, query_params: Record<string, unknown> = {}) =>
      ask(async () => {
        const answer = await client.query({ query, query_params, format: "JSONEachRow" });
        return answer.json<T>();
      }),
    insert: (table, rows) =>
      rows.length === 0 ? Promise.resolve() : ask(() => insertBlock(client, `${address.database}.${table}`, rows)),
    everywhere: (query, query_params = {}) =>
      ask(async () => {
        for (const each of nodes.length === 0 ? [client] : nodes) await each.command({ query, query_params });
      }),
    async close() {
      await Promise.all([client, ...nodes].map((each) => each.close()));
    },
  };
}
