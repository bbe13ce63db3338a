import { emptyProgress } from "@waymark/engine";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { openControl } from "../../src/control/open-control.ts";
import { eraseState } from "../../src/control/states.ts";
import { parseClickHouseAddress } from "../../src/events/clickhouse-address.ts";
import { connectClickHouse } from "../../src/events/clickhouse-client.ts";
import { clickHouseSchema, deletion, rowTables } from "../../src/events/clickhouse-ddl.ts";
import { type ClickHouseEventStore, createClickHouseEventStore } from "../../src/events/clickhouse-event-store.ts";
import type { EventStore } from "../../src/events/event-store.ts";
import { createMemoryEventStore } from "../../src/events/memory-event-store.ts";
import type { StoredEvent } from "../../src/events/stored-event.ts";
import { computeSnapshots, type FreezeJob } from "../../src/freezing/compute-snapshots.ts";
import { freezeRowsOf } from "../../src/freezing/freeze-rows.ts";
import { comparable, eventStoreContract, type Facts, stored } from "../event-store-contract.ts";
import { benchStores, createBench, monday } from "../support/bench.ts";
import { batch, completed, started } from "../support/events.ts";
import { clickHouseBench, quiet, whySkipped } from "./clickhouse-bench.ts";

const why = whySkipped(1);
const some: Facts = {
  ...{ type: "step.completed", person: "a", step: "one", subject: "", attempt: 1, days: 3 },
  ...{ role: "rep", verified: 1, how: "manual", simulated: 0 },
};
/** An hour after such an event came. */
const now = (): number => stored(some, 0).receivedAt + 3_600_000;
const write = (store: EventStore, events: Parameters<EventStore["append"]>[0]["events"]) =>
  store.append({ project: "p", events, rejects: [] });

// A missing engine shows, with its reason; it never passes.
describe.skipIf(why !== null)(`ClickHouse, one server${why === null ? "" : ` (skipped: ${why})`}`, () => {
  const bench = clickHouseBench(1);
  beforeAll(() => bench.start());
  afterAll(() => bench.stop());

  async function openTwo(): Promise<[ClickHouseEventStore, ClickHouseEventStore]> {
    const url = bench.freshUrl();
    const control = await openControl(":memory:");
    const stores: [ClickHouseEventStore, ClickHouseEventStore] = [
      await bench.openAt(url, control, now),
      await bench.openAt(url, control, now),
    ];
    onTestFinished(async () => {
      for (const store of stores) await store.close();
    });
    return stores;
  }

  eventStoreContract("the contract", bench.open, 8);

  test("C365 a block is computed in a thread of its own, and gives the bytes it would give in place", async () => {
    const [store] = await openTwo();
    const people = Array.from({ length: 30 }, (_, i) => stored({ ...some, person: `p${i}` as "a" }, i));
    await write(store, people);
    const { week } = stored(some, 0);
    const job: FreezeJob = {
      ...{ project: "p", timeZone: "UTC", groups: [], ledgers: new Map(), values: new Map() },
      blocks: [{ index: 0, fromWeek: week, toWeek: week + 4, frozenAt: now() }],
      roles: [{ id: "rep", title: "Rep" }],
      journeys: [{ format: "waymark.journey/1", id: "j", title: "J", steps: [{ id: "one", title: "One" }] }],
      versions: [{ journey: "j", version: 1, steps: [{ id: "one" }] }],
    };
    const inPlace = computeSnapshots(job, freezeRowsOf(await store.rows("p")));
    expect(await store.freeze?.(job)).toEqual(inPlace);
    expect(inPlace.snapshots.map(({ picture }) => picture)).toEqual([expect.stringContaining('"reason":null')]);
    // Two at once share a thread.
    expect(await Promise.all([store.freeze?.(job), store.freeze?.(job)])).toEqual([inPlace, inPlace]);
  });

  test("C206 other content that two collectors took at the same moment: the first copy stays, and its rows", async () => {
    const [one, two] = await openTwo();
    const first = stored(some, 1);
    const other = {
      ...stored({ ...some, step: "two", person: "b" }, 1),
      receivedAt: first.receivedAt + 5,
      hash: "other",
    };
    const unsigned = { ...stored(some, 2), verified: 0 as const, receivedAt: first.receivedAt + 9 };
    const signed = stored(some, 2);
    const oracle = createMemoryEventStore();
    await write(oracle, [first, signed]);
    // Both look before either writes.
    await Promise.all([write(one, [first, unsigned]), write(two, [other, signed])]);
    await one.settle();
    const { rejected, rejects } = await one.arrivals("p", now());
    expect(await comparable(two)).toEqual(await comparable(oracle));
    expect({ rejected, codes: rejects.map(({ code }) => code) }).toEqual({ rejected: 1, codes: ["conflict"] });
    expect(await two.settleConflicts()).toBe(0);
  });

  test("C207 an erased person is gone from events, rows and progress, and others stay", async () => {
    const [store] = await openTwo();
    const progress = { format: "waymark.progress/1", journeys: {} } as never;
    await write(store, [stored(some, 1), stored({ ...some, person: "b" }, 2), stored({ ...some, days: 9 }, 3)]);
    await store.mergeProgress("p", "a", () => progress);
    await store.erase("p", ["a"]);
    const oracle = createMemoryEventStore();
    await write(oracle, [stored({ ...some, person: "b" }, 2)]);
    expect(await comparable(store)).toEqual(await comparable(oracle));
    expect(await store.progressOf("p", "a")).toBe(null);
    await store.erase("p", ["a"]);
    expect(await store.events("p", null, 10)).toHaveLength(1);
  });

  test("C207 events older than the retention go, the others stay", async () => {
    const [store] = await openTwo();
    const late = stored({ ...some, days: 9 }, 3);
    await write(store, [stored(some, 1), late]);
    await store.expire("p", { events: late.at, progress: 0, rejects: 0 });
    expect((await store.events("p", null, 10)).map(({ id }) => id)).toEqual([late.id]);
  });

  test.skipIf(process.env.CLICKHOUSE_URL !== undefined)(
    "C204 the engine is killed under load and started again: what was acknowledged is there once",
    async () => {
      const [server] = bench.servers;
      const url = bench.freshUrl();
      const store = await bench.openAt(url);
      onTestFinished(() => store.close());
      const all = Array.from({ length: 400 }, (_, i) => ({
        ...stored({ ...some, days: i % 20 }, i),
        person: `p${i % 40}`,
      }));
      const acknowledged = new Set<string>();
      const batches = Array.from({ length: 40 }, (_, i) => all.slice(i * 10, i * 10 + 10));
      const send = async (batch: typeof all): Promise<boolean> => {
        try {
          await write(store, batch);
        } catch (error) {
          expect(error).toMatchObject({ code: "cannot_keep", status: 503 });
          return false;
        }
        for (const { id } of batch) acknowledged.add(id);
        return true;
      };
      // Three senders; the engine dies while they go on.
      let refused = 0;
      let killing: Promise<void> | undefined;
      const sender = async (own: typeof batches): Promise<void> => {
        for (const batch of own) {
          if (acknowledged.size >= 100) killing ??= server?.kill();
          if (await send(batch)) continue;
          refused += 1;
          return;
        }
      };
      await Promise.all([batches.slice(0, 20), batches.slice(10, 30), batches.slice(20)].map(sender));
      await killing;
      await expect(store.health()).rejects.toMatchObject({ code: "cannot_keep" });
      await server?.start();
      const kept = new Set((await store.events("p", null, 1000)).map(({ id }) => id));
      expect([...acknowledged].filter((id) => !kept.has(id))).toEqual([]);
      expect(refused).toBeGreaterThan(0);
      // Whoever was not answered sends again, and the rest too.
      for (const batch of batches) expect(await send(batch)).toBe(true);
      const oracle = createMemoryEventStore();
      await write(oracle, all);
      expect(await comparable(store)).toEqual(await comparable(oracle));
    },
  );

  test("C208 the schema for replicated tables on a cluster is read by the engine's parser", async () => {
    const address = parseClickHouseAddress(bench.freshUrl());
    const engine = await connectClickHouse(address, quiet);
    onTestFinished(() => engine.close());
    const replicated = { ...address, cluster: "main", replicated: true, nodes: [] };
    const statements = [...clickHouseSchema(replicated), deletion(replicated, "events", "project = 'p'")];
    for (const statement of statements) {
      expect(statement).toContain("ON CLUSTER main");
      const [read] = await engine.rows<{ it: string }>("SELECT formatQuery({statement:String}) AS it", { statement });
      expect(read?.it).toContain("ON CLUSTER main");
    }
    const tables = statements.filter((each) => each.startsWith("CREATE TABLE") && !each.includes("Distributed"));
    expect(tables.length).toBeGreaterThan(8);
    for (const table of tables) expect(table).toMatch(/Replicated(Replacing|Aggregating)MergeTree\('/);
    await expect(engine.rows("SELECT formatQuery('CREATE TABLE x ENGINE = ON CLUSTER')")).rejects.toThrow(
      "refused a statement",
    );
  });

  test("C201 a broken character costs its delivery nothing, and no data reaches the log", async () => {
    const lines: string[] = [];
    const logger = { error: (message: string, facts: object) => void lines.push(message + JSON.stringify(facts)) };
    const url = bench.freshUrl();
    const control = await openControl(":memory:");
    const store = await createClickHouseEventStore({ url, control, now, logger });
    onTestFinished(() => store.close());
    const broken = { ...stored(some, 1), subject: "deal:\ud800", session: "\u{1f600}'\\\t\u0000" };
    // No such version: the engine cannot take it, whoever it comes with.
    const poison = { ...stored(some, 2), version: "secret" as never, hash: "h" };
    const told = await Promise.allSettled([
      write(store, [broken]),
      write(store, [poison]),
      write(store, [stored(some, 3)]),
    ]);
    expect(told.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(JSON.stringify(told.map((each) => each.status === "rejected" && String(each.reason)))).not.toContain(
      "secret",
    );
    expect(lines.join("")).not.toContain("secret");
    const kept = await store.events("p", null, 10);
    expect(kept).toHaveLength(2);
    expect(kept).toContainEqual({ ...broken, subject: "deal:\ufffd" });
  });

  test("C210 a replay finishes what a crash cut short, and completes nothing that was opened again", async () => {
    const url = bench.freshUrl();
    const control = await openControl(":memory:");
    const store = await bench.openAt(url, control);
    onTestFinished(() => store.close());
    const source = stored({ ...some, type: "host.x" }, 1);
    const completion = { ...stored(some, 2), derivedFrom: source.id };
    const later = { ...stored({ ...some, attempt: 2 }, 3), derivedFrom: source.id };
    const progressOf = (name: string) => ({ ...emptyProgress(), journeys: { [name]: {} } });
    const deriving = (event: StoredEvent, name: string) => ({
      project: "p",
      events: [source],
      rejects: [],
      derive: (fresh: readonly StoredEvent[]) =>
        fresh.length === 0
          ? { events: [], progress: [] }
          : { events: [event], progress: [{ person: "a", progress: progressOf(name) }] },
    });
    await store.append(deriving(completion, "j"));
    const before = await comparable(store);
    // As a crash leaves it: the events are there, their rows and their progress are not.
    const engine = await connectClickHouse(parseClickHouseAddress(url), quiet);
    onTestFinished(() => engine.close());
    for (const table of rowTables) await engine.everywhere(deletion(parseClickHouseAddress(url), table, "1"));
    await eraseState(control, "p", "a");
    expect(await comparable(store)).not.toEqual(before);
    await store.append(deriving(completion, "j"));
    expect(await comparable(store)).toEqual(before);
    expect(await store.progressOf("p", "a")).toEqual(progressOf("j"));
    // What the source would complete today was not derived then.
    await store.append(deriving(later, "k"));
    expect(await store.progressOf("p", "a")).toEqual(progressOf("j"));
    expect(await comparable(store)).toEqual(before);
  });

  test("C200 C201 over HTTP: what the store cannot know is null, and counts are exact", async () => {
    const store = await createBench({ store: { clickhouse: bench.freshUrl() } });
    const events = [started("log-call", monday), completed("log-call", monday)];
    const told = [await store.send(batch("ana", events)), await store.send(batch("ana", events))];
    for (const answer of told) {
      expect(answer.status).toBe(202);
      expect(await answer.json()).toMatchObject({ accepted: 2, duplicates: null, conflicts: [] });
    }
    const ready = await (await store.call("GET", "/readyz")).json();
    expect(ready).toEqual({ ready: true, events: { outcomes: "none", conflicts: "later" } });
    const arrivals = await (await store.call("GET", "/v1/arrivals", { key: store.keys.ownerKey })).json();
    expect(arrivals).toMatchObject({ received: 2, duplicates: null, rejected: 0 });
  });
});

// Host events complete steps, blocks are frozen, pictures are drawn: the same tests, over this store.
if (why === null) {
  const own = clickHouseBench(1);
  beforeAll(async () => {
    await own.start();
    benchStores.next = async () => ({ clickhouse: own.freshUrl() });
    benchStores.tellsOutcomes = false;
  });
  afterAll(() => own.stop());
  await import("../progress.test.ts");
}
