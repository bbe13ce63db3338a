import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import { uuidText } from "../../src/events/sqlite-parcels.ts";
import { openSqliteSource } from "../../src/events/sqlite-source.ts";
import type { ProjectKeys } from "../../src/index.ts";
import { batch, event } from "./events.ts";

const script = join(import.meta.dirname, "child.mjs");

/** A collector in a process of its own. */
export interface Child {
  url: string;
  /** Given by the process that made the project, on its first start in a directory. */
  keys: ProjectKeys | null;
  process: ChildProcess;
  /** What it wrote to stderr so far. */
  log(): string;
}

/**
 * Starts one.
 *
 * @param limit - Largest file it may write, in 512-byte blocks; unlimited where none is given.
 */
export async function startChild(dataDir: string, options: object = {}, limit?: number): Promise<Child> {
  const node = [process.execPath, "--expose-gc", script, dataDir, JSON.stringify(options)];
  const [command = "", ...args] =
    limit === undefined ? node : ["/bin/sh", "-c", `ulimit -S -f ${limit}; exec "$@"`, "sh", ...node];
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"] });
  let log = "";
  child.stderr.on("data", (chunk: Buffer) => {
    log += chunk.toString();
  });
  // Not "exit": what it said last may come after that.
  const [line] = (await Promise.race([once(child.stdout, "data"), once(child, "close")])) as [unknown];
  if (!(line instanceof Buffer)) throw new Error(`The collector did not start: ${log}`);
  return {
    ...(JSON.parse(line.toString()) as { url: string; keys: ProjectKeys | null }),
    process: child,
    log: () => log,
  };
}

/** What a child's main thread holds after a collection, in MB. */
export async function heapMb({ process: child }: Child): Promise<number> {
  if (child.stdout === null) return Number.NaN;
  child.kill("SIGUSR2");
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  return (JSON.parse(line.toString()) as { heapMb: number }).heapMb;
}

export async function stopChild(child: Child, signal: NodeJS.Signals): Promise<number | null> {
  if (child.process.exitCode !== null || child.process.signalCode !== null) return child.process.exitCode;
  child.process.kill(signal);
  const [code] = (await once(child.process, "exit")) as [number | null];
  return code;
}

/** A folder of its own, gone at the end. */
export function ownFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), "waymark-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** One answer over real HTTP; `null` where the connection was lost. */
export interface Reply {
  status: number;
  retryAfter: string | null;
  text: string;
}

export function post(agent: Agent, url: string, body: string | Uint8Array): Promise<Reply | null> {
  return new Promise((resolve) => {
    const sent = request(url, { method: "POST", agent, headers: { "content-type": "text/plain" } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("error", () => resolve(null));
      answer.on("end", () =>
        resolve({
          status: answer.statusCode ?? 0,
          retryAfter: answer.headers["retry-after"] ?? null,
          text: Buffer.concat(chunks).toString(),
        }),
      );
    });
    sent.on("error", () => resolve(null));
    sent.end(body);
  });
}

/** What a load came to. */
export interface Load {
  /** Ids of events in deliveries that were answered with 202. */
  acknowledged: Set<string>;
  /** Every delivery that was sent, as it was sent. */
  bodies: string[];
  refused: number;
  /** What the refused ones were answered. */
  refusals: string[];
  lost: number;
}

export const emptyLoad = (): Load => ({ acknowledged: new Set(), bodies: [], refused: 0, refusals: [], lost: 0 });

/**
 * Sends deliveries of `size` events over some connections until told to stop or the process is gone.
 *
 * @param at - `restMs`: each connection's pause after an answer, so that the load does not grow with the time it lasts.
 */
export async function pump(
  at: { url: string; key: string; name: string; restMs?: number },
  load: Load,
  until: () => boolean,
  size = 10,
): Promise<void> {
  const agent = new Agent({ keepAlive: true });
  let count = 0;
  const one = async (): Promise<void> => {
    while (!until()) {
      const number = count++;
      const moment = new Date().toISOString();
      const events = Array.from({ length: size }, (_, i) =>
        event("step.started", moment, { journey: "j", step: "s", props: { attempt: 1 } }, `${at.name}/${number}/${i}`),
      );
      const body = JSON.stringify(batch(`u-${number % 50}`, events, { sentAt: moment }));
      load.bodies.push(body);
      const reply = await post(agent, `${at.url}/v1/events?key=${at.key}`, body);
      if (reply === null) {
        load.lost += 1;
        return;
      }
      if (reply.status === 202) for (const { id } of events) load.acknowledged.add(id);
      else {
        load.refused += 1;
        load.refusals.push(`${reply.status} ${reply.text}`);
      }
      if (at.restMs !== undefined) await sleep(at.restMs);
    }
  };
  await Promise.all(Array.from({ length: 8 }, one));
  agent.destroy();
}

/** Every id in a directory's events, as often as it is there. */
export function storedIds(dataDir: string): string[] {
  const path = join(dataDir, "events.sqlite");
  // What lies there by itself, and once more by the list that new ids are looked up in: neither may know more.
  const db = new DatabaseSync(path);
  const listed = db.prepare("SELECT id FROM event_ids ORDER BY id").all();
  db.close();
  const source = openSqliteSource(path);
  const ids = source.page(0, Number.MAX_SAFE_INTEGER).events.map(({ id }) => id);
  source.close();
  if (listed.map(({ id }) => uuidText(id as Uint8Array)).join() !== [...ids].sort().join())
    throw new Error(`${listed.length} ids are listed, and ${ids.length} events are there.`);
  return ids;
}
