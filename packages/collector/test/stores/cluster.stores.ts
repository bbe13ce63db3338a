import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { openControl } from "../../src/control/open-control.ts";
import type { EventStore } from "../../src/events/event-store.ts";
import { createMemoryEventStore } from "../../src/events/memory-event-store.ts";
import type { StoredEvent } from "../../src/events/stored-event.ts";
import { comparable, eventStoreContract, type Facts, stored } from "../event-store-contract.ts";
import { clickHouseBench, whySkipped } from "./clickhouse-bench.ts";

const why = whySkipped(2);
const some: Facts = {
  ...{ type: "step.completed", person: "a", step: "one", subject: "", attempt: 1, days: 3 },
  ...{ role: "rep", verified: 1, how: "manual", simulated: 0 },
};
const write = (store: EventStore, events: readonly StoredEvent[]) =>
  store.append({ project: "p", events, rejects: [] });
const many = (count: number): StoredEvent[] =>
  Array.from({ length: count }, (_, i) => ({ ...stored({ ...some, days: i % 20 }, i), person: `p${i % 50}` }));

describe.skipIf(why !== null)(`ClickHouse, two shards${why === null ? "" : ` (skipped: ${why})`}`, () => {
  const bench = clickHouseBench(2);
  beforeAll(() => bench.start());
  afterAll(() => bench.stop());

  eventStoreContract("the contract", bench.open, 5);

  test("C203 with a shard killed a delivery is refused whole, and its replay afterwards counts once", async () => {
    const store = await bench.open();
    onTestFinished(() => store.close());
    const all = many(200);
    await write(store, all.slice(0, 50));
    await bench.servers[1]?.kill();
    await expect(write(store, all)).rejects.toMatchObject({ code: "cannot_keep", status: 503 });
    // Half an answer would be a wrong one.
    await expect(store.rows("p")).rejects.toMatchObject({ code: "cannot_keep" });
    await expect(store.health()).rejects.toMatchObject({ code: "cannot_keep" });
    await bench.servers[1]?.start();
    await store.health();
    await write(store, all);
    await write(store, all.slice(100));
    const oracle = createMemoryEventStore();
    await write(oracle, all);
    expect(await comparable(store)).toEqual(await comparable(oracle));
  });

  test("C205 several collectors that write the same at once, with replays, leave each event once", async () => {
    const url = bench.freshUrl();
    const control = await openControl(":memory:");
    const stores: EventStore[] = [];
    for (let i = 0; i < 4; i += 1) stores.push(await bench.openAt(url, control));
    onTestFinished(async () => {
      for (const store of stores) await store.close();
    });
    const all = many(600);
    const slices = Array.from({ length: 30 }, (_, i) => all.slice(i * 20, i * 20 + 20));
    await Promise.all(
      stores.map(async (store, which) => {
        // Each in an order of its own, two of three batches twice.
        const own = slices.map((_, i) => slices[(i * 7 + which * 11) % slices.length] ?? []);
        for (const [index, batch] of own.entries()) {
          await write(store, batch);
          if (index % 3 > 0) await write(store, batch);
        }
      }),
    );
    const oracle = createMemoryEventStore();
    await write(oracle, all);
    for (const store of stores) expect(await comparable(store)).toEqual(await comparable(oracle));
    await stores[0]?.settle();
    expect((await stores[0]?.arrivals("p", 0))?.rejected).toBe(0);
  });
});
