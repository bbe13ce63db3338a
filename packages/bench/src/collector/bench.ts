import { fileURLToPath } from "node:url";
import { median } from "../arithmetic.ts";
import { figure } from "../table.ts";
import { installBytes } from "./install-size.ts";
import { bytesIn, type Cost, costOf, inFolder, latencyAt, memoryOver, startToFirst } from "./measure-ingest.ts";
import { partsOf } from "./parts.ts";
import { type Server, startServer } from "./server.ts";

/** What the run is to measure. */
export interface CollectorBenchOptions {
  rounds: number;
  /** Also memory over two million events: some minutes. */
  long: boolean;
  deliveries: number;
}

/** One line of the result. */
export interface Line {
  what: string;
  value: number;
  unit: string;
  /** What the goal says, where there is one. */
  goal?: string;
}

const collectorFolder = fileURLToPath(new URL("../../../collector", import.meta.url));

interface Rounds {
  bare: Cost[];
  plain: Cost[];
  said: Cost[];
  rows: Cost[];
}

/** Interleaved, so that what else the machine does falls on all alike. */
async function rounds(
  bare: Server,
  collector: Server,
  { rounds: count, deliveries }: CollectorBenchOptions,
): Promise<Rounds> {
  const all: Rounds = { bare: [], plain: [], said: [], rows: [] };
  await costOf(bare, 100, "rows");
  await costOf(collector, 100, "plain");
  await costOf(collector, 100, "said");
  await costOf(collector, 100, "rows");
  for (let round = 0; round < count; round += 1) {
    all.bare.push(await costOf(bare, deliveries, "rows"));
    all.plain.push(await costOf(collector, deliveries, "plain"));
    all.said.push(await costOf(collector, deliveries, "said"));
    all.rows.push(await costOf(collector, deliveries, "rows"));
  }
  return all;
}

const middle = (costs: readonly Cost[], of: keyof Cost): number => median(costs.map((each) => each[of]));

function ratio(costs: readonly Cost[], bare: readonly Cost[]): number {
  return median(costs.map((each, round) => each.cpuUs / (bare[round]?.cpuUs ?? Number.NaN)));
}

function linesOf(all: Rounds): Line[] {
  return [
    { what: "bare node:http server: read, parse, discard", value: middle(all.bare, "cpuUs"), unit: "us CPU an event" },
    { what: "durable, events only", value: middle(all.plain, "cpuUs"), unit: "us CPU an event" },
    { what: "durable, with progress rows", value: middle(all.rows, "cpuUs"), unit: "us CPU an event" },
    { what: "events only, against the bare server", value: ratio(all.plain, all.bare), unit: "x", goal: "at most 5" },
    { what: "with rows of what was said, against the bare server", value: ratio(all.said, all.bare), unit: "x" },
    {
      what: "with progress rows, against the bare server",
      value: ratio(all.rows, all.bare),
      unit: "x",
      goal: "at most 10",
    },
    { what: "highest rate, events only", value: middle(all.plain, "eventsPerSecond"), unit: "events/s" },
    { what: "highest rate, with progress rows", value: middle(all.rows, "eventsPerSecond"), unit: "events/s" },
  ];
}

async function ingestLines(options: CollectorBenchOptions): Promise<Line[]> {
  return inFolder(async (path) => {
    const bare = await startServer(["bare"]);
    const collector = await startServer(["collector", path]);
    const all = await rounds(bare, collector, options);
    const rate = middle(all.rows, "eventsPerSecond") / 2;
    const { p50, p99 } = await latencyAt(collector, rate, 5);
    await bare.close();
    await collector.close();
    const events = (options.rounds * 3 * options.deliveries + 300) * 50 + Math.ceil((rate * 5) / 50) * 50;
    return [
      ...linesOf(all),
      { what: "answer at half of that rate, median", value: p50, unit: "ms" },
      { what: "answer at half of that rate, 99 of 100", value: p99, unit: "ms" },
      { what: "on disk, all files", value: bytesIn(path) / events, unit: "bytes an event" },
    ];
  });
}

async function smallLines(): Promise<Line[]> {
  const starts: number[] = [];
  for (let i = 0; i < 5; i += 1) starts.push(await inFolder(startToFirst));
  const bytes = [...installBytes(collectorFolder).values()].reduce((sum, each) => sum + each, 0);
  return [
    { what: "process start to first durable event", value: median(starts), unit: "ms", goal: "under 300" },
    { what: "installed, with all it depends on", value: bytes / 1e6, unit: "MB", goal: "under 10" },
  ];
}

async function partLines(): Promise<Line[]> {
  const of = async (kind: "plain" | "rows", name: string): Promise<Line[]> =>
    (await inFolder((path) => partsOf(kind, path))).map((part) => ({
      what: `${name}: ${part.name}`,
      value: part.cpuUs,
      unit: "us CPU an event",
    }));
  return [...(await of("plain", "part, events only")), ...(await of("rows", "part, with progress rows"))];
}

async function memoryLines(): Promise<Line[]> {
  const rss = await inFolder((path) => memoryOver(2_000_000, path));
  // What a young process grows by is its heap finding its size, and 64 MB of SQLite's pages in each of two threads.
  const [settled, end] = [Math.max(...rss.slice(3, 5)), Math.max(...rss.slice(-2))];
  return [
    ...rss.map((mb, i) => ({ what: `resident after ${(i + 1) * 200_000} events`, value: mb, unit: "MB" })),
    { what: "growth from one million events to two", value: end - settled, unit: "MB", goal: "at most 20" },
  ];
}

/** Measures and prints; being slower than the goal is a result. */
export async function benchCollector(options: CollectorBenchOptions): Promise<Line[]> {
  return [
    ...(await ingestLines(options)),
    ...(await partLines()),
    ...(await smallLines()),
    ...(options.long ? await memoryLines() : []),
  ];
}

/** One line each. */
export function asLines(lines: readonly Line[]): string {
  const width = Math.max(...lines.map(({ what }) => what.length));
  return lines
    .map(
      ({ what, value, unit, goal }) =>
        `${what.padEnd(width)}  ${figure(value).padStart(8)} ${unit}${goal ? ` (goal: ${goal})` : ""}`,
    )
    .join("\n");
}
