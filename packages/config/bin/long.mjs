#!/usr/bin/env node
// `pnpm test:long [name] [-- arguments]`: what takes too long for the test command. Runs every `packages/*/long/*.ts`, or the
// ones of that name, one after the other; each prints its figures and ends with another code than 0 where they are not good.
import { spawnSync } from "node:child_process";
import { globSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const [name, ...rest] = process.argv.slice(2).filter((each) => each !== "--");
const all = globSync("packages/*/long/*.ts", { cwd: root }).sort();
const chosen = all.filter((path) => name === undefined || basename(path, ".ts") === name);
if (chosen.length === 0) {
  console.error(`No long test is called ${name}. There are: ${all.map((path) => basename(path, ".ts")).join(", ")}.`);
  process.exit(2);
}
let failed = 0;
for (const path of chosen) {
  console.log(`\n== ${path}`);
  const { status } = spawnSync(process.execPath, [join(root, path), ...rest], { cwd: root, stdio: "inherit" });
  if (status !== 0) failed += 1;
}
console.log(`\n${chosen.length - failed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
