import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const script = fileURLToPath(new URL("server.mjs", import.meta.url));

/** What a server has used since it began: all of its threads. */
export interface Use {
  cpuUs: number;
  rss: number;
}

/** A server under measurement. */
export interface Server {
  /** Where deliveries go. */
  url: string;
  key: string | undefined;
  use(): Promise<Use>;
  close(): Promise<void>;
}

function listening(): { signal: AbortSignal; abort(): void } {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}

async function answer<T>(child: ChildProcess): Promise<T> {
  const { signal, abort } = listening();
  const [message] = (await Promise.race([once(child, "message", { signal }), once(child, "exit", { signal })])) as [
    T | number,
  ];
  abort();
  if (typeof message !== "object") throw new Error("The server ended before it answered: its words are above.");
  return message;
}

/** Starts `bare`, or `collector` in a directory; with its key where the directory has a project. */
export async function startServer(args: readonly string[], execArgv: readonly string[] = []): Promise<Server> {
  const child = fork(script, [...args], { stdio: ["ignore", "inherit", "inherit", "ipc"], execArgv: [...execArgv] });
  const { url, key } = await answer<{ url: string; key: string | undefined }>(child);
  return {
    url,
    key,
    async use() {
      child.send("use");
      return answer<Use>(child);
    },
    async close() {
      child.send("close");
      await once(child, "exit");
    },
  };
}
