import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Writes a file and the folders above it. */
export function write(folder: string, path: string, content: string): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/** The Node that runs this comes first for what is started: the machine's own may be older. */
export const env: NodeJS.ProcessEnv = {
  ...process.env,
  PATH: `${dirname(process.execPath)}:${process.env.PATH}`,
  NEXT_TELEMETRY_DISABLED: "1",
  CI: "1",
};

/** Runs a command in a folder; what it says is shown where it fails. Never waits so that nothing else runs: our registry may be asked. */
export async function run(folder: string, command: string, args: readonly string[]): Promise<string> {
  const child = spawn(command, args, { cwd: folder, env, timeout: 900_000 });
  let said = "";
  let complained = "";
  child.stdout.on("data", (part) => {
    said += String(part);
  });
  child.stderr.on("data", (part) => {
    complained += String(part);
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  if (code === 0) return said;
  throw new Error(`${command} ${args.join(" ")} ended with ${code} in ${folder}\n${said}\n${complained}`);
}

/** How each package manager lays packages into an empty folder. */
const installers: Readonly<Record<string, readonly string[]>> = {
  npm: ["npm", "install", "--no-audit", "--no-fund", "--loglevel=error"],
  pnpm: ["npx", "--yes", "pnpm@12", "install", "--config.dangerously-allow-all-builds=true"],
  yarn: ["npx", "--yes", "yarn@1.22.22", "install", "--non-interactive", "--no-progress"],
};

/** An empty folder with what an app asks for, installed; `@waymark/...` comes from our registry. */
export async function install(
  folder: string,
  manager: string,
  registry: string,
  dependencies: Readonly<Record<string, string>>,
): Promise<void> {
  write(folder, ".npmrc", `@waymark:registry=${registry}\n`);
  write(
    folder,
    "package.json",
    JSON.stringify({ name: "app", version: "1.0.0", private: true, type: "module", dependencies }, null, 2),
  );
  const [command = "", ...args] = installers[manager] ?? [];
  await run(folder, command, args);
}

/** The public packages' names, in the version that was packed. */
export function ours(version: string): Record<string, string> {
  const names = ["sdk", "engine", "schema", "templates", "author", "collector", "dashboard", "cli", "react"];
  // yarn 1 lays nobody's peers beside them.
  return { ...Object.fromEntries(names.map((name) => [`@waymark/${name}`, version])), react: "19.3.1" };
}
