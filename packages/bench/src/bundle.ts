import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Subject } from "./subjects.ts";

export const peersFolder: string = fileURLToPath(new URL("../peers/", import.meta.url));

interface Esbuild {
  build(options: Record<string, unknown>): Promise<{ outputFiles: { path: string; text: string }[] }>;
}

/** A peer's files as a page loads them. */
export interface Bundle {
  script: string;
  style: string;
  /** Further files that the peer asks for while it runs, by their path. */
  extra: Record<string, string>;
}

/**
 * Installs the peers at their locked versions, once. They stay outside the workspace: nothing else needs them.
 *
 * @throws when npm is missing or cannot reach its registry.
 */
export async function installPeers(): Promise<void> {
  const wanted = await readFile(join(peersFolder, "package-lock.json"), "utf8");
  const done = join(peersFolder, "node_modules/.package-lock.json");
  if (existsSync(done) && sameVersions(wanted, await readFile(done, "utf8"))) return;
  console.error("Installing the peers (npm ci in packages/bench/peers, once) ...");
  const { status } = spawnSync("npm", ["ci"], { cwd: peersFolder, stdio: ["ignore", 2, 2], shell: false });
  if (status !== 0) throw new Error("npm ci failed in packages/bench/peers; the lines above say why.");
}

interface Lock {
  packages: Record<string, { version?: string }>;
}

function sameVersions(wanted: string, found: string): boolean {
  const { packages: want } = JSON.parse(wanted) as Lock;
  const { packages: have } = JSON.parse(found) as Lock;
  return Object.entries(have).every(([path, { version }]) => want[path]?.version === version);
}

export async function versionOf(packageName: string): Promise<string> {
  const text = await readFile(join(peersFolder, "node_modules", packageName, "package.json"), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}

/** A file of an installed package, as its publisher made it, or what a server answers. */
type Answer = { file: string } | { text: string };

/** What peers ask their own servers for while they run, by path. */
const asked: Record<string, Record<string, Answer>> = {
  posthog: {
    "/static/VERSION/product-tours.js": { file: "posthog-js/dist/product-tours.js" },
    "/api/product_tours/": { text: '{"product_tours":[]}' },
  },
};

async function textOfFile(answer: Answer): Promise<string> {
  return "text" in answer ? answer.text : readFile(join(peersFolder, "node_modules", answer.file), "utf8");
}

async function esbuild(): Promise<Esbuild> {
  const require = createRequire(join(peersFolder, "package.json"));
  return (await import(pathToFileURL(require.resolve("esbuild")).href)) as Esbuild;
}

/** How all scripts of the bench are bundled: as a site would, minified and for production. */
const usual = {
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  platform: "browser",
  legalComments: "none",
  define: { "process.env.NODE_ENV": '"production"' },
  write: false,
  outdir: "out",
};

/** Bundles a script that is given as text; packages resolve to the peers' folder. Its exports are `globalName`. */
export async function bundleText(contents: string, globalName: string): Promise<string> {
  const { build } = await esbuild();
  const { outputFiles } = await build({ ...usual, globalName, stdin: { contents, resolveDir: peersFolder } });
  return outputFiles[0]?.text ?? "";
}

/** Bundles `peers/libraries/NAME.js`: one script, one style sheet. */
export async function bundlePeer({ name, packageName }: Subject): Promise<Bundle> {
  const { build } = await esbuild();
  const { outputFiles } = await build({
    ...usual,
    globalName: "lib",
    entryPoints: [join(peersFolder, "libraries", `${name}.js`)],
  });
  const extra: Record<string, string> = {};
  for (const [path, file] of Object.entries(asked[name] ?? {})) {
    extra[path.replace("VERSION", packageName ? await versionOf(packageName) : "")] = await textOfFile(file);
  }
  const textOf = (end: string): string => outputFiles.find(({ path }) => path.endsWith(end))?.text ?? "";
  return { script: textOf(".js"), style: textOf(".css"), extra };
}
