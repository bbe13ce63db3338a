import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, onTestFinished, test } from "vitest";
import { createMemoryEventStore } from "../src/events/memory-event-store.ts";
import { createSqliteEventStore } from "../src/events/sqlite-event-store.ts";
import type { StoredEvent } from "../src/events/stored-event.ts";
import { createThreadedEventStore } from "../src/events/threaded-event-store.ts";
import { aHostEvent, comparable, eventStoreContract } from "./event-store-contract.ts";
import { idOf } from "./support/events.ts";

eventStoreContract("memory", createMemoryEventStore);
eventStoreContract("node:sqlite", () => createSqliteEventStore(":memory:"));
eventStoreContract("node:sqlite in threads", () => createThreadedEventStore(join(tempDir(), "events.sqlite")), 6);

function tempDir(): string {
  const dir = mkdtempSync(join(tmpdir(), "waymark-"));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

test("C11 opening a file twice changes nothing", async () => {
  const dir = mkdtempSync(join(tmpdir(), "waymark-"));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  const path = join(dir, "events.sqlite");
  const first = createSqliteEventStore(path);
  const reject = { project: "p", hash: "h", at: 5, code: "c", path: "$", message: "m", body: "{}" };
  await first.append({ project: "p", events: [], rejects: [reject] });
  await first.close();
  const second = createSqliteEventStore(path);
  expect(await second.arrivals("p", 10)).toMatchObject({ rejected: 1 });
  await second.close();
});

test("C220 events of a person that come together lie as one; of a delivery that is partly known the new ones are kept", async () => {
  const path = join(tempDir(), "events.sqlite");
  const store = createSqliteEventStore(path);
  const events = Array.from({ length: 60 }, (_, i) => ({
    ...aHostEvent,
    id: idOf(`${i}`, aHostEvent.at),
    hash: `${i}`,
  }));
  const take = (part: StoredEvent[]) => store.append({ project: "p", events: part, rejects: [] });
  await take(events.slice(0, 20));
  const changed = { ...(events[3] as StoredEvent), hash: "other", props: '{"secret":1}' };
  const mixed = [...events.slice(10, 30), changed, ...events.slice(25, 40)];
  expect(await take(mixed)).toEqual([
    ...new Array(10).fill("duplicate"),
    ...new Array(10).fill("accepted"),
    "conflict",
    ...new Array(5).fill("duplicate"),
    ...new Array(10).fill("accepted"),
  ]);
  expect(await take(mixed.slice(0, 20))).toEqual(new Array(20).fill("duplicate"));
  await take(events);
  expect(await store.events("p", null, 100)).toEqual(events.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
  await store.close();
  const db = new DatabaseSync(path);
  const parcels = db.prepare("SELECT length(ids) / 16 AS count, body LIKE '%secret%' AS leaks FROM parcels").all();
  expect(parcels.map((each) => ({ ...each }))).toEqual([20, 20, 20].map((count) => ({ count, leaks: 0 })));
  db.close();
});

test("C222 a rebuild lets deliveries in between, and shows each person's old rows or the new ones", async () => {
  const store = createSqliteEventStore(":memory:");
  const of = (name: string): StoredEvent => ({
    ...aHostEvent,
    id: idOf(name, aHostEvent.at),
    type: "journey.offered",
    journey: "j",
    person: name,
    role: "rep",
  });
  const events = Array.from({ length: 400 }, (_, i) => of(`${i}`));
  await store.append({ project: "p", events, rejects: [] });
  const before = await comparable(store);
  const order: string[] = [];
  const rebuilt = store.rebuild("p").then(() => order.push("rebuilt"));
  while (order.length < 3) {
    await store.append({ project: "p", events: [of(`new ${order.length}`)], rejects: [] });
    order.push("delivery");
    const { reach, people } = await store.rows("p");
    expect([reach.length, people.length]).toEqual([400 + order.length, 400 + order.length]);
  }
  await rebuilt;
  expect(order).toEqual(["delivery", "delivery", "delivery", "rebuilt"]);
  await store.erase("p", ["new 0", "new 1", "new 2"]);
  expect(await comparable(store)).toEqual(before);
  await store.close();
});
