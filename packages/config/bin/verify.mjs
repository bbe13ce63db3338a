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
/** What failed once and held when it was tried again. */
const flaky = [];

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
  folders.push("examples", "docs");
  const all = folders.flatMap((folder) => [folder, `${folder}/test`, `${folder}/e2e`]);
  return all.filter((folder) => existsSync(join(root, folder, "tsconfig.json")));
}

/** Runs tests and gives what vitest wrote of them; `null` where it wrote nothing. */
function runTests(project, files = []) {
  const report = join(tmpdir(), `waymark-${project}-${process.pid}.json`);
  const args = ["run", "--config", "packages/config/vitest.config.mjs", "--project", project, ...files];
  const ok = run("vitest", [...args, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`]);
  if (!existsSync(report)) return null;
  const written = JSON.parse(readFileSync(report, "utf8"));
  rmSync(report);
  return { ok, ...written };
}

/** The tests that failed, and the files that could not be loaded: by file and name. */
function failuresOf({ testResults = [] }) {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const own = assertionResults.filter((each) => each.status === "failed");
    const file = relative(root, name);
    if (own.length > 0) return own.map(({ fullName }) => ({ file, what: fullName }));
    return status === "failed" ? [{ file, what: message }] : [];
  });
}

/**
 * A few that failed are tried once more, whole files in a process of their own. What holds then is not passed over in
 * silence: it is named as FLAKY at the end, and is a fault to find the cause of.
 */
function secondLook(project, failures) {
  if (failures.length === 0 || failures.length > 3) return failures;
  console.log(`\n== tests: ${project}, once more what failed`);
  const again = runTests(project, [...new Set(failures.map(({ file }) => file))]);
  if (again === null) return failures;
  const still = failuresOf(again);
  if (!again.ok && still.length === 0) return failures;
  for (const { file, what } of failures)
    if (!still.some((each) => each.file === file && each.what === what)) flaky.push(`${file}: ${what}`);
  return still;
}

function tests(project) {
  console.log(`\n== tests: ${project}`);
  const first = runTests(project);
  if (first === null) {
    failed++;
    names.push(`${project}: no report`);
    return;
  }
  const failures = failuresOf(first);
  const still = secondLook(project, failures);
  failed += still.length;
  passed += first.numPassedTests + Math.max(0, first.numFailedTests - still.length);
  for (const { file, what } of still) names.push(`${file}: ${what}`);
  // A run without tests proves nothing, nor does one that went wrong outside of them.
  if ((!first.ok && failures.length === 0) || first.numTotalTests === 0) {
    failed++;
    names.push(`${project}: an error outside of any test, or no test at all`);
  }
  if (first.numPendingTests > 0) console.log(`${first.numPendingTests} skipped`);
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
for (const name of flaky) console.log(`FLAKY ${name}`);
for (const name of names) console.log(`FAILED ${name}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
