#!/usr/bin/env node
// Prints what a page pays for, gzip level 9 and brotli, and holds gzip to the budget. A room counts with the files it brings
// along that is not there already. Raise a budget only with a reason in the same commit.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const budgets = JSON.parse(readFileSync(`${root}packages/config/sizes.json`, "utf8"));
const { rooms } = JSON.parse(readFileSync(`${root}packages/sdk/dist/script/manifest.json`, "utf8"));
const byFile = new Map(Object.entries(rooms).map(([name, { file }]) => [file, name]));
let failed = false;

/** A room and all it imports. */
function withImports(names, all = new Set()) {
  for (const name of names) {
    if (!rooms[name] || all.has(name)) continue;
    all.add(name);
    withImports(
      rooms[name].imports.map((file) => byFile.get(file)),
      all,
    );
  }
  return all;
}

function line(name, all, budget) {
  const sum = (key) => [...all].reduce((total, each) => total + rooms[each][key], 0);
  const over = budget === undefined || sum("gzip") > budget;
  failed ||= over;
  const parts = [
    String(sum("gzip")).padStart(6),
    "gzip",
    String(sum("brotli")).padStart(6),
    "brotli, budget",
    budget ?? "missing",
  ];
  console.log(`${name.padEnd(34)} ${parts.join(" ")}${over ? "  OVER" : ""}`);
}

/** In the order in which they come. */
const early = ["waymark", "visit", "overlay", "after"];
for (const [name, { shared }] of Object.entries(rooms)) {
  if (shared) continue;
  const before = withImports(early.includes(name) ? early.slice(0, early.indexOf(name)) : early);
  line(
    name,
    [...withImports([name])].filter((each) => !before.has(each)),
    budgets.rooms[name],
  );
}
for (const [name, { of, budget }] of Object.entries(budgets.sums)) line(name, withImports(of), budget);
process.exit(failed ? 1 : 0);
