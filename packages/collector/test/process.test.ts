import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { sql } from "kysely";
import { expect, onTestFinished, test } from "vitest";
import { openControl } from "../src/control/open-control.ts";
import { openEventDatabase } from "../src/events/sqlite-event-store.ts";
import { createCollector, failures, type ProjectKeys, serve } from "../src/index.ts";
import { createBench } from "./support/bench.ts";
import { batch, event } from "./support/events.ts";

function tempDir(): string {
  const dir = mkdtempSync(join(tmpdir(), "waymark-"));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

const stamp = () => new Date().toISOString();
const session = (name: string) => event("session.started", stamp(), {}, name);

async function countOf(dataDir: string, key: string): Promise<number> {
  const collector = await createCollector({ dataDir });
  const response = await collector.fetch(
    new Request("http://c/v1/events?limit=10000", { headers: { authorization: `Bearer ${key}` } }),
  );
  const lines = (await response.text()).split("\n").filter(Boolean);
  await collector.close();
  return lines.length;
}

test("C11 what was answered is there after closing and opening", async () => {
  const dataDir = tempDir();
  const collector = await createCollector({ dataDir });
  const keys = await collector.admin.createProject({ id: "crm", title: "CRM", roles: [] });
  const post = (person: string) =>
    new Request(`http://c/v1/events?key=${keys.writeKey}`, {
      method: "POST",
      headers: { "content-type": "text/plain" },
      body: JSON.stringify(batch(person, [session(person)])),
    });
  await collector.fetch(post("u-plain-1"));
  await collector.close();
  expect(await countOf(dataDir, keys.ownerKey)).toBe(1);
});

test("C11 a commit is on the disk when it is answered: both files are synced with each", async () => {
  const dataDir = tempDir();
  // Full: the log is synced before a commit returns. Anything less may lose the last of them in a power cut.
  const full = 2;
  const db = openEventDatabase(join(dataDir, "events.sqlite"));
  expect(db.prepare("PRAGMA synchronous").get()).toMatchObject({ synchronous: full });
  db.close();
  const control = await openControl(join(dataDir, "control.sqlite"));
  expect((await sql`PRAGMA synchronous`.execute(control)).rows).toMatchObject([{ synchronous: full }]);
  await control.destroy();
});

test("C11 a process killed right after its answers loses none of them", { timeout: 120_000 }, async () => {
  const dataDir = tempDir();
  const child = spawn(process.execPath, [join(import.meta.dirname, "support/child.mjs"), dataDir], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  const { url, keys } = JSON.parse(line.toString()) as { url: string; keys: ProjectKeys };
  let acknowledged = 0;
  for (let i = 0; i < 40; i += 1) {
    const body = JSON.stringify(batch(`u-${i}`, [session(`${i}a`), session(`${i}b`)]));
    const response = await fetch(`${url}/v1/events?key=${keys.writeKey}`, { method: "POST", body });
    acknowledged += ((await response.json()) as { accepted: number }).accepted;
  }
  child.kill("SIGKILL");
  await once(child, "exit");
  expect(acknowledged).toBe(80);
  expect(await countOf(dataDir, keys.ownerKey)).toBe(80);
});

test("C12 while another process holds the store, 503, and nothing of the delivery is kept", {
  timeout: 120_000,
}, async () => {
  const dataDir = tempDir();
  const log: string[] = [];
  const collector = await createCollector({ dataDir, logger: { error: (message) => void log.push(message) } });
  onTestFinished(() => collector.close());
  const keys = await collector.admin.createProject({ id: "crm", title: "CRM", roles: [] });
  const body = JSON.stringify(batch("u-1", [session("x")]));
  const post = () => collector.fetch(new Request(`http://c/v1/events?key=${keys.writeKey}`, { method: "POST", body }));
  const holder = new DatabaseSync(join(dataDir, "events.sqlite"));
  holder.exec("BEGIN IMMEDIATE");
  const refused = await Promise.all([post(), post()]);
  expect(refused.map((each) => [each.status, each.headers.get("retry-after")])).toEqual([
    [503, "5"],
    [503, "5"],
  ]);
  expect(log).toContain("the store cannot write");
  holder.exec("ROLLBACK");
  holder.close();
  expect(await (await post()).json()).toMatchObject({ accepted: 1, duplicates: 0 });
});

test("C11 closing waits for what is under way", async () => {
  const dataDir = tempDir();
  const collector = await createCollector({ dataDir });
  const keys = await collector.admin.createProject({ id: "crm", title: "CRM", roles: [] });
  const body = JSON.stringify(batch("u-1", [session("x")]));
  const post = collector.fetch(new Request(`http://c/v1/events?key=${keys.writeKey}`, { method: "POST", body }));
  await collector.close();
  expect((await post).status).toBe(202);
  expect(await countOf(dataDir, keys.ownerKey)).toBe(1);
});

test("C7 C83 no user id in any file, and secrets apart from the database", async () => {
  const dataDir = tempDir();
  const collector = await createCollector({ dataDir });
  const keys = await collector.admin.createProject({ id: "crm", title: "CRM", roles: [] });
  const body = JSON.stringify(batch("u-find-me", [session("x"), { id: "u-find-me", secret: "u-find-me" }]));
  await collector.fetch(new Request(`http://c/v1/events?key=${keys.writeKey}`, { method: "POST", body }));
  const files = readdirSync(dataDir);
  expect(files).toEqual(expect.arrayContaining([".gitignore", "control.sqlite", "events.sqlite", "secrets.json"]));
  expect(readFileSync(join(dataDir, ".gitignore"), "utf8")).toBe("*\n");
  for (const file of files) {
    const bytes = readFileSync(join(dataDir, file), "latin1");
    expect([file, bytes.includes("u-find-me")]).toEqual([file, false]);
    expect([file, bytes.includes(keys.writeKey)]).toEqual([file, false]);
    expect([file, bytes.includes(keys.signingSecret)]).toEqual([file, file === "secrets.json"]);
  }
  for (const file of files) expect([file, statSync(join(dataDir, file)).mode & 0o777]).toEqual([file, 0o600]);
  await collector.close();
});

test("C83 with a master secret there is no file, and the same secret gives the same codes", async () => {
  const dataDir = tempDir();
  const first = await createCollector({ dataDir, secret: "master" });
  const keys = await first.admin.createProject({ id: "crm", title: "CRM", roles: [] });
  await first.close();
  expect(readdirSync(dataDir)).not.toContain("secrets.json");
  const { derivedSecrets } = await import("../src/identity/secrets.ts");
  expect(derivedSecrets("master").get("crm").signing).toBe(keys.signingSecret);
  expect(derivedSecrets("other").get("crm").signing).not.toBe(keys.signingSecret);
});

test("C83 a project made by another process is known at once", async () => {
  const dataDir = tempDir();
  const one = await createCollector({ dataDir });
  const two = await createCollector({ dataDir });
  onTestFinished(async () => {
    await one.close();
    await two.close();
  });
  const keys = await two.admin.createProject({ id: "crm", title: "CRM", roles: [] });
  const body = JSON.stringify(batch("u-1", [session("x")]));
  const response = await one.fetch(new Request(`http://c/v1/events?key=${keys.writeKey}`, { method: "POST", body }));
  expect(response.status).toBe(202);
});

test("C86 data of a newer collector is left alone", async () => {
  const dataDir = tempDir();
  const db = new DatabaseSync(join(dataDir, "events.sqlite"));
  db.exec("PRAGMA user_version=99");
  db.close();
  await expect(createCollector({ dataDir })).rejects.toMatchObject({ code: "store_newer" });
});

test("C84 serve binds to the loopback and close ends open streams", async () => {
  const bench = await createBench();
  const served = await serve(bench.collector, { port: 0 });
  expect(served.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  const response = await fetch(`${served.url}/v1/arrivals/stream`, {
    headers: { authorization: `Bearer ${bench.keys.ownerKey}` },
  });
  const reader = response.body?.getReader();
  await reader?.read();
  await served.close();
  await expect(fetch(`${served.url}/healthz`)).rejects.toThrow();
  await reader?.read().catch(() => undefined);
});

test("C447 who asks in HTTP/1.0, as balancers do, needs no Host", async () => {
  const bench = await createBench();
  const served = await serve(bench.collector, { port: 0 });
  onTestFinished(() => served.close());
  const socket = connect(Number(new URL(served.url).port), "127.0.0.1");
  socket.write("GET /readyz HTTP/1.0\r\n\r\n");
  const [head] = (await once(socket, "data")) as [Buffer];
  socket.destroy();
  expect(head.toString()).toMatch(/^HTTP\/1\.1 200 OK/);
});

test("C73 the stream sends on change, at most once a second, and ends with the collector", async () => {
  const bench = await createBench();
  const served = await serve(bench.collector, { port: 0 });
  onTestFinished(() => served.close());
  const response = await fetch(`${served.url}/v1/arrivals/stream`, {
    headers: { authorization: `Bearer ${bench.keys.ownerKey}` },
  });
  expect(response.headers.get("content-type")).toBe("text/event-stream");
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const next = async () => {
    const { value, done } = await reader.read();
    return done ? null : (JSON.parse(new TextDecoder().decode(value).replace(/^data: /, "")) as { received: number });
  };
  expect(await next()).toMatchObject({ received: 0 });
  const from = performance.now();
  for (let i = 0; i < 5; i += 1)
    await bench.send(batch("u-1", [event("session.started", "2026-09-07T08:00:00Z", {}, `${i}`)]));
  // On a slow machine the five come in more than one message: each has its second.
  let messages = 0;
  for (let received = 0; received < 5; messages += 1) received = (await next())?.received ?? 5;
  expect(performance.now() - from).toBeGreaterThan(700 * messages);
  await bench.collector.close();
  expect(await next()).toBeNull();
});

test("C84 a delivery under way is answered before the server is gone", async () => {
  const collector = await createCollector({ dataDir: ":memory:" });
  onTestFinished(() => collector.close());
  const keys = await collector.admin.createProject({ id: "crm", title: "CRM", roles: [] });
  const served = await serve(collector, { port: 0 });
  const text = JSON.stringify(batch("u-1", [session("x")]));
  let sendRest = (): void => undefined;
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(text.slice(0, 20)));
      sendRest = () => {
        controller.enqueue(new TextEncoder().encode(text.slice(20)));
        controller.close();
      };
    },
  });
  const init = { method: "POST", body, duplex: "half" } as RequestInit;
  const answer = fetch(`${served.url}/v1/events?key=${keys.writeKey}`, init);
  await new Promise((resolve) => setTimeout(resolve, 100));
  const closed = served.close();
  sendRest();
  expect((await answer).status).toBe(202);
  await closed;
});

test("C82 health", async () => {
  const bench = await createBench();
  expect(await (await bench.call("GET", "/healthz")).json()).toEqual({ ok: true });
  expect(await (await bench.call("GET", "/readyz")).json()).toEqual({
    ready: true,
    events: { outcomes: "each", conflicts: "at once" },
  });
});

test("C82 ready means that a write went through", async () => {
  const dataDir = tempDir();
  const collector = await createCollector({ dataDir });
  onTestFinished(() => collector.close());
  const log = join(dataDir, "events.sqlite-wal");
  const before = statSync(log).size;
  expect((await collector.fetch(new Request("http://c/readyz"))).status).toBe(200);
  expect(statSync(log).size).toBeGreaterThan(before + 65_536);
});

test("C85 every failure is a problem document of the registry", async () => {
  const bench = await createBench();
  const response = await bench.call("GET", "/v1/nothing");
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(await response.json()).toEqual({
    type: "urn:waymark:problem:not_found",
    code: "not_found",
    status: 404,
    title: "No such address",
    detail: "There is nothing at /v1/nothing: check the method and the address.",
  });
  for (const [code, failure] of Object.entries(failures)) {
    expect([code, failure.status >= 400 && failure.status < 600]).toEqual([code, true]);
    expect([code, failure.detail.endsWith(".") || failure.detail === "{message}"]).toEqual([code, true]);
  }
});

test("C85 admin failures are named", async () => {
  const bench = await createBench();
  const { admin } = bench.collector;
  const again = admin.createProject({ id: "crm", title: "CRM", roles: [] });
  await expect(again).rejects.toMatchObject({ code: "project_exists" });
  await expect(admin.invite("nobody", "csm")).rejects.toMatchObject({ code: "project_unknown" });
  for (const roles of [
    [{ id: "a", title: "A", parent: "b" }],
    [{ id: "A b", title: "A" }],
    [
      { id: "a", title: "A" },
      { id: "a", title: "B" },
    ],
    [
      { id: "a", title: "A", parent: "b" },
      { id: "b", title: "B", parent: "a" },
    ],
  ])
    await expect(admin.setRoles("crm", roles)).rejects.toMatchObject({ code: "roles_invalid" });
  await expect(admin.createProject({ id: "z", title: "Z", timeZone: "Mars/Base", roles: [] })).rejects.toThrow(
    RangeError,
  );
});
