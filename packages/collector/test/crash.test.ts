import { execFileSync } from "node:child_process";
import { Agent } from "node:http";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { batch, event } from "./support/events.ts";
import { killAgain } from "./support/killing.ts";
import { type Child, emptyLoad, ownFolder, post, pump, startChild, stopChild, storedIds } from "./support/process.ts";

function folder(): string {
  const { path, remove } = ownFolder();
  onTestFinished(remove);
  return path;
}

async function started(dataDir: string, options: object = {}, limit?: number): Promise<Child> {
  const child = await startChild(dataDir, options, limit);
  onTestFinished(() => void stopChild(child, "SIGKILL"));
  return child;
}

const delivery = (name: string, length = 50): string => {
  const moment = new Date().toISOString();
  const events = Array.from({ length }, (_, i) => event("session.started", moment, {}, `${name}/${i}`));
  return JSON.stringify(batch(`u-${name}`, events, { sentAt: moment }));
};

test("C111 killed at random moments under load, 20 times: all that was acknowledged is there, once", {
  timeout: 240_000,
}, async () => {
  const lanes = await Promise.all([killAgain(10, 150), killAgain(10, 150)]);
  for (const lane of lanes) expect(lane).toMatchObject({ lost: 0, twice: 0, afterReplay: 0 });
  expect(lanes.reduce((sum, each) => sum + each.acknowledged, 0)).toBeGreaterThan(100);
});

test("C107 told to end under load, it answers what it has, and all that was acknowledged is there", {
  timeout: 120_000,
}, async () => {
  const dataDir = folder();
  const child = await started(dataDir);
  const load = emptyLoad();
  let over = false;
  const pumping = pump({ url: child.url, key: child.keys?.writeKey ?? "", name: "a" }, load, () => over);
  await expect.poll(() => load.acknowledged.size, { interval: 10 }).toBeGreaterThan(50);
  expect(await stopChild(child, "SIGTERM")).toBe(0);
  over = true;
  await pumping;
  const known = new Set(storedIds(dataDir));
  expect([...load.acknowledged].filter((id) => !known.has(id))).toEqual([]);
  expect(child.log()).toBe("");
});

test("C103 on a full disk 503, never 202 for what is not kept, and it goes on once there is room", {
  timeout: 120_000,
}, async () => {
  const dataDir = folder();
  // No file may grow beyond 2 MB: what a full disk does to a write, without needing one.
  const child = await started(dataDir, {}, 4096);
  const agent = new Agent({ keepAlive: true });
  onTestFinished(() => agent.destroy());
  const key = child.keys?.writeKey ?? "";
  const send = (name: string, length = 50) => post(agent, `${child.url}/v1/events?key=${key}`, delivery(name, length));
  let kept = 0;
  let reply: Awaited<ReturnType<typeof send>> | undefined;
  // Fifty at a time, then one at a time: until not even one more fits.
  for (const length of [50, 1])
    for (let i = 0; ; i += 1) {
      reply = await send(`${length}/${i}`, length);
      if (reply?.status !== 202) break;
      kept += length;
    }
  expect([reply?.status, reply?.retryAfter]).toEqual([503, "5"]);
  expect((await send("again"))?.status).toBe(503);
  expect((await fetch(`${child.url}/readyz`)).status).toBe(503);
  expect((await fetch(`${child.url}/healthz`)).status).toBe(200);
  execFileSync("prlimit", ["--pid", String(child.process.pid), "--fsize=unlimited"]);
  expect((await send("room"))?.status).toBe(202);
  await stopChild(child, "SIGKILL");
  expect(storedIds(dataDir)).toHaveLength(kept + 50);
});

test("C17 C114 whoever goes away in the middle of any body leaves nothing in the log", {
  timeout: 120_000,
}, async () => {
  const child = await started(folder());
  const { port } = new URL(child.url);
  const key = child.keys?.writeKey ?? "";
  for (const path of ["/signin", `/v1/events?key=${key}`, "/v1/rejects/resubmit", `/v1/progress?key=${key}`]) {
    const socket = connect(Number(port), "127.0.0.1");
    socket.on("error", () => undefined);
    const type = path === "/signin" ? "application/x-www-form-urlencoded" : "text/plain";
    socket.write(
      `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: ${type}\r\nTransfer-Encoding: chunked\r\n\r\n5\r\ntoken\r\n`,
    );
    await sleep(100);
    socket.destroy();
  }
  expect((await fetch(`${child.url}/healthz`)).status).toBe(200);
  await sleep(100);
  expect(child.log()).toBe("");
});

test("C106 who sends its body or its head too slowly is cut off", { timeout: 120_000 }, async () => {
  const child = await started(folder(), { requestMs: 300 });
  const { port } = new URL(child.url);
  const cut = async (head: string): Promise<number> => {
    const socket = connect(Number(port), "127.0.0.1");
    const from = performance.now();
    socket.on("error", () => undefined);
    socket.write(head);
    const drip = setInterval(() => socket.write(" "), 50);
    await new Promise((resolve) => socket.on("close", resolve).resume());
    clearInterval(drip);
    return performance.now() - from;
  };
  const key = child.keys?.writeKey ?? "";
  const times = await Promise.all([
    cut(
      `POST /v1/events?key=${key} HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: 100000\r\n\r\n{`,
    ),
    cut("POST /v1/events HTTP/1.1\r\nHost: x\r\nX-Long:"),
  ]);
  // Node itself waits a minute for a head and five for a body.
  expect(Math.max(...times)).toBeLessThan(20_000);
  expect((await fetch(`${child.url}/healthz`)).status).toBe(200);
  expect(child.log()).toBe("");
});
