// `pnpm bench browser`: peers and Waymark in one browser, side by side. `pnpm bench collector`: what taking an event costs. Ends with another code than 0 only where it could
// not run; being behind a peer is a result.
import { writeFile } from "node:fs/promises";
import { cpus, totalmem } from "node:os";
import { resolve } from "node:path";
import { versionOf } from "./bundle.ts";
import { asLines, benchCollector } from "./collector/bench.ts";
import { openLab } from "./lab.ts";
import type { Measure } from "./measure.ts";
import { type BenchOptions, chosen, readOptions } from "./options.ts";
import { asPage, asTerminal, type Outcome } from "./report.ts";
import { rows } from "./rows/index.ts";
import { usualExamples } from "./serve.ts";
import { peers, type Subject, waymark } from "./subjects.ts";

async function describe(subject: Subject): Promise<{ name: string; version: string; remark: string }> {
  const { name, packageName, remark } = subject;
  return { name, remark, version: packageName ? `${packageName} ${await versionOf(packageName)}` : "this build" };
}

/** What brings the same figures again; where they were written to is nobody's business. */
function commandOf({ rows: only, subjects, rounds }: BenchOptions): string {
  const parts = ["pnpm bench browser", `--rounds ${rounds}`];
  if (only.length > 0) parts.push(`--only ${only.join(",")}`);
  if (subjects.length > 0) parts.push(`--subjects ${subjects.join(",")}`);
  return parts.join(" ");
}

async function benchBrowser(options: BenchOptions): Promise<Outcome> {
  const start = Date.now();
  const wanted = chosen(rows, options.rows, "row");
  const subjects = [waymark, ...chosen(peers, options.subjects, "peer")];
  const lab = await openLab(subjects, options.rounds, options.examples ?? usualExamples);
  const measures: Measure[] = [];
  const failed: Record<string, string> = {};
  try {
    for (const row of wanted) {
      const began = Date.now();
      try {
        measures.push(...(await row.run(lab)));
      } catch (error) {
        failed[row.name] = error instanceof Error ? error.message : String(error);
      }
      console.error(`${row.name}: ${failed[row.name] ?? "done"} (${Math.round((Date.now() - began) / 1000)} s)`);
    }
    return {
      date: new Date().toISOString().slice(0, 10),
      command: commandOf(options),
      machine: `${cpus().length} x ${cpus()[0]?.model.trim() ?? "unknown processor"}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform}`,
      browser: `Chromium ${lab.browser.version()}, headless`,
      rounds: options.rounds,
      subjects: await Promise.all(subjects.map(describe)),
      measures,
      hows: Object.fromEntries(wanted.map(({ name, how }) => [name, how])),
      failed,
      seconds: Math.round((Date.now() - start) / 1000),
    };
  } finally {
    await lab.close();
  }
}

async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (options.bench === "collector") {
    const lines = await benchCollector({ rounds: options.rounds, long: options.long, deliveries: 400 });
    console.log(asLines(lines));
    if (options.json) await writeFile(resolve(options.json), `${JSON.stringify(lines, null, 2)}\n`);
    return 0;
  }
  if (options.bench !== "browser") {
    console.error(
      "Say what to bench: pnpm bench browser [--json FILE] [--markdown FILE] [--only row,row] [--rounds N], or pnpm bench collector [--json FILE] [--rounds N] [--long]",
    );
    return 2;
  }
  const outcome = await benchBrowser(options);
  console.log(asTerminal(outcome));
  if (options.json) await writeFile(resolve(options.json), `${JSON.stringify(outcome, null, 2)}\n`);
  if (options.markdown) await writeFile(resolve(options.markdown), asPage(outcome));
  return Object.keys(outcome.failed).length > 0 ? 1 : 0;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  },
);
