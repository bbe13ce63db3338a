#!/usr/bin/env node
// Prints what a page pays for, gzip level 9 and brotli, and holds gzip to the budget. Raise a budget only with a reason in
// the same commit.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const budgets = JSON.parse(readFileSync(`${root}packages/config/sizes.json`, "utf8"));
const { rooms } = JSON.parse(readFileSync(`${root}packages/sdk/dist/script/manifest.json`, "utf8"));
let failed = false;

function line(name, { gzip, brotli }, budget) {
  const over = budget === undefined || gzip > budget;
  failed ||= over;
  const parts = [String(gzip).padStart(6), "gzip", String(brotli).padStart(6), "brotli, budget", budget ?? "missing"];
  console.log(`${name.padEnd(34)} ${parts.join(" ")}${over ? "  OVER" : ""}`);
}

for (const [name, size] of Object.entries(rooms)) line(name, size, budgets.rooms[name]);
for (const [name, { of, budget }] of Object.entries(budgets.sums)) {
  const sum = (key) => of.reduce((total, room) => total + (rooms[room]?.[key] ?? 0), 0);
  line(name, { gzip: sum("gzip"), brotli: sum("brotli") }, budget);
}
process.exit(failed ? 1 : 0);
