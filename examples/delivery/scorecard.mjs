// The delivery scorecard: node examples/delivery/scorecard.mjs [--json FILE] [--row WORDS] [--at-once 4], with
// WAYMARK_RUNS=100 for a hundred runs of each row.
// Forty lines of 4 KB a run, counted at a real collector behind a server that spoils deliveries.
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { rows } from "./rows.ts";
import { playRow, tableOf } from "./score.ts";
import { startWorld } from "./world.ts";

const { values } = parseArgs({
  options: { json: { type: "string" }, row: { type: "string" }, "at-once": { type: "string" } },
});
const runs = Number(process.env.WAYMARK_RUNS ?? 1);
const scores = [];
for (const row of rows.filter(({ name }) => name.includes(values.row ?? ""))) {
  const world = await startWorld();
  scores.push(await playRow(world, row, runs, Number(values["at-once"] ?? 1)));
  await world.close();
  // A long run that is stopped half-way has said what it found so far.
  console.error(`${tableOf(scores.slice(-1))}\n${scores.at(-1).seconds.toFixed(1)} s`);
  if (values.json) writeFileSync(values.json, `${JSON.stringify({ runs, scores }, null, 2)}\n`);
}
console.log(tableOf(scores));
process.exit(scores.every(({ failed }) => failed.length === 0) ? 0 : 1);
