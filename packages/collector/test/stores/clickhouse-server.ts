import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fetchPackage, materialOf } from "./fetched-package.ts";
import { freePort } from "./free-port.ts";

const packageName = "@chdb/lib-linux-x64-gnu";

/** A server of our own: one process, one directory. */
export interface ClickHouseServer {
  url: string;
  tcpPort: number;
  /** kill -9. */
  kill(): Promise<void>;
  /** Starts again on the same directory and ports. */
  start(): Promise<void>;
  /** Ends it and removes its directory. */
  remove(): Promise<void>;
}

/** What it takes to start servers. */
interface Engine {
  launcher: string;
  library: string;
}

function findLibrary(folder: string): string | null {
  const home = join(folder, "node_modules", packageName);
  if (!existsSync(home)) return null;
  const found = readdirSync(home, { recursive: true, encoding: "utf8" }).find((each) => each.endsWith("libchdb.so"));
  return found === undefined ? null : join(home, found);
}

/** Fetches and compiles what is missing; gives the engine, or a sentence that says why there is none. */
function prepare(): Engine | string {
  if (process.platform !== "linux" || process.arch !== "x64") return "the engine of the tests runs on Linux x64 only";
  const { path: folder, problem } = fetchPackage("engine", packageName);
  if (problem !== null) return problem;
  const library = findLibrary(folder);
  if (library === null) return `${packageName} holds no libchdb.so`;
  const source = join(materialOf("engine"), "serve.c");
  const version = createHash("sha256").update(readFileSync(source)).digest("hex").slice(0, 12);
  const launcher = join(folder, `serve-${version}`);
  if (!existsSync(launcher)) {
    const built = spawnSync("cc", ["-O1", "-o", launcher, source, "-ldl", "-lpthread"]);
    if (built.status !== 0) return "there is no C compiler (cc) that builds the launcher";
  }
  return { launcher, library };
}

let prepared: Engine | string | null = null;

/** Why there is no server to test against, or `null` where there is one. */
export function whyNoEngine(): string | null {
  prepared ??= prepare();
  return typeof prepared === "string" ? prepared : null;
}

/** One shard for each port, one server for each shard. Macros as a replicated table would use them. */
const clusterConfig = (ports: readonly number[]): string =>
  `<clickhouse><remote_servers><shards>${ports
    .map((port) => `<shard><replica><host>127.0.0.1</host><port>${port}</port></replica></shard>`)
    .join("")}</shards></remote_servers><macros><shard>01</shard><replica>one</replica></macros></clickhouse>`;

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/ping`)).ok;
  } catch {
    return false;
  }
}

interface Place {
  folder: string;
  httpPort: number;
  tcpPort: number;
  config: string;
}

async function launch(engine: Engine, place: Place): Promise<ChildProcess> {
  const child = spawn(
    engine.launcher,
    [
      engine.library,
      `--path=${join(place.folder, "data")}`,
      "--listen_host=127.0.0.1",
      `--http_port=${place.httpPort}`,
      `--tcp_port=${place.tcpPort}`,
      `--config-file=${place.config}`,
    ],
    { stdio: ["pipe", "ignore", "pipe"] },
  );
  let said = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-2000);
  });
  const until = Date.now() + 60_000;
  while (!(await answers(`http://127.0.0.1:${place.httpPort}`))) {
    if (child.exitCode !== null || Date.now() > until) throw new Error(`the engine did not start: ${said}`);
    await wait(50);
  }
  return child;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await gone;
}

async function startServer(engine: Engine, place: Place): Promise<ClickHouseServer> {
  let child = await launch(engine, place);
  return {
    url: `http://127.0.0.1:${place.httpPort}`,
    tcpPort: place.tcpPort,
    kill: () => end(child),
    async start() {
      child = await launch(engine, place);
    },
    async remove() {
      await end(child);
      rmSync(place.folder, { recursive: true, force: true });
    },
  };
}

/** Starts so many servers that know each other as the cluster `shards`. */
export async function startServers(count: number): Promise<ClickHouseServer[]> {
  prepared ??= prepare();
  if (typeof prepared === "string") throw new Error(prepared);
  const engine = prepared;
  const places: Place[] = [];
  for (let i = 0; i < count; i += 1) {
    const folder = mkdtempSync(join(tmpdir(), "waymark-engine-"));
    const config = join(folder, "config.xml");
    places.push({ folder, config, httpPort: await freePort(), tcpPort: await freePort() });
  }
  for (const { config } of places) writeFileSync(config, clusterConfig(places.map(({ tcpPort }) => tcpPort)));
  return Promise.all(places.map((place) => startServer(engine, place)));
}
