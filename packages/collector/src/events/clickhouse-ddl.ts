import type { ClickHouseAddress } from "./clickhouse-address.ts";

/** The version of the tables below. A change comes with a migration step. */
export const clickHouseSchemaVersion = 1;

/** A table as it lies on one server. */
interface Table {
  name: string;
  columns: string;
  /** Without its arguments for replication. */
  engine: string;
  version?: string;
  orderBy: string;
  /** What tells its shard: a person's rows lie together, so that they merge and an erasure touches one shard. */
  shardBy: string;
}

const person = "cityHash64(project, person)";
const least = "SimpleAggregateFunction(min, Int64)";
/** Moment, event id, then the facts as JSON: the least one wins as a whole. */
const firstFact = "SimpleAggregateFunction(min, Tuple(Int64, String, String))";
const either = "SimpleAggregateFunction(max, UInt8)";

// `id` is a number since ClickHouse orders UUIDs by their second half. `print` tells apart copies of one id that would count
// differently; among equal ones the highest `rank` stays: the first that came.
const events: Table = {
  name: "events",
  columns: `project LowCardinality(String), id UInt128 CODEC(ZSTD), type LowCardinality(String), ts String CODEC(ZSTD),
  at Int64 CODEC(Delta, ZSTD), receivedAt Int64 CODEC(Delta, ZSTD), skewMs Int64 CODEC(ZSTD), week Int32 CODEC(Delta, ZSTD),
  journey LowCardinality(Nullable(String)), version Nullable(Int64) CODEC(ZSTD), step LowCardinality(Nullable(String)),
  subject String CODEC(ZSTD), session String CODEC(ZSTD), seq Int64 CODEC(Delta, ZSTD), person String CODEC(ZSTD),
  role LowCardinality(Nullable(String)), verified UInt8, simulated UInt8, locale LowCardinality(String),
  sdk LowCardinality(String), props String CODEC(ZSTD), hash String CODEC(ZSTD), derivedFrom Nullable(UInt128) CODEC(ZSTD),
  sourceId Nullable(String) CODEC(ZSTD),
  print UInt64, rank UInt64 CODEC(Delta, ZSTD), INDEX person_index person TYPE bloom_filter GRANULARITY 4`,
  engine: "ReplacingMergeTree",
  version: "rank",
  orderBy: "project, id, print",
  shardBy: person,
};

const kept: Table[] = [
  {
    name: "progress",
    columns: `project LowCardinality(String), journey LowCardinality(String), version Int64, person String, verified UInt8,
  subject String, step LowCardinality(String), attempt Int64, began ${least}, beganWeek ${least}, completedWeek ${least},
  done ${firstFact}, first ${firstFact}, simulated ${either}`,
    engine: "AggregatingMergeTree",
    orderBy: "project, person, journey, version, verified, subject, step, attempt",
    shardBy: person,
  },
  {
    name: "reach",
    columns: `project LowCardinality(String), journey LowCardinality(String), person String, verified UInt8, offered ${least},
  offeredWeek ${least}, started ${least}, startedWeek ${least}, first ${firstFact}, simulated ${either}`,
    engine: "AggregatingMergeTree",
    orderBy: "project, person, journey, verified",
    shardBy: person,
  },
  {
    name: "sayings",
    columns: `project LowCardinality(String), journey LowCardinality(String), version Int64, person String, verified UInt8,
  step LowCardinality(String), kind LowCardinality(String), week Int64, said ${firstFact}, simulated ${either}`,
    engine: "AggregatingMergeTree",
    orderBy: "project, person, journey, version, verified, step, kind, week",
    shardBy: person,
  },
  {
    name: "people",
    columns: `project LowCardinality(String), person String, verified UInt8,
  first SimpleAggregateFunction(min, Tuple(Int64, Int64, String, String)), simulated ${either}`,
    engine: "AggregatingMergeTree",
    orderBy: "project, person, verified",
    shardBy: person,
  },
];

const operation: Table[] = [
  {
    name: "rejects",
    columns: `project LowCardinality(String), hash String, at Int64, code LowCardinality(String), path String, message String,
  body String, person Nullable(String), sender Nullable(String), rank UInt64`,
    engine: "ReplacingMergeTree",
    version: "rank",
    orderBy: "project, hash",
    shardBy: "cityHash64(project, hash)",
  },
  {
    name: "dropped",
    columns:
      "project LowCardinality(String), counter String, reason LowCardinality(String), count SimpleAggregateFunction(max, UInt64)",
    engine: "AggregatingMergeTree",
    orderBy: "project, counter, reason",
    shardBy: "cityHash64(project, counter)",
  },
  {
    name: "probe",
    columns: "id UInt64, at Int64",
    engine: "ReplacingMergeTree",
    version: "at",
    orderBy: "id",
    shardBy: "id",
  },
  {
    name: "migrations",
    columns: "version UInt32, at Int64",
    engine: "ReplacingMergeTree",
    version: "at",
    orderBy: "version",
    shardBy: "version",
  },
];

/** Every table, in the order of their making. */
export const clickHouseTables: readonly Table[] = [events, ...kept, ...operation];

/** Tables of rows that are computed from events. */
export const rowTables: readonly string[] = kept.map(({ name }) => name);

/** How the part of a table that lies on one server is called. */
export const localName = (address: ClickHouseAddress, table: string): string =>
  address.cluster === null ? table : `${table}_local`;

/** ` ON CLUSTER name` where Keeper carries schema changes to every server, else nothing. */
export const onCluster = (address: ClickHouseAddress): string =>
  address.cluster !== null && address.nodes.length === 0 ? ` ON CLUSTER ${address.cluster}` : "";

// Parts are synced before an insert is answered, also merged ones, so that replaced parts (and what was erased in them) may go
// after a minute. A block that is sent again under its token is known for 10,000 blocks.
const durable = "fsync_after_insert=1, fsync_part_directory=1, min_rows_to_fsync_after_merge=1, old_parts_lifetime=60";

function localTable(address: ClickHouseAddress, it: Table): string {
  const path = `'/clickhouse/tables/{shard}/${address.database}/${it.name}', '{replica}'`;
  const args = [...(address.replicated ? [path] : []), ...(it.version === undefined ? [] : [it.version])];
  const window = address.replicated
    ? "replicated_deduplication_window=10000"
    : "non_replicated_deduplication_window=10000";
  return `CREATE TABLE IF NOT EXISTS ${address.database}.${localName(address, it.name)}${onCluster(address)}(${it.columns})
ENGINE = ${address.replicated ? "Replicated" : ""}${it.engine}(${args.join(", ")}) ORDER BY (${it.orderBy})
SETTINGS ${durable}, ${window}`;
}

const distributedTable = (address: ClickHouseAddress, it: Table): string =>
  `CREATE TABLE IF NOT EXISTS ${address.database}.${it.name}${onCluster(address)} AS ${address.database}.${localName(address, it.name)}
ENGINE = Distributed(${address.cluster}, ${address.database}, ${localName(address, it.name)}, ${it.shardBy})`;

/** Every statement that makes the tables; each does nothing where they are. */
export function clickHouseSchema(address: ClickHouseAddress): string[] {
  return [
    `CREATE DATABASE IF NOT EXISTS ${address.database}${onCluster(address)}`,
    ...clickHouseTables.map((it) => localTable(address, it)),
    ...(address.cluster === null ? [] : clickHouseTables.map((it) => distributedTable(address, it))),
  ];
}

/** Deletes rows for good on every server; answers when no query can find them. */
export function deletion(address: ClickHouseAddress, table: string, where: string): string {
  return `ALTER TABLE ${address.database}.${localName(address, table)}${onCluster(address)} DELETE WHERE ${where}`;
}
