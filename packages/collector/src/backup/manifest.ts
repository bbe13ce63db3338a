import { createHash } from "node:crypto";
import { createReadStream, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CollectorError } from "../errors.ts";

/** What a backup says about itself. It is written last: a folder without it is no backup. */
export interface Manifest {
  format: "waymark.backup/1";
  /** When it was begun: everything acknowledged before is in it. */
  at: string;
  files: Record<string, { bytes: number; sha256: string }>;
}

export const manifestName = "backup.json";

/** SHA-256 of a file, read piece by piece: a database may be larger than memory. */
export async function fileHash(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}

/** Reads a backup's manifest and checks every file against it. Fails with `backup_invalid`. */
export async function readManifest(folder: string): Promise<Manifest> {
  const refuse = (message: string): never => {
    throw new CollectorError("backup_invalid", { message });
  };
  const path = join(folder, manifestName);
  if (!existsSync(path)) refuse(`${folder} holds no ${manifestName}: name a folder that backup --to has finished.`);
  const manifest = JSON.parse(readFileSync(path, "utf8")) as Manifest;
  if (manifest.format !== "waymark.backup/1") refuse(`${path} is of a format this collector does not know.`);
  for (const [name, { sha256 }] of Object.entries(manifest.files)) {
    const file = join(folder, name);
    if (!/^[a-z.]+$/.test(name) || !existsSync(file)) refuse(`${name} is missing from the backup: take another one.`);
    if ((await fileHash(file)) !== sha256) refuse(`${name} was changed since the backup was made: take another one.`);
  }
  return manifest;
}
