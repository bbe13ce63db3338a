import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { Agent } from "node:http";
import { join } from "node:path";
import type { ProjectKeys } from "../../src/index.ts";
import { batch, event } from "./events.ts";
import { post } from "./process.ts";

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

/**
 * Starts a packed collector again and again, and gives for each start the milliseconds from the process's beginning to the
 * answer that its first event is durable. The folder's project is made by a start that does not count.
 *
 * @param root - Where `installPacked` laid it out.
 * @param enough - Asked after each start.
 */
export async function firstEvents(root: string, enough: (times: readonly number[]) => boolean): Promise<number[]> {
  const main = join(root, "main.mjs");
  const child = readFileSync(join(import.meta.dirname, "child.mjs"), "utf8");
  writeFileSync(main, child.replace("../../src/index.ts", "@waymark/collector"));
  const dataDir = join(root, "data");
  const first = await start(main, dataDir);
  await stop(first.child);
  const agent = new Agent();
  const times: number[] = [];
  while (!enough(times)) {
    const moment = new Date().toISOString();
    const events = [event("session.started", moment, {}, `start ${times.length}`)];
    const body = JSON.stringify(batch("u-1", events, { sentAt: moment }));
    const from = performance.now();
    const { child: running, up } = await start(main, dataDir);
    const reply = await post(agent, `${up.url}/v1/events?key=${first.up.keys?.writeKey}`, body);
    times.push(performance.now() - from);
    await stop(running);
    const { accepted } = JSON.parse(reply?.text ?? "{}") as { accepted?: number };
    if (reply?.status !== 202 || accepted !== 1) throw new Error(`the first event was not taken: ${reply?.text}`);
  }
  agent.destroy();
  return times;
}
