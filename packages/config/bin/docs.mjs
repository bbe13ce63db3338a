#!/usr/bin/env node
// `pnpm run docs`: the documentation site into docs/.vitepress/dist, with the built script in its playground. `--serve`: shows
// it on a port of this machine; `--write`: writes the pages that follow from the sources, and builds nothing.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const bin = join(root, "packages/config/bin");

function run(args) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}

/** The script and its rooms lie as a host would serve them. */
function layOutScript() {
  const from = join(root, "packages/sdk/dist/script");
  const to = join(root, "docs/public/play");
  rmSync(join(to, "sdk"), { recursive: true, force: true });
  mkdirSync(join(to, "sdk"), { recursive: true });
  for (const name of readdirSync(from).filter((each) => each.endsWith(".js")))
    cpSync(join(from, name), name === "waymark.js" ? join(to, name) : join(to, "sdk", name));
}

if (process.argv.includes("--write")) {
  for (const name of ["write-lint", "write-theming", "write-reference"]) run([join(bin, `${name}.mjs`)]);
  run([join(root, "node_modules/@biomejs/biome/bin/biome"), "check", "--write", "docs"]);
} else {
  layOutScript();
  const vitepress = join(root, "node_modules/vitepress/bin/vitepress.js");
  run([vitepress, "build", "docs"]);
  if (process.argv.includes("--serve")) run([vitepress, "preview", "docs", "--host", "127.0.0.1"]);
}
