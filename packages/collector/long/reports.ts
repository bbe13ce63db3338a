// Every report of the dashboard on 10 million events (or as many as the first argument says) in the embedded store: how long it
// takes cold and warm, what closing a block, expiry, erasing and rebuilding cost, and whether events that say nothing about
// steps make any of it slower. A named part only: `pnpm test:long reports 1000000 growth`.
import { rmSync } from "node:fs";
import { ownFolder } from "../test/support/process.ts";
import { measureFilled } from "../test/support/reports-filled.ts";
import { measureGrowth } from "../test/support/reports-growth.ts";

const events = Number(process.argv[2] ?? 10_000_000);
const only = process.argv[3];
const problems: string[] = [];
const expectThat = (what: string, holds: boolean): void => {
  console.log(`${holds ? "yes" : "NO "} ${what}`);
  if (!holds) problems.push(what);
};
const parts = { growth: measureGrowth, filled: measureFilled };

for (const [name, part] of Object.entries(parts)) {
  if (only !== undefined && only !== name) continue;
  const folder = ownFolder();
  process.once("exit", folder.remove);
  process.once("SIGINT", () => process.exit(130));
  try {
    await part(folder.path, events, expectThat);
  } finally {
    rmSync(folder.path, { recursive: true, force: true });
  }
}
console.log(problems.length === 0 ? "all well" : `${problems.length} not as promised`);
process.exitCode = problems.length === 0 ? 0 : 1;
