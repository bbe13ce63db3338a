import { createClient } from "@clickhouse/client";
import { openControl } from "../../src/control/open-control.ts";
import type { ControlDb } from "../../src/control/tables.ts";
import { type ClickHouseEventStore, createClickHouseEventStore } from "../../src/events/clickhouse-event-store.ts";
import type { Logger } from "../../src/world.ts";
import { type ClickHouseServer, startServers, whyNoEngine } from "./clickhouse-server.ts";

const given = process.env.CLICKHOUSE_URL;

/** Why the engine cannot be tested against, or `null`. */
export function whySkipped(servers: number): string | null {
  if (given === undefined) return whyNoEngine();
  return servers === 1 ? null : "CLICKHOUSE_URL names one server, and this needs several of its own";
}

/** What fails is asserted by the tests; set `WAYMARK_STORES_LOG` to see what the engine said. */
export const quiet: Logger = {
  error: (message, facts) => {
    if (process.env.WAYMARK_STORES_LOG) process.stderr.write(`${message} ${JSON.stringify(facts)}\n`);
  },
};

/** Servers of the engine, and databases in them that are gone afterwards. */
export interface ClickHouseBench {
  servers: ClickHouseServer[];
  /** Starts the servers where none was named. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** The address of an empty database, over all servers. */
  freshUrl(): string;
  /** A store in an empty database with control data of its own. */
  open(): Promise<ClickHouseEventStore>;
  /** One more collector's store on the same data. */
  openAt(url: string, control?: ControlDb, now?: () => number): Promise<ClickHouseEventStore>;
}

export function clickHouseBench(count: number): ClickHouseBench {
  let servers: ClickHouseServer[] = [];
  let made = 0;
  const name = (index: number): string => `waymark_test_${process.pid}_${index}`;
  const bench: ClickHouseBench = {
    get servers() {
      return servers;
    },
    async start() {
      if (given === undefined) servers = await startServers(count);
    },
    async stop() {
      if (given !== undefined) {
        const client = createClient({ url: given });
        for (let i = 1; i <= made; i += 1) await client.command({ query: `DROP DATABASE IF EXISTS ${name(i)} SYNC` });
        await client.close();
      }
      await Promise.all(servers.map((each) => each.remove()));
    },
    freshUrl() {
      made += 1;
      const at = new URL(given ?? servers[0]?.url ?? "");
      at.pathname = `/${name(made)}`;
      at.searchParams.set("linger", "2");
      if (count > 1) at.searchParams.set("cluster", "shards");
      if (count > 1) for (const { url } of servers) at.searchParams.append("node", url);
      return at.href;
    },
    open: () => bench.openAt(bench.freshUrl()),
    openAt: async (url, control, now) =>
      createClickHouseEventStore({ url, control: control ?? (await openControl(":memory:")), now, logger: quiet }),
  };
  return bench;
}
