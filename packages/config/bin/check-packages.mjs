#!/usr/bin/env node
// `pnpm check:packages`: packs every public package as a publisher does and lets publint and @arethetypeswrong/cli judge the
// tarball. Ends with 1 where one of them finds fault.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { packAll } from "../src/pack-all.mjs";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const out = mkdtempSync(join(tmpdir(), "waymark-packages-"));
const bin = (name) => join(root, "node_modules/.bin", name);
let faults = 0;

/** What is no module is not judged as one; packages without CommonJS say so by their exports. */
function attwArguments({ file, esmOnly, notModules }) {
  const entries = notModules.length > 0 ? ["--exclude-entrypoints", ...notModules] : [];
  return [
    file,
    "--no-emoji",
    "--format",
    "table-flipped",
    ...entries,
    ...(esmOnly ? ["--profile", "esm-only"] : ["--profile", "node16"]),
  ];
}

function judge(title, command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: root, encoding: "utf8" });
  console.log(`${status === 0 ? "ok  " : "BAD "} ${title}`);
  if (status === 0) return;
  faults++;
  console.log(`${stdout}\n${stderr}`);
}

try {
  for (const each of packAll(root, out)) {
    judge(`publint ${each.name}`, bin("publint"), ["run", each.file, "--strict"]);
    if (each.entries > 0) judge(`attw ${each.name}`, bin("attw"), attwArguments(each));
  }
} finally {
  rmSync(out, { recursive: true, force: true });
}
console.log(`${faults} found fault`);
process.exit(faults === 0 ? 0 : 1);
