// Whether the figures can be believed: thousands of teams of the people that `waymark simulate` sends, walked in memory and
// read by the metrics themselves, against the parameters they were drawn by; beside them what the other long tests draw.
// `pnpm test:long truth [-- teams]` writes docs/truth.md, says what is not reached, and fails where it is.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { composed } from "../test/truth/composed.ts";
import { barriers, corroboration, coverage } from "../test/truth/figures.ts";
import { forecasts } from "../test/truth/forecasts.ts";
import { judgement } from "../test/truth/judgement.ts";
import { renderReport, type Section } from "../test/truth/report.ts";
import { falseAlarms, power } from "../test/truth/verdicts.ts";

const given = Number(process.argv[2] ?? 1_000);
if (!Number.isSafeInteger(given) || given < 50) {
  console.error(`${process.argv[2]} is no number of teams: write a whole number, 50 or more.`);
  process.exit(2);
}

/** Says what is being done: some of it takes minutes. */
function timed(name: string, make: () => Section[]): Section[] {
  const start = Date.now();
  const sections = make();
  console.log(`${name}: ${Math.round((Date.now() - start) / 1000)} s`);
  return sections;
}

const fewer = Math.max(50, Math.floor(given / 10));
const agents = [
  ...timed("coverage", () => [coverage(5 * given)]),
  ...timed("false alarms", () => [falseAlarms(given)]),
  ...timed("power", () => [power(given)]),
  ...timed("corroboration", () => [corroboration(given)]),
  ...timed("barriers", () => [barriers(given)]),
  ...timed("forecasts", () => [forecasts(fewer)]),
];
const plain = ["coverage", "findings", "forecasts"].flatMap((name) => timed(`test:long ${name}`, () => composed(name)));

const text = [
  "# Truth: what the figures are worth",
  "",
  "Written by `pnpm test:long truth`; do not edit. Figures are percent unless they say otherwise; in brackets the 99% interval of Clopper and",
  "Pearson, what a simulation of so many teams leaves open. The truth is the parameter, people like these, and not what a team happened to do.",
  "",
  ...renderReport([
    {
      title: "People as `waymark simulate` sends them",
      says: "They differ (log-odds with standard deviation 1.5, most of it theirs at every step), make some three walks in four weeks through four steps that are as hard, learn where it says so, and leave a walk where something stops them. What is looked at is the first step, which nearly everybody of a team comes to. Read by the metric functions from their attempts.",
      sections: agents,
    },
    {
      title: "People without a story",
      says: "Attempts drawn one by one, more teams, no giving up: what the metrics are worth by themselves.",
      sections: plain,
    },
  ]),
  ...judgement(agents),
].join("\n");
writeFileSync(fileURLToPath(new URL("../../../docs/truth.md", import.meta.url)), `${text.trimEnd()}\n`);
const missed = [...agents, ...plain].flatMap(({ title, rows }) =>
  rows.filter(({ reached }) => reached === "NOT reached").map(({ cells }) => `${title}: ${cells.join(" | ")}`),
);
console.log(missed.length === 0 ? "every target is reached" : `not reached:\n${missed.join("\n")}`);
console.log("docs/truth.md is written");
process.exitCode = missed.length === 0 ? 0 : 1;
