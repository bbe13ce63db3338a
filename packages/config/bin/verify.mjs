#!/usr/bin/env node
// The README's test command: builds, runs every check and every test, and closes with `N passed, N failed`.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const bin = join(root, "node_modules/.bin");
const env = {
  ...process.env,
  PATH: `${bin}${delimiter}${process.env.PATH}`,
  TURBO_TELEMETRY_DISABLED: "1",
  DO_NOT_TRACK: "1",
};
let passed = 0;
let failed = 0;
/** What failed, said once more at the end: a log is often read from there. */
const names = [];

function run(command, args) {
  return spawnSync(command, args, { cwd: root, stdio: "inherit", env }).status === 0;
}

function check(title, command, args) {
  const start = Date.now();
  console.log(`\n== ${title}`);
  const ok = run(command, args);
  if (ok) passed++;
  else {
    failed++;
    names.push(title);
  }
  console.log(`== ${title}: ${ok ? "passed" : "FAILED"} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
  return ok;
}

function typed() {
  const folders = ["packages", "examples"].flatMap((top) =>
    readdirSync(join(root, top)).map((name) => `${top}/${name}`),
  );
  folders.push("examples");
  const all = folders.flatMap((folder) => [folder, `${folder}/test`, `${folder}/e2e`]);
  return all.filter((folder) => existsSync(join(root, folder, "tsconfig.json")));
}

function tests(project) {
  const report = join(tmpdir(), `waymark-${project}-${process.pid}.json`);
  console.log(`\n== tests: ${project}`);
  const args = ["run", "--config", "packages/config/vitest.config.mjs", "--project", project];
  const ok = run("vitest", [...args, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`]);
  if (!existsSync(report)) {
    failed++;
    names.push(`${project}: no report`);
    return;
  }
  const {
    numPassedTests,
    numFailedTests,
    numPendingTests = 0,
    testResults = [],
  } = JSON.parse(readFileSync(report, "utf8"));
  rmSync(report);
  passed += numPassedTests;
  failed += numFailedTests;
  // A file that could not even be loaded holds no failed test, and a run without tests proves nothing.
  if ((!ok && numFailedTests === 0) || numPassedTests === 0) {
    failed++;
    names.push(`${project}: a file that could not be loaded, or an error outside of any test`);
  }
  for (const { name, status, message, assertionResults } of testResults) {
    const own = assertionResults.filter((each) => each.status === "failed");
    for (const { fullName } of own) names.push(`${relative(root, name)}: ${fullName}`);
    if (status === "failed" && own.length === 0) names.push(`${relative(root, name)}: ${message}`);
  }
  if (numPendingTests > 0) console.log(`${numPendingTests} skipped`);
}

const quick = process.argv.includes("--quick");
if (check("build", "turbo", ["run", "build", "--output-logs=errors-only"])) {
  check("format and lint", "biome", ["ci", "--error-on-warnings", "."]);
  for (const folder of typed()) check(`types: ${folder}`, "tsc", ["-p", folder]);
  check("import arrows and circles", "depcruise", [
    "--config",
    "packages/config/arrows.cjs",
    "--output-type",
    "err",
    "packages",
    "examples",
  ]);
  check("rules and their tests", "node", ["packages/config/bin/check-spec.mjs"]);
  check("links and paths in Markdown", "node", ["packages/config/bin/check-links.mjs"]);
  check("sizes", "node", ["packages/config/bin/check-sizes.mjs"]);
  tests("unit");
  if (!quick) {
    tests("browser");
    tests("alone");
  }
}
for (const name of names) console.log(`FAILED ${name}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
