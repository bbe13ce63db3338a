import { execFileSync } from "node:child_process";
import { globSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Whether an entry has types of its own: then it is code, and no file to be served or read. */
const isModule = (target) => Boolean(target?.types ?? target?.import?.types);

/**
 * Packs every public package with pnpm, which puts real versions in place of `workspace:*`.
 *
 * @returns For each: `name`, `version`, the tarball's `file`, whether it is `esmOnly`, and the entries that are no modules.
 */
export function packAll(root, out) {
  mkdirSync(out, { recursive: true });
  const packed = [];
  for (const path of globSync("packages/*/package.json", { cwd: root }).sort()) {
    const folder = join(root, dirname(path));
    const own = JSON.parse(readFileSync(join(root, path), "utf8"));
    if (own.private) continue;
    // npm of the workspace's Node need not be there: pnpm is what runs us, by npx where it is not installed.
    execFileSync("npx", ["--yes", "pnpm@12", "pack", "--pack-destination", out], { cwd: folder, stdio: "ignore" });
    const file = join(out, `${own.name.replace("@", "").replace("/", "-")}-${own.version}.tgz`);
    const entries = Object.entries(own.exports ?? {});
    packed.push({
      name: own.name,
      version: own.version,
      file,
      entries: entries.filter(([, target]) => isModule(target)).length,
      esmOnly: !entries.some(([, target]) => target?.require),
      notModules: entries.filter(([, target]) => !isModule(target)).map(([entry]) => entry),
    });
  }
  return packed;
}
