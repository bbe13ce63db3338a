import { createClient } from "@clickhouse/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { EventStore } from "../../src/events/event-store.ts";
import { stored } from "../event-store-contract.ts";
import { clickHouseBench, whySkipped } from "./clickhouse-bench.ts";

const why = whySkipped(1);
const total = 100_000;

const ms = (value: number): string => `${Math.round(value)} ms`;

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; took: number }> {
  const start = performance.now();
  return { value: await work(), took: performance.now() - start };
}

/** So many senders with deliveries of so many events each, one after the other. */
async function load(store: EventStore, senders: number, size: number): Promise<number[]> {
  const waits: number[] = [];
  let next = 0;
  const sender = async (): Promise<void> => {
    while (next < total) {
      const from = next;
      next += size;
      const events = Array.from({ length: size }, (_, i) => {
        const index = from + i;
        const type = index % 2 === 0 ? "step.started" : "step.completed";
        const facts = { type, person: "a", step: "one", subject: "", attempt: 1, days: index % 20 } as const;
        const event = stored({ ...facts, role: "rep", verified: 1, how: "manual", simulated: 0 }, index);
        return { ...event, person: `person-${index % 5000}`, journey: `journey-${index % 50}`, project: "p" };
      });
      waits.push((await timed(() => store.append({ project: "p", events, rejects: [] }))).took);
    }
  };
  await Promise.all(Array.from({ length: senders }, sender));
  return waits.sort((a, b) => a - b);
}

describe.skipIf(why !== null)(`figures${why === null ? "" : ` (skipped: ${why})`}`, () => {
  const bench = clickHouseBench(1);
  beforeAll(() => bench.start());
  afterAll(() => bench.stop());

  test("what the engine takes, keeps and answers", async () => {
    const url = new URL(bench.freshUrl());
    url.searchParams.delete("linger");
    const store = await bench.openAt(url.href);
    const cpu = process.cpuUsage();
    const { value: waits, took } = await timed(() => load(store, 100, 50));
    const used = process.cpuUsage(cpu);
    const alone = await timed(() => store.append({ project: "q", events: [], rejects: [] }));
    const again = await timed(() => load(store, 100, 50));
    const rows = await timed(() => store.rows("p"));
    const page = await timed(() => store.events("p", null, 10_000));
    const arrivals = await timed(() => store.arrivals("p", Date.now()));
    const erased = await timed(() => store.erase("p", ["person-17"]));
    const rebuilt = await timed(() => store.rebuild("p"));
    const client = createClient({ url: url.origin });
    const query = `SELECT table, sum(bytes_on_disk) AS bytes, sum(rows) AS rows FROM system.parts
      WHERE active AND database = '${url.pathname.slice(1)}' GROUP BY table`;
    await client.command({ query: `OPTIMIZE TABLE ${url.pathname.slice(1)}.events FINAL` });
    const parts = await (await client.query({ query, format: "JSONEachRow" })).json<
      Record<"table" | "bytes" | "rows", string>
    >();
    await client.close();
    await store.close();
    const events = parts.find(({ table }) => table === "events");
    console.log(
      [
        `${total} events, 100 senders, 50 a delivery: ${Math.round((total / took) * 1000)} events/s`,
        `our CPU ${((used.user + used.system) / total).toFixed(0)} us an event`,
        `answer p50 ${ms(waits[waits.length >> 1] ?? 0)}, p99 ${ms(waits[Math.floor(waits.length * 0.99)] ?? 0)}`,
        `alone ${ms(alone.took)}; all of it again ${Math.round((total / again.took) * 1000)} events/s`,
        `rows ${rows.value.progress.length} in ${ms(rows.took)}, a page of 10,000 events ${ms(page.took)}`,
        `arrivals ${ms(arrivals.took)}, erase one person ${ms(erased.took)}, rebuild ${ms(rebuilt.took)}`,
        `${(Number(events?.bytes) / Number(events?.rows)).toFixed(0)} bytes an event in ${events?.rows} rows`,
      ].join("\n"),
    );
    expect(Number(events?.rows)).toBe(total - (erased.value ?? 0));
    expect(erased.value).toBe(total / 5000);
    expect(arrivals.value.received).toBe(total);
  });
});
