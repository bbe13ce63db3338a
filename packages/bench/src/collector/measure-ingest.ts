import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bodiesFrom, type Kind, perBody } from "./bodies.ts";
import { flood, stream } from "./load.ts";
import { type Server, startServer } from "./server.ts";

/** What one flood cost a server. */
export interface Cost {
  cpuUs: number;
  eventsPerSecond: number;
}

/** A folder that is gone when the work is done. */
export async function inFolder<T>(work: (path: string) => Promise<T>): Promise<T> {
  const path = mkdtempSync(join(tmpdir(), "waymark-bench-"));
  try {
    return await work(path);
  } finally {
    rmSync(path, { recursive: true, force: true });
  }
}

let sent = 0;

/** Deliveries that no server has seen. */
export function fresh(count: number, kind: Kind): string[] {
  sent += count;
  return bodiesFrom(sent, count, kind);
}

/** CPU of one flood, an event, all threads of the server together. */
export async function costOf(server: Server, deliveries: number, kind: Kind): Promise<Cost> {
  const bodies = fresh(deliveries, kind);
  const before = await server.use();
  const eventsPerSecond = await flood(server.url, bodies);
  const after = await server.use();
  return { cpuUs: (after.cpuUs - before.cpuUs) / (deliveries * perBody), eventsPerSecond };
}

/** Median and 99th part of answer times at a rate, in ms. */
export async function latencyAt(
  server: Server,
  eventsPerSecond: number,
  seconds: number,
): Promise<{ p50: number; p99: number }> {
  const times = await stream(
    server.url,
    fresh(Math.ceil((eventsPerSecond * seconds) / perBody), "rows"),
    eventsPerSecond,
  );
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99) };
}

/** From the start of a process to its first durable event, in ms. */
export async function startToFirst(path: string): Promise<number> {
  const bodies = fresh(1, "rows");
  const first = await startServer(["collector", path]);
  const { key = "" } = first;
  await flood(first.url, bodies);
  await first.close();
  const again = fresh(1, "rows");
  const begin = performance.now();
  const server = await startServer(["collector", path, key]);
  await flood(server.url, again, 1);
  const ms = performance.now() - begin;
  await server.close();
  return ms;
}

/** All bytes below a folder. */
export function bytesIn(path: string): number {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .reduce((sum, each) => sum + statSync(join(each.parentPath, each.name)).size, 0);
}

/** Resident memory while events go through, after each tenth of them, in MB. */
export async function memoryOver(events: number, path: string): Promise<number[]> {
  const server = await startServer(["collector", path]);
  const rss: number[] = [];
  for (let tenth = 0; tenth < 10; tenth += 1) {
    for (let part = 0; part < 4; part += 1) await flood(server.url, fresh(events / 40 / perBody, "rows"));
    rss.push((await server.use()).rss / 2 ** 20);
  }
  await server.close();
  return rss;
}
