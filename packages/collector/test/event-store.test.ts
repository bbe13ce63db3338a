import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, onTestFinished, test } from "vitest";
import { createMemoryEventStore } from "../src/events/memory-event-store.ts";
import { createSqliteEventStore } from "../src/events/sqlite-event-store.ts";
import { createThreadedEventStore } from "../src/events/threaded-event-store.ts";
import { aHostEvent, eventStoreContract } from "./event-store-contract.ts";

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

test("C134 a file of an earlier collector takes other clients' ids too", async () => {
  const dir = mkdtempSync(join(tmpdir(), "waymark-"));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  const path = join(dir, "events.sqlite");
  await createSqliteEventStore(path).close();
  const earlier = new DatabaseSync(path);
  earlier.exec("ALTER TABLE events DROP COLUMN sourceId");
  earlier.close();
  for (const known of [false, true]) {
    const store = createSqliteEventStore(path);
    const theirs = { ...aHostEvent, sourceId: "m-1" };
    await store.append({ project: "p", events: [theirs], rejects: [] });
    expect([known, await store.events("p", null, 5)]).toMatchObject([known, [{ sourceId: "m-1" }]]);
    await store.close();
  }
});
