import { spawn } from "node:child_process";
import { once } from "node:events";
import { Agent } from "node:http";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { openPostgresControl } from "../../src/control/open-postgres.ts";
import { gatherRows } from "../../src/events/gather-rows.ts";
import type { StoredEvent } from "../../src/events/stored-event.ts";
import { createCollector, migrate, serve } from "../../src/index.ts";
import { emptyLoad, ownFolder, post, pump, startChild, stopChild, storedIds } from "../support/process.ts";
import { clickHouseBench, quiet, whySkipped } from "./clickhouse-bench.ts";
import { type PostgresServer, startPostgres, whyNoPostgres } from "./postgres-server.ts";

const why = whySkipped(1) ?? whyNoPostgres();
const command = join(import.meta.dirname, "../../../cli/dist/main.js");

/** Rows in an order of their own. */
const sorted = (rows: readonly object[]): string[] =>
  rows.map((row) => JSON.stringify(row, Object.keys(row).sort())).sort();

describe.skipIf(why !== null)(`moving to the engine${why === null ? "" : ` (skipped: ${why})`}`, () => {
  const bench = clickHouseBench(1);
  let postgres: PostgresServer;
  beforeAll(async () => {
    await bench.start();
    postgres = await startPostgres();
  });
  afterAll(async () => {
    await bench.stop();
    await postgres?.stop();
  });

  async function startOld() {
    const folder = ownFolder();
    onTestFinished(folder.remove);
    const child = await startChild(folder.path);
    onTestFinished(() => void stopChild(child, "SIGKILL"));
    return { dataDir: folder.path, child, key: child.keys?.writeKey ?? "" };
  }

  async function everyEvent(url: string): Promise<{ events: StoredEvent[]; rows: unknown[]; wanted: unknown[] }> {
    const store = await bench.openAt(url);
    const events = await store.events("crm", null, 1_000_000);
    const kept = await store.rows("crm");
    await store.close();
    const rows = gatherRows(events);
    return {
      events,
      rows: [sorted(kept.progress), sorted(kept.reach), sorted(kept.people)],
      wanted: [sorted(rows.progress), sorted(rows.reach), sorted(rows.people)],
    };
  }

  test("C213 a project moves while its collector takes events: nothing lost, nothing twice", async () => {
    const { dataDir, child, key } = await startOld();
    const clickhouse = bench.freshUrl();
    const store = { clickhouse, postgres: await postgres.freshDatabase() };
    const load = emptyLoad();
    let over = false;
    const pumping = pump({ url: child.url, key, name: "old" }, load, () => over);
    await sleep(500);
    const following = new AbortController();
    const moving = migrate({ dataDir, ...store, follow: following.signal, logger: quiet });
    await sleep(1500);
    // The new one takes over while the old one still answers; what was in flight is sent again to the new one.
    const next = await createCollector({ dataDir, store, logger: quiet });
    onTestFinished(() => next.close());
    const served = await serve(next, { port: 0 });
    onTestFinished(() => served.close());
    let overThere = false;
    const there = pump({ url: served.url, key, name: "new" }, load, () => overThere);
    await sleep(500);
    over = true;
    await pumping;
    expect(await stopChild(child, "SIGTERM")).toBe(0);
    following.abort();
    const moved = await moving;
    const agent = new Agent({ keepAlive: true });
    onTestFinished(() => agent.destroy());
    for (const body of load.bodies.slice(0, 20)) await post(agent, `${served.url}/v1/events?key=${key}`, body);
    overThere = true;
    await there;
    const { events, rows, wanted } = await everyEvent(clickhouse);
    const ids = events.map(({ id }) => id);
    const old = storedIds(dataDir);
    expect(ids.length).toBe(new Set(ids).size);
    expect([...load.acknowledged, ...old].filter((id) => !new Set(ids).has(id))).toEqual([]);
    expect(rows).toEqual(wanted);
    expect(moved).toMatchObject({ events: old.length, verified: old.length });
    expect(moved.control).toBeGreaterThan(3);
    expect(load.refused).toBe(0);
    expect(old.length).toBeGreaterThan(500);
    expect(load.acknowledged.size).toBeGreaterThan(old.length);
    console.log(`moved ${old.length} events while ${load.acknowledged.size} were acknowledged, mended ${moved.mended}`);
  });

  test("C213 moving again changes nothing, and who was erased meanwhile is gone there too", async () => {
    const { dataDir, child, key } = await startOld();
    const clickhouse = bench.freshUrl();
    const load = emptyLoad();
    let sent = false;
    const pumping = pump({ url: child.url, key, name: "once" }, load, () => sent);
    await sleep(400);
    sent = true;
    await pumping;
    const following = new AbortController();
    const moving = migrate({ dataDir, clickhouse, follow: following.signal, logger: quiet });
    await sleep(1000);
    const erased = await fetch(`${child.url}/v1/people/u-3`, {
      method: "DELETE",
      headers: { authorization: `Bearer ${child.keys?.ownerKey}` },
    });
    expect(erased.ok).toBe(true);
    following.abort();
    await moving;
    const first = await everyEvent(clickhouse);
    expect(first.events.map(({ id }) => id).sort()).toEqual(storedIds(dataDir).sort());
    expect(first.events.length).toBeLessThan(load.acknowledged.size);
    expect(await migrate({ dataDir, clickhouse, logger: quiet })).toMatchObject({ mended: 0 });
    expect(await everyEvent(clickhouse)).toEqual(first);
  });

  test("C214 the command moves a directory, says what it moved, and names what is missing", async () => {
    const { dataDir, child, key } = await startOld();
    const agent = new Agent();
    const load = emptyLoad();
    await pump({ url: child.url, key, name: "cli" }, load, () => load.acknowledged.size > 0);
    agent.destroy();
    const control = await postgres.freshDatabase();
    const run = async (args: string[]): Promise<{ code: number | null; out: string; err: string }> => {
      const it = spawn(process.execPath, [command, "collector", "migrate", ...args], { stdio: "pipe" });
      const said = { out: "", err: "" };
      it.stdout.on("data", (chunk) => (said.out += chunk));
      it.stderr.on("data", (chunk) => (said.err += chunk));
      const [code] = (await once(it, "exit")) as [number | null];
      return { code, ...said };
    };
    const moved = await run(["--data", dataDir, "--to", bench.freshUrl(), "--control", control]);
    expect(moved).toMatchObject({ code: 0, err: "" });
    expect(JSON.parse(moved.out)).toMatchObject({ events: load.acknowledged.size, mended: 0 });
    const db = await openPostgresControl(control);
    expect(await db.selectFrom("projects").select("id").execute()).toEqual([{ id: "crm" }]);
    await db.destroy();
    const nowhere = await run(["--data", join(dataDir, "none"), "--to", bench.freshUrl()]);
    expect(nowhere.code).toBe(1);
    expect(nowhere.err).toContain("events.sqlite");
    const wrong = await run(["--data", dataDir, "--to", "mysql://x"]);
    expect(wrong).toMatchObject({ code: 1, out: "" });
    expect(wrong.err).toContain("clickhouse://");
  });
});
