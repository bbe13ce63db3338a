import { CollectorError } from "../errors.ts";

/** Where the engine is, and how its tables lie. */
export interface ClickHouseAddress {
  /** Of the HTTP interface, without path and credentials. */
  url: string;
  database: string;
  username: string;
  password: string;
  /** Name of a cluster in the server's `remote_servers`; `null`: one server. */
  cluster: string | null;
  /** Tables replicate through Keeper, and schema changes go `ON CLUSTER`. */
  replicated: boolean;
  /** Every server's HTTP address, for a cluster without Keeper: schema changes and deletions are sent to each. */
  nodes: string[];
  /** How long a lone delivery waits for company, ms. */
  lingerMs: number;
}

const name = /^[A-Za-z_][A-Za-z0-9_]*$/;

function named(what: string, value: string): string {
  if (name.test(value)) return value;
  throw new CollectorError("store_address", {
    message: `The ${what} ${JSON.stringify(value)} is no plain name: letters, digits and underscores only.`,
  });
}

function lingerOf(text: string | null): number {
  const lingerMs = text === null ? 200 : Number(text);
  if (Number.isInteger(lingerMs) && lingerMs >= 0 && lingerMs <= 10_000) return lingerMs;
  throw new CollectorError("store_address", { message: "Write linger as whole milliseconds, at most 10000." });
}

/**
 * Reads an address such as `clickhouse://user:password@host:8123/waymark?cluster=main&replicated=1`.
 *
 * `secure=1` speaks TLS. `linger=200` is how long, in ms, a lone delivery waits for company. `node=http://a:8123` once for each server names a cluster without Keeper. The database is
 * `waymark` where none is named. Fails with `store_address`.
 */
export function parseClickHouseAddress(text: string): ClickHouseAddress {
  if (!URL.canParse(text))
    throw new CollectorError("store_address", {
      message: "Write the store as clickhouse://user:password@host:8123/waymark.",
    });
  const it = new URL(text);
  const query = it.searchParams;
  const secure = it.protocol === "https:" || query.get("secure") === "1";
  if (!["clickhouse:", "http:", "https:"].includes(it.protocol))
    throw new CollectorError("store_address", {
      message: `The store begins with clickhouse://, not ${it.protocol}//.`,
    });
  const cluster = query.get("cluster");
  return {
    url: `${secure ? "https" : "http"}://${it.hostname}:${it.port || (secure ? "8443" : "8123")}`,
    database: named("database", it.pathname.slice(1) || "waymark"),
    username: decodeURIComponent(it.username) || "default",
    password: decodeURIComponent(it.password),
    cluster: cluster === null ? null : named("cluster", cluster),
    replicated: query.get("replicated") === "1",
    nodes: query.getAll("node"),
    lingerMs: lingerOf(query.get("linger")),
  };
}
