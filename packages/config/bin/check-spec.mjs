#!/usr/bin/env node
// Every rule in a SPEC.md has a test whose name starts with it, and every test that starts with a rule's name has its rule.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../..", import.meta.url));

function* walk(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (["node_modules", "dist", ".turbo", ".git"].includes(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(path);
    else yield path;
  }
}

const rules = new Map();
const tests = new Map();
for (const path of walk(root)) {
  const short = relative(root, path);
  if (/SPEC\.md$/.test(path)) {
    for (const [, id] of readFileSync(path, "utf8").matchAll(/^- \*\*([A-Z]{1,3}\d+)\*\*/gm)) {
      if (rules.has(id)) console.error(`${short}: rule ${id} stands in ${rules.get(id)} too`);
      rules.set(id, short);
    }
  } else if (/\.(test|e2e|contract)\.tsx?$|\/(test|e2e)\/.*\.tsx?$/.test(path)) {
    // `it("E1 ...`, `test.each(...)("E2 E3 ...`: a text that begins with rules, right after an opening bracket.
    for (const [, names] of readFileSync(path, "utf8").matchAll(/\(\s*["'`]((?:[A-Z]{1,3}\d+[, ]+)+)/g)) {
      for (const id of names.match(/[A-Z]{1,3}\d+/g) ?? []) tests.set(id, short);
    }
  }
}
const untested = [...rules].filter(([id]) => !tests.has(id));
const unruled = [...tests].filter(([id]) => !rules.has(id));
for (const [id, where] of untested) console.error(`${where}: rule ${id} has no test whose name starts with "${id} "`);
for (const [id, where] of unruled) console.error(`${where}: a test names rule ${id}, which stands in no SPEC.md`);
console.log(`${rules.size} rules, ${untested.length} without a test; ${unruled.length} tests without a rule`);
process.exit(untested.length + unruled.length === 0 ? 0 : 1);
