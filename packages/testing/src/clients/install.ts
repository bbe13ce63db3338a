import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const locked = fileURLToPath(new URL("../../clients/", import.meta.url));
const cache = fileURLToPath(new URL("../../../../node_modules/.cache/", import.meta.url));
const files = ["package.json", "package-lock.json", ".npmrc"];

/**
 * Installs other tools' clients at their locked versions, once, and gives the folder with their `package.json`. They stay
 * outside the workspace, since 66 MB for a few tests is no demo's matter.
 *
 * @throws when npm is missing or cannot reach its registry.
 */
export function installClients(): string {
  const lock = createHash("sha256")
    .update(readFileSync(join(locked, "package-lock.json")))
    .digest("hex");
  const folder = join(cache, `clients-${lock.slice(0, 16)}`);
  if (existsSync(folder)) return folder;
  // Made aside and moved into place: two test files may want it at once, and an interrupted one leaves no half.
  const aside = `${folder}.${process.pid}`;
  mkdirSync(aside, { recursive: true });
  for (const file of files) cpSync(join(locked, file), join(aside, file));
  const install = (): boolean =>
    spawnSync("npm", ["ci"], { cwd: aside, stdio: ["ignore", 2, 2], shell: process.platform === "win32" }).status === 0;
  // A registry that does not answer once answers the next time.
  if (!install() && !install() && !install())
    throw new Error("npm ci failed for packages/testing/clients; the lines above say why.");
  try {
    renameSync(aside, folder);
  } catch (error) {
    // The other file was first.
    if (!existsSync(folder)) throw error;
    rmSync(aside, { recursive: true, force: true });
  }
  return folder;
}
