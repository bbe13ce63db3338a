import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Worker } from "node:worker_threads";
import { expect, onTestFinished, test, vi } from "vitest";
import { remembering } from "../src/control/writes.ts";
import { createCommitQueue } from "../src/events/commit-queue.ts";
import type { EventStore } from "../src/events/event-store.ts";
import { packEvents, unpackEvents } from "../src/events/parcel.ts";
import type { StoredEvent } from "../src/events/stored-event.ts";
import { createThreadedEventStore, type ThreadedEventStoreOptions } from "../src/events/threaded-event-store.ts";
import { createPace } from "../src/ingest/pace.ts";
import { createBench } from "./support/bench.ts";
import { batch, event, idOf } from "./support/events.ts";
import { ownFolder } from "./support/process.ts";

const at = Date.parse("2026-09-07T08:00:00Z");

const stored = (name: string): StoredEvent => ({
  project: "p",
  id: idOf(name, at),
  type: "host.x",
  ts: new Date(at).toISOString(),
  at,
  receivedAt: at,
  skewMs: 0,
  week: 2957,
  journey: null,
  version: null,
  step: null,
  subject: "",
  session: "s",
  seq: 0,
  person: "a",
  role: null,
  verified: 0,
  simulated: 0,
  locale: "en",
  sdk: "sdk/1",
  props: `{"name":${JSON.stringify(name)}}`,
  hash: name,
  derivedFrom: null,
  sourceId: null,
});

const many = (count: number, prefix = ""): StoredEvent[] =>
  Array.from({ length: count }, (_, i) => stored(`${prefix}${i}`));

function opened(options: ThreadedEventStoreOptions = {}): EventStore {
  const { path, remove } = ownFolder();
  const store = createThreadedEventStore(join(path, "events.sqlite"), options);
  onTestFinished(async () => {
    await store.close();
    remove();
  });
  return store;
}

const write = (store: EventStore, events: readonly StoredEvent[]): Promise<unknown> =>
  store.append({ project: "p", events, rejects: [] });

test("C100 what waits is written in groups of at most 2,000 events, and nobody waits for company", async () => {
  const log: string[] = [];
  const queue = createCommitQueue({
    begin: () => void log.push("begin"),
    commit: () => void log.push("commit"),
    rollback: () => void log.push("rollback"),
  });
  await Promise.all([900, 900, 900, 5000, 1].map((events) => queue.run(() => void log.push(`${events}`), events)));
  expect(log.join(" ")).toBe("begin 900 900 commit begin 900 commit begin 5000 commit begin 1 commit");
});

test("C100 a slow report holds up no delivery", async () => {
  const store = opened();
  for (let i = 0; i < 4; i += 1) await write(store, many(2000, `${i}/`));
  const order: string[] = [];
  const reports = Array.from({ length: 24 }, () => store.events("p", null, 8000));
  const reported = Promise.all(reports).then((all) => {
    order.push("reports");
    return all.map((each) => each.length);
  });
  await write(store, [stored("in between")]).then(() => order.push("delivery"));
  expect(await reported).toEqual(new Array(24).fill(8000));
  expect(order).toEqual(["delivery", "reports"]);
});

test("C100 events come out of their packing as they went in", () => {
  const odd = { ...stored("\ud83d\udc4b \ud800 \"'\\\u0000"), seq: 7, journey: "j" };
  const other = { ...stored("c"), person: "b" };
  for (const events of [
    [],
    [stored("a")],
    [stored("a"), odd, stored("b")],
    [other, stored("a"), odd, other],
    many(600),
  ])
    expect(packEvents(events).flatMap(unpackEvents)).toEqual(events);
  expect(packEvents([other, stored("a"), odd]).map(({ person, count }) => [person, count])).toEqual([
    ["b", 1],
    ["a", 2],
  ]);
});

test("C101 where the writing thread dies, what it had is refused with 503, and a second later it goes on", async () => {
  const reasons: string[] = [];
  let worker: Worker | null = null;
  const store = opened({
    onUp: (started) => {
      worker = started;
    },
    onDown: (reason) => void reasons.push(reason),
  });
  await write(store, many(10));
  const underWay = Promise.allSettled([write(store, many(2000, "x")), write(store, many(2000, "y"))]);
  await (worker as unknown as Worker).terminate();
  for (const each of await underWay)
    if (each.status === "rejected") expect(each.reason).toMatchObject({ code: "cannot_keep", status: 503 });
  await expect(write(store, [stored("z")])).rejects.toMatchObject({ code: "cannot_keep" });
  expect(reasons).toEqual(["it ended"]);
  await expect
    .poll(() => write(store, many(11)), { timeout: 20_000 })
    .toEqual([...new Array(10).fill("duplicate"), "accepted"]);
});

test("C102 more than may wait is refused with 503 before it is queued, and there is room again afterwards", async () => {
  const store = opened({ limits: { events: 100 } });
  const results = await Promise.allSettled(Array.from({ length: 6 }, (_, i) => write(store, many(50, `${i}/`))));
  expect(results.map((each) => each.status)).toEqual([
    ...new Array(2).fill("fulfilled"),
    ...new Array(4).fill("rejected"),
  ]);
  expect(results.at(-1)).toMatchObject({ reason: { code: "cannot_keep", retryAfterSeconds: 5 } });
  expect(await write(store, many(500, "alone"))).toHaveLength(500);
  const small = opened({ limits: { bytes: 4000 } });
  const bytes = await Promise.allSettled([write(small, many(50, "a")), write(small, many(50, "b"))]);
  expect(bytes.map((each) => each.status)).toEqual(["fulfilled", "rejected"]);
});

test("C104 a file that cannot be opened is told at once, with its reason", async () => {
  const store = createThreadedEventStore("/proc/nowhere/events.sqlite");
  await expect(store.opened).rejects.toMatchObject({ message: "unable to open database file", errcode: 14 });
  await store.close();
});

test("C105 a key that sends without measure gets 429 with the time to wait; other keys do not", async () => {
  let now = 0;
  const pace = createPace({ eventsPerSecond: 10, burst: 100 }, () => now);
  pace.admit("a");
  pace.charge("a", 150);
  expect(() => pace.admit("a")).toThrow(expect.objectContaining({ status: 429, retryAfterSeconds: 6 }));
  pace.admit("b");
  now += 6000;
  pace.admit("a");
  const bench = await createBench({ pace: { eventsPerSecond: 1, burst: 3 } });
  const send = () =>
    bench.send(
      batch(
        "u-1",
        [1, 2, 3, 4].map((seq) => event("host.x", "2026-09-07T08:00:00Z", { seq })),
      ),
    );
  expect((await send()).status).toBe(202);
  const refused = await send();
  expect([refused.status, refused.headers.get("retry-after"), await refused.json()]).toMatchObject([
    429,
    "2",
    { code: "too_many_requests" },
  ]);
});

test("C117 what was remembered of the control store goes with the next change, and after a second", async () => {
  const bench = await createBench();
  // A clock that goes on only when told to: on a slow machine a second is soon over.
  let now = performance.now();
  const clock = vi.spyOn(performance, "now").mockImplementation(() => now);
  onTestFinished(() => clock.mockRestore());
  const remembered = remembering<number>();
  let asked = 0;
  const ask = () => remembered("key", async () => ++asked);
  expect([await ask(), await ask()]).toEqual([1, 1]);
  await bench.collector.admin.setRoles("crm", []);
  expect(await ask()).toBe(2);
  const meanwhile = remembered("other", async () => {
    await bench.collector.admin.setRoles("crm", []);
    return ++asked;
  });
  expect(await meanwhile).toBe(3);
  expect(await remembered("other", async () => ++asked)).toBe(4);
  expect(await ask()).toBe(5);
  now += 999;
  expect(await ask()).toBe(5);
  now += 2;
  expect(await ask()).toBe(6);
});

test("C113 where the collector's own clock jumps, nothing is lost, counted twice or refused", async () => {
  const bench = await createBench();
  const deliveries = ["2026-09-07T09:00:00Z", "2026-09-09T09:00:00Z", "2026-09-05T09:00:00Z", "2026-09-07T09:00:00Z"];
  const own = (name: string, ts: string) => batch("u-1", [event("session.started", ts, {}, name)], { sentAt: ts });
  const sent = deliveries.map((moment, i) => own(`${i}`, moment));
  for (const [i, moment] of deliveries.entries()) {
    bench.clock.set(moment);
    expect(await (await bench.send(sent[i])).json()).toMatchObject({ accepted: 1, rejected: [] });
  }
  bench.clock.set("2026-08-01T00:00:00Z");
  for (const each of sent) expect(await (await bench.send(each)).json()).toMatchObject({ accepted: 0, duplicates: 1 });
  const report = await bench.call("GET", "/v1/arrivals", { key: bench.keys.ownerKey });
  expect(await report.json()).toMatchObject({ received: 4, duplicates: 4, rejected: 0 });
});

test("C116 the built package has the thread's file beside it", () => {
  const dist = join(import.meta.dirname, "../dist");
  expect(existsSync(join(dist, "event-worker.js"))).toBe(true);
});
