import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { findPackageJSON } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

const source = join(import.meta.dirname, "../..");

/** What stands in a package's description, as far as an installer acts on it. */
export interface Description {
  name: string;
  version: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  scripts?: Record<string, string>;
}

export const describedIn = (folder: string): Description =>
  JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Description;

/** Every file below a folder. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name));
}

export const bytesOf = (folder: string): number =>
  filesBelow(folder).reduce((sum, file) => sum + statSync(file).size, 0);

/** Packs the collector as a publisher does, and unpacks it where an installer would. */
function unpack(root: string): string {
  execFileSync("npm", ["pack", "--silent", "--pack-destination", root], { cwd: source, stdio: "ignore" });
  const tarball = readdirSync(root).find((each) => each.endsWith(".tgz"));
  if (tarball === undefined) throw new Error("npm packed nothing");
  const folder = join(root, "node_modules/@waymark/collector");
  mkdirSync(folder, { recursive: true });
  execFileSync("tar", ["-xzf", join(root, tarball), "--strip-components=1", "-C", folder]);
  return folder;
}

/**
 * The packed collector with everything that an installer lays beside it, and nothing else: what its description asks for,
 * and what that asks for, copied from this workspace.
 *
 * @param root - An empty folder.
 * @returns The folders of all packages, the collector's first.
 */
export function installPacked(root: string): string[] {
  const folders = [unpack(root)];
  const add = (name: string, askedBy: string): void => {
    const manifest = findPackageJSON(name, pathToFileURL(join(askedBy, "package.json")));
    if (manifest === undefined) throw new Error(`${askedBy} asks for ${name}, which is not there`);
    // Links lead to where a package has its own dependencies beside it.
    const from = realpathSync(dirname(manifest));
    const folder = join(root, "node_modules", name);
    if (existsSync(folder)) {
      // A flat layout holds one version of each: an installer would have to nest another.
      if (describedIn(folder).version !== describedIn(from).version) throw new Error(`two versions of ${name}`);
      return;
    }
    cpSync(from, folder, { recursive: true, dereference: true, filter: (path) => !/node_modules$/.test(path) });
    folders.push(folder);
    for (const each of Object.keys(describedIn(from).dependencies ?? {})) add(each, from);
  };
  for (const name of Object.keys(describedIn(folders[0] ?? "").dependencies ?? {})) add(name, source);
  return folders;
}
