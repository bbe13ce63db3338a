// The long run: `npm ci` in real/, then `node examples/mutations/run.mjs [--json FILE] [--tuning | --hold-out] [--every N] [--most N] [--misses]`.
import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { realPages } from "./pages.ts";
import { runReal } from "./run.ts";
import { printTable, sharesOf } from "./tally.ts";

const { values } = parseArgs({
  options: {
    json: { type: "string" },
    tuning: { type: "boolean", default: false },
    "hold-out": { type: "boolean", default: false },
    every: { type: "string", default: "1" },
    most: { type: "string", default: "25" },
    misses: { type: "string" },
  },
});
const chosen = new Set(
  realPages()
    .filter(({ holdOut }) => !((values.tuning && holdOut) || (values["hold-out"] && !holdOut)))
    .filter((_, at) => at % Number(values.every) === 0)
    .map(({ path }) => path),
);
if (chosen.size === 0) {
  console.error("No real pages: run `npm ci` in examples/mutations/real first.");
  process.exit(2);
}
const runs = await runReal(({ path }) => chosen.has(path), { most: Number(values.most), tell: console.log });
for (const holdOut of [false, true]) {
  const results = runs.filter((run) => run.holdOut === holdOut).map(({ result }) => result);
  if (results.length === 0) continue;
  console.log(`\n${holdOut ? "Held out" : "Pages the weights were chosen on"}: ${results.length} pages\n`);
  console.log(printTable(results));
  const { found, wrong, honest, described } = sharesOf(results);
  const percent = (share) => `${(100 * share).toFixed(2)} %`;
  console.log(
    `\nall kinds: found ${percent(found)}, wrong ${percent(wrong)}, honest where gone ${percent(honest)}, described ${percent(described)}`,
  );
}
if (values.misses) {
  const misses = runs.flatMap(({ path, result }) => result.misses.map((miss) => ({ path, ...miss })));
  await writeFile(values.misses, misses.map((miss) => JSON.stringify(miss)).join("\n"));
}
if (values.json) {
  await writeFile(
    values.json,
    JSON.stringify(runs.map(({ path, holdOut, result: { misses: _, ...result } }) => ({ path, holdOut, ...result }))),
  );
}
