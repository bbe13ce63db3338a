import { closeSync, existsSync, openSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { CollectorError } from "./errors.ts";

interface Held {
  lock: DatabaseSync;
  users: number;
}

// Beside the module, since a host's development server loads it again and again into the same process.
const known = Symbol.for("waymark.collector.folders");
const here = globalThis as { [known]?: Map<string, Held> };
const folders = here[known] ?? new Map<string, Held>();
here[known] = folders;

/** One that is told to end gets this long: what starts it again often does not wait. */
const patienceMs = 1000;

function lockIn(folder: string): DatabaseSync {
  const path = join(folder, "collector.lock");
  // Made once, and opened by nothing but SQLite from then on: closing another handle of it would give the lock away.
  if (!existsSync(path)) closeSync(openSync(path, "a", 0o600));
  const lock = new DatabaseSync(path);
  try {
    lock.exec(`PRAGMA busy_timeout=${patienceMs}; BEGIN EXCLUSIVE`);
  } catch (error) {
    lock.close();
    const busy = 5;
    if ((error as { errcode?: unknown }).errcode !== busy) throw error;
    throw new CollectorError("store_in_use", { folder });
  }
  return lock;
}

/**
 * Keeps a data folder for this process, until what is given back is called or the process ends, however it ends: the lock
 * is the operating system's, taken by SQLite on a file of its own. A process may hold a folder several times.
 *
 * @throws CollectorError `store_in_use` where another process holds it.
 */
export function holdFolder(path: string): () => void {
  const folder = realpathSync(path);
  const held: Held = folders.get(folder) ?? { lock: lockIn(folder), users: 0 };
  folders.set(folder, held);
  held.users += 1;
  return () => {
    held.users -= 1;
    if (held.users > 0) return;
    folders.delete(folder);
    held.lock.close();
  };
}
