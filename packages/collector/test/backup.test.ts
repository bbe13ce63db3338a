import { spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { backupData, createCollector, type ProjectKeys, restoreData, serve } from "../src/index.ts";
import { winADeal } from "./support/bench.ts";
import { batch, event } from "./support/events.ts";

function tempDir(): string {
  const dir = mkdtempSync(join(tmpdir(), "waymark-"));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

interface Running {
  url: string;
  keys: ProjectKeys;
  stop(): Promise<void>;
}

/** A collector in a process of its own. */
async function run(dataDir: string): Promise<Running> {
  const child = spawn(process.execPath, [join(import.meta.dirname, "support/child.mjs"), dataDir], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  const stop = async () => {
    child.kill("SIGKILL");
    await once(child, "exit");
  };
  return { ...(JSON.parse(line.toString()) as { url: string; keys: ProjectKeys }), stop };
}

/** Sends one delivery after the other until told to stop; what was acknowledged stands in `acknowledged`. */
async function load(
  { url, keys }: Running,
  name: string,
  acknowledged: Set<string>,
  isOver: () => boolean,
): Promise<void> {
  for (let i = 0; !isOver(); i += 1) {
    const events = [0, 1, 2].map((n) => event("session.started", new Date().toISOString(), {}, `${name}-${i}-${n}`));
    const body = JSON.stringify(batch(`u-${name}`, events));
    const answer = await fetch(`${url}/v1/events?key=${keys.writeKey}`, { method: "POST", body });
    if (answer.status === 202) for (const { id } of events) acknowledged.add(id);
  }
}

async function idsOf(url: string, key: string): Promise<Set<string>> {
  const ids = new Set<string>();
  for (let after = "", more = true; more; ) {
    const answer = await fetch(`${url}/v1/events?limit=10000${after}`, { headers: { authorization: `Bearer ${key}` } });
    const lines = (await answer.text()).split("\n").filter(Boolean);
    for (const line of lines) ids.add((JSON.parse(line) as { id: string }).id);
    after = `&after=${[...ids].at(-1)}`;
    more = lines.length === 10_000;
  }
  return ids;
}

test("C170 a backup under load holds everything acknowledged before it, and goes on where it was restored", {
  timeout: 120_000,
}, async () => {
  const [dataDir, folder] = [tempDir(), tempDir()];
  const running = await run(dataDir);
  const author = { authorization: `Bearer ${running.keys.authorKey}` };
  const put = { method: "PUT", headers: author, body: JSON.stringify(winADeal) };
  expect((await fetch(`${running.url}/v1/journeys/win-a-deal`, put)).status).toBe(200);
  await fetch(`${running.url}/v1/journeys/win-a-deal/publish`, { method: "POST", headers: author });
  const acknowledged = new Set<string>();
  let over = false;
  const senders = ["a", "b", "c", "d"].map((name) => load(running, name, acknowledged, () => over));
  await expect.poll(() => acknowledged.size).toBeGreaterThan(300);
  const before = [...acknowledged];
  const to = join(folder, "backup");
  const manifest = await backupData(dataDir, to);
  await expect.poll(() => acknowledged.size).toBeGreaterThan(before.length);
  over = true;
  await Promise.all(senders);
  await running.stop();
  expect(Object.keys(manifest.files).sort()).toEqual(["control.sqlite", "events.sqlite", "secrets.json"]);
  for (const file of readdirSync(to)) expect([file, statSync(join(to, file)).mode & 0o777]).toEqual([file, 0o600]);

  const restored = join(folder, "data");
  await restoreData(to, restored);
  const collector = await createCollector({ dataDir: restored });
  const served = await serve(collector, { port: 0 });
  onTestFinished(async () => {
    await served.close();
    await collector.close();
  });
  const kept = await idsOf(served.url, running.keys.ownerKey);
  expect(before.filter((id) => !kept.has(id))).toEqual([]);
  expect([...kept].filter((id) => !acknowledged.has(id)).length).toBeLessThanOrEqual(12);
  const journeys = await fetch(`${served.url}/v1/journeys?key=${running.keys.writeKey}&role=sales-rep`);
  expect(await journeys.json()).toMatchObject({ journeys: [{ id: "win-a-deal", version: 1 }] });
  // The same secrets: the same person is the same code, so that the same event again is a duplicate.
  const person = await collector.admin.exportPerson("crm", "u-a");
  expect(person.events.length).toBeGreaterThan(10);
  const { id, ts, type } = person.events[0] ?? { id: "", ts: "", type: "" };
  const again = JSON.stringify(batch("u-a", [{ id, type, ts, session: "s1", seq: 0, props: {} }]));
  const answer = await fetch(`${served.url}/v1/events?key=${running.keys.writeKey}`, { method: "POST", body: again });
  expect(await answer.json()).toMatchObject({ accepted: 0, duplicates: 1 });
});

test("C171 half a backup, a changed one, and data that is there already are refused", async () => {
  const [dataDir, folder] = [tempDir(), tempDir()];
  const collector = await createCollector({ dataDir });
  await collector.admin.createProject({ id: "crm", title: "CRM", roles: [] });
  const to = join(folder, "backup");
  await expect(backupData(join(folder, "nothing"), to)).rejects.toMatchObject({ code: "data_missing" });
  await backupData(dataDir, to);
  expect((await collector.admin.audit("crm"))[0]).toMatchObject({ who: "operator", act: "backup.make" });
  await collector.close();
  await expect(backupData(dataDir, to)).rejects.toMatchObject({ code: "backup_exists" });
  await expect(restoreData(to, dataDir)).rejects.toMatchObject({ code: "data_exists" });
  await expect(restoreData(folder, join(folder, "new"))).rejects.toMatchObject({ code: "backup_invalid" });
  appendFileSync(join(to, "events.sqlite"), "x");
  await expect(restoreData(to, join(folder, "new"))).rejects.toMatchObject({ code: "backup_invalid" });
  rmSync(join(to, "events.sqlite"));
  await expect(restoreData(to, join(folder, "new"))).rejects.toMatchObject({ code: "backup_invalid" });
  expect(existsSync(join(folder, "new"))).toBe(false);
  expect(readdirSync(folder)).toEqual(["backup"]);
});
