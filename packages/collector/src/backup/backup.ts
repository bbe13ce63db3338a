import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { open, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { recordAct } from "../control/audit.ts";
import { openControl } from "../control/open-control.ts";
import { listProjects } from "../control/projects.ts";
import { CollectorError } from "../errors.ts";
import { fileHash, type Manifest, manifestName, readManifest } from "./manifest.ts";

const databases = ["control.sqlite", "events.sqlite"] as const;
const secretsName = "secrets.json";

/** Written down to the disk: a backup that a power cut undoes is none. */
async function sync(path: string): Promise<void> {
  const file = await open(path, "r");
  await file.sync();
  await file.close();
}

/** One consistent copy, made in one read transaction: deliveries go on meanwhile, and erased bytes are not in it. */
function copyDatabase(from: string, to: string): void {
  const db = new DatabaseSync(from);
  try {
    db.exec("PRAGMA busy_timeout=60000");
    db.prepare("VACUUM INTO ?").run(to);
  } finally {
    db.close();
  }
  chmodSync(to, 0o600);
}

async function noteBackup(dataDir: string, now: number): Promise<void> {
  const control = await openControl(join(dataDir, "control.sqlite"));
  const act = { who: "operator", act: "backup.make", detail: "", at: now };
  for (const { id } of await listProjects(control)) await recordAct(control, { ...act, project: id });
  await control.destroy();
}

/**
 * Copies a data folder while its collector runs. Everything acknowledged before the call is in the copy.
 *
 * @param dataDir - The collector's folder.
 * @param to - A folder that is not there yet.
 * @throws CollectorError `backup_exists`, `data_missing`.
 */
export async function backupData(dataDir: string, to: string): Promise<Manifest> {
  if (existsSync(to)) throw new CollectorError("backup_exists", { folder: to });
  if (!existsSync(join(dataDir, databases[0]))) throw new CollectorError("data_missing", { folder: dataDir });
  const now = Date.now();
  const aside = `${to}.partial`;
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { recursive: true, mode: 0o700 });
  await noteBackup(dataDir, now);
  // Keys and projects first, then the secrets, which are there before their project, then the events that need both.
  copyDatabase(join(dataDir, databases[0]), join(aside, databases[0]));
  const secrets = join(dataDir, secretsName);
  if (existsSync(secrets)) copyFileSync(secrets, join(aside, secretsName));
  copyDatabase(join(dataDir, databases[1]), join(aside, databases[1]));
  const manifest: Manifest = { format: "waymark.backup/1", at: new Date(now).toISOString(), files: {} };
  for (const name of readdirSync(aside)) {
    const path = join(aside, name);
    chmodSync(path, 0o600);
    await sync(path);
    manifest.files[name] = { bytes: statSync(path).size, sha256: await fileHash(path) };
  }
  await writeFile(join(aside, ".gitignore"), "*\n", { mode: 0o600 });
  await writeFile(join(aside, manifestName), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(aside, to);
  return manifest;
}

/**
 * Puts a backup into a folder that holds no data yet, after checking every byte of it.
 *
 * @throws CollectorError `backup_invalid`, `data_exists`.
 */
export async function restoreData(from: string, dataDir: string): Promise<Manifest> {
  const manifest = await readManifest(from);
  const taken = [...databases, secretsName].find((name) => existsSync(join(dataDir, name)));
  if (taken !== undefined) throw new CollectorError("data_exists", { folder: dataDir, file: taken });
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  for (const name of Object.keys(manifest.files)) {
    const path = join(dataDir, name);
    copyFileSync(join(from, name), path);
    chmodSync(path, 0o600);
    await sync(path);
  }
  return manifest;
}
