#!/usr/bin/env node
// Runs `turbo run build`, then the command after `--`. The command's stdin, stdout and signals are passed through, so that
// what it prints (the demo's one JSON line, say) is all that reaches stdout.
import { spawn, spawnSync } from "node:child_process";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const split = process.argv.indexOf("--");
const [program, script, ...rest] = process.argv.slice(split + 1);
// The script is named from the root; the command itself runs where the person stands, so that their paths mean what they typed.
const command = [program, join(root, script), ...rest];
const env = {
  ...process.env,
  PATH: `${join(root, "node_modules/.bin")}${delimiter}${process.env.PATH}`,
  TURBO_TELEMETRY_DISABLED: "1",
  DO_NOT_TRACK: "1",
};
if (process.stderr.isTTY)
  process.stderr.write("Building what has changed; the first time this takes a minute or two ...\n");
const build = spawnSync("turbo", ["run", "build", "--output-logs=errors-only"], {
  cwd: root,
  stdio: ["ignore", "pipe", "inherit"],
  env,
});
if (build.status !== 0) {
  process.stderr.write(build.stdout ?? "");
  process.stderr.write("The build failed: the lines above say where. Mend it and run the command again.\n");
  process.exit(build.status ?? 1);
}
const child = spawn(command[0], command.slice(1), { stdio: "inherit", cwd: process.env.INIT_CWD ?? root, env });
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(code ?? (signal ? 130 : 1)));
