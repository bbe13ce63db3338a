import type { DatabaseSync } from "node:sqlite";
import { CollectorError } from "./errors.ts";

/** Marks a database file with the version of its tables; fails with `store_newer` where a newer collector wrote it. */
export function checkSchemaVersion(db: DatabaseSync, file: string, version: number): void {
  const found = Number(db.prepare("PRAGMA user_version").get()?.user_version ?? 0);
  if (found > version) throw new CollectorError("store_newer", { file, found, version });
  if (found < version) db.exec(`PRAGMA user_version=${version}`);
}
