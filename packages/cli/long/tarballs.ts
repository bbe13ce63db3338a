// What somebody outside of this repository does with the packed tarballs: installs them with npm, pnpm and yarn into empty
// folders, imports every entry, and puts the files of the documentation's start pages together to apps whose journey appears,
// completes and reaches the collector that came with it. `pnpm test:long tarballs next` runs one part.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packAll } from "../../config/src/pack-all.mjs";
import { root, samples } from "../test/docs-samples.ts";
import { bundledApp, bundlerNames, nextApp, plainModule, type Shown, scriptTag, viteApp } from "./tarballs/apps.ts";
import { type Running, startCollector } from "./tarballs/collector.ts";
import { importAll, treeShake } from "./tarballs/entries.ts";
import { install, ours } from "./tarballs/folder.ts";
import { serveRegistry } from "./tarballs/registry.ts";
import { walk } from "./tarballs/walk.ts";

/** What apps are made with, at the versions that were tried. */
const tools = {
  "@rollup/plugin-node-resolve": "16.0.3",
  "@sveltejs/vite-plugin-svelte": "7.3.1",
  "@vitejs/plugin-vue": "6.0.11",
  esbuild: "0.28.2",
  react: "19.3.1",
  "react-dom": "19.3.1",
  rollup: "4.68.7",
  svelte: "5.57.3",
  "@types/node": "24.19.2",
  "@types/react": "19.3.0",
  typescript: "5.9.3",
  vite: "8.3.8",
  vue: "3.5.45",
  webpack: "5.112.2",
  "webpack-cli": "7.3.1",
};

const part = process.argv[2];
const at = mkdtempSync(join(tmpdir(), "waymark-tarballs-"));
let failed = 0;

async function attempt(name: string, act: () => Promise<string | undefined>): Promise<void> {
  if (part !== undefined && !name.includes(part)) return;
  const start = Date.now();
  try {
    const says = await act();
    console.log(`ok   ${name} (${((Date.now() - start) / 1000).toFixed(0)} s)${says ? `\n     ${says}` : ""}`);
  } catch (error) {
    failed++;
    console.log(`BAD  ${name}\n${error instanceof Error ? error.message : String(error)}`);
  }
}

async function shown(app: Promise<Shown>, collector: Running): Promise<undefined> {
  const { url, stop } = await app;
  try {
    await walk(url, collector);
  } finally {
    stop();
  }
}

const packed = packAll(root, join(at, "tarballs"));
const version = packed[0]?.version ?? "";
const registry = await serveRegistry(packed.map(({ file }) => file));
console.log(`${packed.length} packages of ${version}`);
let collector: Running | undefined;
try {
  for (const manager of ["pnpm", "yarn"])
    await attempt(`${manager}: installs, every entry is imported`, async () => {
      const folder = join(at, manager);
      mkdirSync(folder);
      await install(folder, manager, registry.url, ours(version));
      return `${await importAll(folder)} entries`;
    });
  const folder = join(at, "npm");
  mkdirSync(folder);
  await install(folder, "npm", registry.url, {
    ...ours(version),
    ...tools,
    ...(part === undefined || part === "next" ? { next: "16.4.6" } : {}),
  });
  await attempt("npm: installs, every entry is imported", async () => `${await importAll(folder)} entries`);
  await attempt("one function brings its own code only", async () => (await treeShake(folder)).join("\n     "));
  const journey = samples.find(({ file }) => file === "journeys/log-calls.journey.json")?.code ?? "";
  const running = await startCollector(folder, journey);
  collector = running;
  await attempt("script tag", () => shown(scriptTag(folder, running), running));
  for (const name of ["react", "vue", "svelte"])
    await attempt(`${name}, as its page says`, () => shown(viteApp(folder, name, running), running));
  for (const name of bundlerNames)
    await attempt(`bundled by ${name}`, () => shown(bundledApp(folder, name, running), running));
  await attempt("no bundler: script type=module", () => shown(plainModule(folder, running), running));
  await attempt("next, as its page says", () => shown(nextApp(folder, running, 39_000 + (process.pid % 900)), running));
} finally {
  collector?.stop();
  registry.close();
  rmSync(at, { recursive: true, force: true, maxRetries: 5 });
}
console.log(`${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
