import { existsSync, readFileSync, realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { bytesIn } from "./measure-ingest.ts";

interface Manifest {
  name: string;
  dependencies?: Record<string, string>;
}

const manifestIn = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;

/** The folder of a package as another sees it. */
function folderOf(name: string, from: string): string {
  const paths = createRequire(join(from, "package.json")).resolve.paths(name) ?? [];
  const found = paths.map((path) => join(path, name)).find((path) => existsSync(join(path, "package.json")));
  if (found !== undefined) return realpathSync(found);
  throw new Error(`${name} is not installed: run the install again.`);
}

/** Bytes of a package and all it depends on, as they are installed; of our own packages what is published. */
export function installBytes(from: string): Map<string, number> {
  const sizes = new Map<string, number>();
  const visit = (folder: string): void => {
    const { name, dependencies = {} } = manifestIn(folder);
    if (sizes.has(name)) return;
    sizes.set(name, bytesIn(name.startsWith("@waymark/") ? join(folder, "dist") : folder));
    for (const each of Object.keys(dependencies)) visit(folderOf(each, folder));
  };
  visit(dirname(realpathSync(join(from, "package.json"))));
  return sizes;
}
