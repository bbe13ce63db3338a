#!/usr/bin/env node
// Prints what a page pays for, gzip level 9, and holds it to the budget. Raise a budget only with a reason in the same commit.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const budgets = JSON.parse(readFileSync(`${root}packages/config/sizes.json`, "utf8"));
const { gzipBytes } = JSON.parse(readFileSync(`${root}packages/sdk/dist/script/manifest.json`, "utf8"));
let failed = false;
for (const [file, bytes] of Object.entries(gzipBytes)) {
  const name = file.replace(/-[0-9a-f]{10}\.js$/, ".js");
  const budget = budgets[name];
  const over = budget === undefined || bytes > budget;
  failed ||= over;
  console.log(
    `${name.padEnd(14)} ${String(bytes).padStart(6)} bytes gzip, budget ${budget ?? "missing"}${over ? "  OVER" : ""}`,
  );
}
process.exit(failed ? 1 : 0);
