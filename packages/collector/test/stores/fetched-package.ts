import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const manifests = ["package.json", "package-lock.json"];

/** Where a folder of this directory with its own lock file lies. */
export const materialOf = (name: string): string => fileURLToPath(new URL(`${name}/`, import.meta.url));

/**
 * Installs the packages of `stores/<name>` into a directory of the user's cache, once: they are too large for the
 * workspace, and the same for every clone.
 *
 * @param wanted - The package that must be there.
 */
export function fetchPackage(name: string, wanted: string): { path: string; problem: string | null } {
  const material = materialOf(name);
  const hash = createHash("sha256");
  for (const each of manifests) hash.update(readFileSync(join(material, each)));
  const root = process.env.XDG_CACHE_HOME || join(homedir(), ".cache");
  const path = join(root, "waymark", `${name}-${hash.digest("hex").slice(0, 12)}`);
  if (existsSync(join(path, "node_modules", wanted))) return { path, problem: null };
  mkdirSync(path, { recursive: true });
  for (const each of manifests) cpSync(join(material, each), join(path, each));
  const npm = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: path, encoding: "utf8" });
  if (npm.status === 0) return { path, problem: null };
  const said = npm.stderr?.trim().split("\n").at(-1) ?? String(npm.error);
  return { path, problem: `npm could not fetch ${wanted}: ${said}` };
}
