// `pnpm test:long init [-- react django ...]`: Waymark comes into fresh apps of other people's tools, by the two commands that
// a person types, and a journey is seen in a real browser. Fails where one is not seen, or where a file of the user's changed
// that they had not agreed to. Needs npm's registry.
import { type ChildProcess, exec, execFile, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import type { Journey } from "@waymark/schema";
import type { Browser, Page } from "playwright-core";
import { launchBrowser } from "../../testing/src/index.ts";
import { type App, apps } from "./init/apps.ts";
import { serveRegistry } from "./init/registry.ts";

type Hashes = Map<string, string>;

function hashes(folder: string): Hashes {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (each) => each.isFile() && !/node_modules|__pycache__|\.git\b(?!ignore)/.test(each.parentPath),
  );
  return new Map(
    files.map((each) => {
      const path = join(each.parentPath, each.name);
      return [path.slice(folder.length + 1), createHash("sha256").update(readFileSync(path)).digest("hex")];
    }),
  );
}

/** Files of the user's that are not as they were. */
const changed = (before: Hashes, after: Hashes): string[] =>
  [...before].filter(([path, hash]) => after.get(path) !== hash).map(([path]) => path);

function expectThat(holds: boolean, sentence: string): void {
  if (!holds) throw new Error(sentence);
}

/** Each line that was there still is, in its order: lines were added, or one has more in it. */
function keepsLines(before: string, after: string): boolean {
  const now = after.split("\n");
  let at = 0;
  return before.split("\n").every((line) => {
    const bare = line.trim().replace(/,$/, "");
    const start = bare.slice(0, 5);
    while (at < now.length && !(now[at]?.includes(bare) || (/<body/.test(bare) && now[at]?.includes(start)))) at++;
    return at++ < now.length;
  });
}

const root = mkdtempSync(join(tmpdir(), "waymark-init-"));
const store = join(root, "registry");
mkdirSync(store);
const registry = await serveRegistry(store);
const env: NodeJS.ProcessEnv = {
  ...process.env,
  ...registry.env,
  PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH ?? ""}`,
  NEXT_TELEMETRY_DISABLED: "1",
  CI: "1",
};
/** Not in one breath with the registry, which answers from this process. */
const init = (folder: string, args: readonly string[], typed = ""): Promise<string> =>
  new Promise((resolve, reject) => {
    const all = ["--yes", "--cache", join(store, "cache"), "@waymark/cli@0.1.0", "init", ...args];
    const child = execFile("npx", all, { cwd: folder, env }, (error, out, errors) =>
      error ? reject(new Error(`${error.message}\n${out}${errors}`)) : resolve(out),
    );
    child.stdin?.end(typed);
  });

const run = (command: string, folder: string): Promise<void> =>
  new Promise((resolve, reject) => {
    exec(command, { cwd: folder, env }, (error, out, errors) =>
      error ? reject(new Error(`${error.message}\n${out}${errors}`)) : resolve(),
    );
  });

const journeyIn = (folder: string): Journey => {
  const [name = ""] = readdirSync(join(folder, "journeys"));
  return JSON.parse(readFileSync(join(folder, "journeys", name), "utf8")) as Journey;
};

/** Starts the app and gives its address, as it says it itself. */
function start(command: string[], folder: string): { child: ChildProcess; url: Promise<string> } {
  const [name = "", ...args] = command;
  const child = spawn(name, args, { cwd: folder, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  const url = new Promise<string>((resolve, reject) => {
    let said = "";
    const hear = (data: Buffer): void => {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are what is taken out
      said += String(data).replace(/\u001b\[[0-9;]*m/g, "");
      const found = /https?:\/\/(?:localhost|127\.0\.0\.1):[1-9]\d*/.exec(said);
      const port = /port ([1-9]\d*)/.exec(said)?.[1];
      if (found) resolve(found[0]);
      else if (port && /Serving HTTP|Starting development server/.test(said)) resolve(`http://127.0.0.1:${port}`);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("exit", (code) => reject(new Error(`${command.join(" ")} ended with ${code}:\n${said}`)));
  });
  return { child, url };
}

/** As a person sees it: the launcher, then the brief, then the map with the first step. */
async function seeJourney(page: Page, url: string, { title, steps }: Journey): Promise<void> {
  await page.goto(url);
  const launcher = page.locator("waymark-launcher");
  await launcher.waitFor({ state: "visible", timeout: 60_000 });
  await launcher.getByRole("button").first().click();
  await page.getByText(title).first().waitFor({ state: "visible" });
  await page.getByRole("button", { name: "Clear", exact: true }).click();
  await page
    .locator("waymark-panel")
    .getByText(steps[0]?.title ?? "")
    .first()
    .waitFor({ state: "visible" });
}

async function tryApp(browser: Browser, key: string, app: App): Promise<string> {
  const folder = join(root, key);
  app.make(folder, env);
  // A shell drops a variable that is called like a scope, and npm reads the file beside package.json.
  writeFileSync(join(folder, ".npmrc"), registry.npmrc);
  const before = hashes(folder);
  // Whoever says no keeps every file as it is.
  const refused = `${folder}-no`;
  cpSync(folder, refused, { recursive: true });
  await init(refused, [], "sales-rep\n\nno\n");
  expectThat(changed(before, hashes(refused)).length === 0, `${key}: no was said, and files changed`);
  const plan = JSON.parse(await init(folder, ["--yes", "--dry-run", "--json"])) as {
    planned: { kind: string; path: string }[];
  };
  const edits = plan.planned.filter(({ kind }) => kind === "edit").map(({ path }) => path);
  expectThat(changed(before, hashes(folder)).length === 0, `${key}: files changed at --dry-run`);
  const began = Date.now();
  const said = await init(folder, ["--yes"]);
  const touched = changed(before, hashes(folder));
  expectThat(
    touched.every((path) => edits.includes(path)),
    `${key}: ${touched} changed, and only ${edits} was named`,
  );
  for (const path of touched)
    expectThat(
      keepsLines(readFileSync(join(refused, path), "utf8"), readFileSync(join(folder, path), "utf8")),
      `${key}: ${path} lost a line`,
    );
  const typed = /Next: (.*)/.exec(said)?.[1] ?? "";
  const command = app.start ?? ["sh", "-c", `${typed}${app.more ?? ""}`];
  const { child, url } = start(command, folder);
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on("pageerror", ({ message }) => errors.push(message));
  try {
    await seeJourney(page, await url, journeyIn(folder));
    const seconds = Math.round((Date.now() - began) / 1000);
    expectThat(errors.length === 0, `${key}: ${errors.join("; ")}`);
    if (app.proves) await run(app.proves, folder);
    const built = app.proves ? `; ${app.proves} passes` : "";
    return `${app.name} (${said.split("\n")[0]}): a journey is seen ${seconds} s after the first command; changed: ${touched.join(", ")}${built}`;
  } finally {
    if (process.env.WAYMARK_SHOTS) await page.screenshot({ path: join(process.env.WAYMARK_SHOTS, `init-${key}.png`) });
    await page.close();
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, "SIGTERM");
  }
}

const wanted = process.argv.slice(2);
const chosen = Object.entries(apps).filter(([key]) => wanted.length === 0 || wanted.includes(key));
const browser = await launchBrowser();
let failed = 0;
try {
  for (const [key, app] of chosen) {
    const why = app.missing?.();
    if (why) {
      console.log(`${app.name}: not tried, since ${why}`);
      continue;
    }
    try {
      console.log(await tryApp(browser, key, app));
    } catch (error) {
      failed += 1;
      console.log(`${app.name}: FAILED: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
} finally {
  await browser.close();
  await registry.close();
  rmSync(root, { recursive: true, force: true, maxRetries: 5 });
}
console.log(`${chosen.length - failed} of ${chosen.length} apps are well`);
process.exit(failed === 0 ? 0 : 1);
