import { spawn } from "node:child_process";
import { once } from "node:events";
import { Agent } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { openPostgresControl } from "../../src/control/open-postgres.ts";
import { gatherRows } from "../../src/events/gather-rows.ts";
import type { StoredEvent } from "../../src/events/stored-event.ts";
import { createCollector, type Migrated, type MigrateOptions, migrate, serve } from "../../src/index.ts";
import { emptyLoad, type Load, ownFolder, post, pump, startChild, stopChild, storedIds } from "../support/process.ts";
import { clickHouseBench, quiet, whySkipped } from "./clickhouse-bench.ts";
import { type PostgresServer, startPostgres, whyNoPostgres } from "./postgres-server.ts";

const why = whySkipped(1) ?? whyNoPostgres();
const command = join(import.meta.dirname, "../../../cli/dist/main.js");

/** However slow the machine: until so much was acknowledged. */
const acknowledged = (load: Load, least: number): Promise<void> =>
  vi.waitUntil(() => load.acknowledged.size >= least, { timeout: 60_000 }).then(() => undefined);

/** A move that goes on; `begun` once its first round is over, with all control data there. */
function startMoving(options: MigrateOptions): { begun: Promise<void>; moved: Promise<Migrated> } {
  const { promise: begun, resolve } = Promise.withResolvers<void>();
  return { begun, moved: migrate({ ...options, onRound: () => resolve() }) };
}

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
    const pumping = pump({ url: child.url, key, name: "old", restMs: 100 }, load, () => over);
    await acknowledged(load, 600);
    const following = new AbortController();
    const moving = startMoving({ dataDir, ...store, follow: following.signal, logger: quiet });
    await Promise.race([moving.begun, moving.moved]);
    // The new one takes over while the old one still answers; what was in flight is sent again to the new one.
    const next = await createCollector({ dataDir, store, logger: quiet });
    onTestFinished(() => next.close());
    const served = await serve(next, { port: 0 });
    onTestFinished(() => served.close());
    let overThere = false;
    const loadThere = emptyLoad();
    const there = pump({ url: served.url, key, name: "new", restMs: 100 }, loadThere, () => overThere);
    await acknowledged(loadThere, 100);
    over = true;
    await pumping;
    expect(await stopChild(child, "SIGTERM")).toBe(0);
    following.abort();
    const moved = await moving.moved;
    const agent = new Agent({ keepAlive: true });
    onTestFinished(() => agent.destroy());
    for (const body of load.bodies.slice(0, 20)) await post(agent, `${served.url}/v1/events?key=${key}`, body);
    overThere = true;
    await there;
    const { events, rows, wanted } = await everyEvent(clickhouse);
    const ids = events.map(({ id }) => id);
    const old = storedIds(dataDir);
    expect(ids.length).toBe(new Set(ids).size);
    expect([...load.acknowledged, ...loadThere.acknowledged, ...old].filter((id) => !new Set(ids).has(id))).toEqual([]);
    expect(rows).toEqual(wanted);
    expect(moved).toMatchObject({ events: old.length, verified: old.length });
    expect(moved.control).toBeGreaterThan(3);
    // Too much for a slow machine may be 503 and come again; a key or a project that did not move would be something else.
    const refusals = [...load.refusals, ...loadThere.refusals];
    expect(refusals.filter((refusal) => !refusal.startsWith("503 "))).toEqual([]);
    expect(old.length).toBeGreaterThan(500);
    const both = load.acknowledged.size + loadThere.acknowledged.size;
    console.log(`moved ${old.length} events while ${both} were acknowledged, mended ${moved.mended}`);
  });

  test("C213 moving again changes nothing, and who was erased meanwhile is gone there too", async () => {
    const { dataDir, child, key } = await startOld();
    const clickhouse = bench.freshUrl();
    const load = emptyLoad();
    let sent = false;
    const pumping = pump({ url: child.url, key, name: "once" }, load, () => sent);
    // Some of each of the fifty people it is about.
    await acknowledged(load, 1000);
    sent = true;
    await pumping;
    const following = new AbortController();
    const moving = startMoving({ dataDir, clickhouse, follow: following.signal, logger: quiet });
    await Promise.race([moving.begun, moving.moved]);
    const erased = await fetch(`${child.url}/v1/people/u-3`, {
      method: "DELETE",
      headers: { authorization: `Bearer ${child.keys?.ownerKey}` },
    });
    expect(erased.ok).toBe(true);
    following.abort();
    await moving.moved;
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
