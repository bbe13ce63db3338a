import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { env, run, write } from "./folder.ts";

/** The installed command's collector, with a project and a published journey. */
export interface Running {
  url: string;
  writeKey: string;
  /** How many events of a type it holds. */
  count(type: string): Promise<number>;
  stop(): void;
}

async function listening(child: ChildProcess): Promise<string> {
  let said = "";
  for await (const part of child.stdout ?? []) {
    said += String(part);
    const [, url] = /listens on (\S+)/.exec(said) ?? [];
    if (url !== undefined) return url.replace(/\/$/, "");
  }
  throw new Error(`the collector ended: ${said}`);
}

/** Starts it in a folder where `@waymark/cli` is installed. */
export async function startCollector(folder: string, journey: string): Promise<Running> {
  const cli = join(folder, "node_modules/@waymark/cli/dist/main.js");
  write(folder, "roles.json", JSON.stringify([{ id: "sales-rep", title: "Sales", headcount: 24 }]));
  const printed = await run(folder, process.execPath, [
    cli,
    "collector",
    "project",
    "--id",
    "crm",
    "--roles",
    "roles.json",
  ]);
  const key = (kind: string): string => new RegExp(`${kind}_[\\w-]+`).exec(printed)?.[0] ?? "";
  const child = spawn(process.execPath, [cli, "collector", "serve", "--port", "0", "--log-level", "silent"], {
    cwd: folder,
    env,
  });
  const url = await listening(child);
  write(folder, "journeys/log-calls.journey.json", journey);
  await run(folder, process.execPath, [cli, "lint", "--strict", "journeys/log-calls.journey.json"]);
  await run(folder, process.execPath, [
    cli,
    "publish",
    "journeys/log-calls.journey.json",
    "--collector",
    url,
    "--key",
    key("ak"),
  ]);
  const count = async (type: string): Promise<number> => {
    const answer = await fetch(`${url}/v1/events`, { headers: { authorization: `Bearer ${key("ok")}` } });
    const lines = (await answer.text()).split("\n").filter(Boolean);
    return lines.filter((line) => (JSON.parse(line) as { type: string }).type === type).length;
  };
  return { url, writeKey: key("pk"), count, stop: () => void child.kill("SIGTERM") };
}
