import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ts from "typescript";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bytesOf, describedIn, filesBelow, installPacked } from "./support/packed.ts";

let root = "";
let folders: string[] = [];
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "waymark-packed-"));
  folders = installPacked(root);
}, 180_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

const nameOf = (specifier: string): string => specifier.match(/^(@[^/]+\/)?[^/]+/)?.[0] ?? specifier;

test("C225 the packed package with all it needs is under 10 MB, builds nothing and runs nothing at install", () => {
  const sizes = folders.map((folder): [string, number] => [describedIn(folder).name, bytesOf(folder)]);
  const sum = sizes.reduce((all, [, bytes]) => all + bytes, 0);
  // Far below what was promised: whoever comes near it again shall notice before the users do.
  expect(sum, JSON.stringify(sizes)).toBeLessThan(5_000_000);
  for (const folder of folders) {
    const { name, scripts = {}, optionalDependencies = {} } = describedIn(folder);
    const atInstall = Object.keys(scripts).filter((each) => /^(pre|post)?install$/.test(each));
    expect([name, atInstall, Object.keys(optionalDependencies)]).toEqual([name, [], []]);
    expect(filesBelow(folder).filter((file) => /(\.node|binding\.gyp)$/.test(file))).toEqual([]);
  }
});

test("C225 what it imports it asks for; what it bundles stands in THIRD-PARTY.txt with its licence", () => {
  const [folder = ""] = folders;
  const { dependencies = {}, peerDependencies = {} } = describedIn(folder);
  const built = filesBelow(join(folder, "dist")).filter((file) => /\.(js|d\.ts)$/.test(file));
  const asked = new Set(
    built.flatMap((file) => {
      const text = readFileSync(file, "utf8");
      const required = [...text.matchAll(/__require\d*\(["']([^"']+)["']\)/g)].map(([, name]) => name ?? "");
      return [...ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName), ...required];
    }),
  );
  const known = new Set([...Object.keys(dependencies), ...Object.keys(peerDependencies)]);
  const outside = [...asked].filter((name) => !name.startsWith(".") && !isBuiltin(name)).map(nameOf);
  expect(outside.filter((name) => !known.has(name))).toEqual([]);
  expect(outside).toEqual(expect.arrayContaining(["jose", "pino", "pg", "@clickhouse/client"]));
  const notices = readFileSync(join(folder, "dist/THIRD-PARTY.txt"), "utf8");
  for (const name of ["hono", "@hono/node-server", "kysely", "zod", "prom-client", "@opentelemetry/api"])
    expect(notices).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\((MIT|Apache-2\\.0)\\)$`, "m"));
  expect(notices).toContain("Permission is hereby granted");
});

test("C225 what it loads late works from the packed files too: numbers, description, log", () => {
  const main = join(root, "late.mjs");
  const source = `import { createCollector, createLog } from "@waymark/collector";
    const log = createLog({ level: "info", write: (line) => console.log(JSON.parse(line).message) });
    const collector = await createCollector({ dataDir: ":memory:", metricsToken: "m" });
    const ask = (path) => collector.fetch(new Request("http://c" + path, { headers: { authorization: "Bearer m" } }));
    for (const path of ["/metrics", "/openapi.json"]) console.log(path, (await ask(path)).status, (await (await ask(path)).text()).length > 2000);
    log.info("a line");
    await log.ready;
    await collector.close();`;
  writeFileSync(main, source);
  const said = execFileSync(process.execPath, [main], { encoding: "utf8" }).trim().split("\n");
  expect(said).toEqual(["/metrics 200 true", "/openapi.json 200 true", "a line"]);
});

test("C233 a store whose client is not installed says which line to type", () => {
  const addresses = { postgres: "postgres://nobody@127.0.0.1:1/x", clickhouse: "clickhouse://127.0.0.1:1/x" };
  const main = join(root, "missing.mjs");
  const source = `import { createCollector } from "@waymark/collector";
    for (const [store, url] of Object.entries(${JSON.stringify(addresses)})) {
      const failed = await createCollector({ dataDir: ":memory:", store: { [store]: url } }).catch((error) => error);
      console.log(failed.code, failed.message);
    }
    process.exit(0);`;
  writeFileSync(main, source);
  const said = execFileSync(process.execPath, [main], { encoding: "utf8" }).trim().split("\n");
  const { peerDependencies = {} } = describedIn(folders[0] ?? "");
  const lines = Object.entries({ pg: "8", "@clickhouse/client": "1" }).map(([name, range]) => {
    expect(peerDependencies[name]).toMatch(new RegExp(`^\\^${range}\\.`));
    return `store_client This store needs the package ${name}: npm install ${name}@${range}, beside the collector.`;
  });
  expect(said).toEqual(lines);
});
