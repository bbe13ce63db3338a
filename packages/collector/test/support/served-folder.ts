import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

const script = join(import.meta.dirname, "reports-child.mjs");

/** A collector over a folder, in a process of its own. */
export interface Served {
  url: string;
  /** From the start of its process until it listens, ms. */
  startMs: number;
  /** Has it do something of `reports-child.mjs`; gives what came of it and how long it took there. */
  act<T>(act: string, facts?: object): Promise<{ value: T; ms: number }>;
  close(): Promise<void>;
}

async function told<T>(child: ChildProcess): Promise<T> {
  const [word] = (await Promise.race([once(child, "message"), once(child, "exit")])) as [T | number | null];
  if (typeof word !== "object" || word === null) throw new Error("The collector ended.");
  return word;
}

/**
 * Starts one.
 *
 * @param now - Where its clock stands still, Unix ms; a clock that goes where there is none.
 */
export async function serveFolder(dataDir: string, now?: number): Promise<Served> {
  const begin = performance.now();
  const child = fork(script, [dataDir, ...(now === undefined ? [] : [`${now}`])], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const { url } = await told<{ url: string }>(child);
  const startMs = performance.now() - begin;
  const act = async <T>(name: string, facts: object = {}): Promise<{ value: T; ms: number }> => {
    const answer = told<{ value: T; ms: number; error?: string }>(child);
    child.send({ act: name, ...facts });
    const { error, ...rest } = await answer;
    if (error !== undefined) throw new Error(`${name}: ${error}`);
    return rest;
  };
  return {
    url,
    startMs,
    act,
    async close() {
      const ended = once(child, "exit");
      await act("close");
      await ended;
    },
  };
}
