import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { run, write } from "./folder.ts";

/** Every entry that has code is imported by Node, and required where the package says that it can be. */
export async function importAll(folder: string): Promise<number> {
  const lines: string[] = [];
  for (const each of readdirSync(join(folder, "node_modules/@waymark"))) {
    const described = readFileSync(join(folder, "node_modules/@waymark", each, "package.json"), "utf8");
    const { name, exports = {} } = JSON.parse(described) as {
      name: string;
      exports?: Record<string, { types?: string; import?: object; require?: object }>;
    };
    for (const [entry, target] of Object.entries(exports)) {
      const id = JSON.stringify(join(name, entry));
      if (target.types ?? target.import)
        lines.push(`if (Object.keys(await import(${id})).length === 0) throw new Error(${id});`);
      if (target.require) lines.push(`if (Object.keys(require(${id})).length === 0) throw new Error(${id});`);
    }
  }
  const head = 'import { createRequire } from "node:module";\nconst require = createRequire(import.meta.url);\n';
  write(folder, "entries.mjs", `${head}${lines.join("\n")}\n`);
  await run(folder, process.execPath, ["entries.mjs"]);
  return lines.length;
}

/** Functions by the most that they may bring along, gzip: what is imported is what is paid for. What parses brings zod's small core. */
const alone: Readonly<Record<string, readonly [entry: string, mostBytes: number]>> = {
  matchPage: ["@waymark/engine", 800],
  mergeProgress: ["@waymark/engine", 1_500],
  lintJourney: ["@waymark/schema", 18_000],
  parseJourney: ["@waymark/schema", 20_000],
  findTarget: ["@waymark/sdk/targeting", 6_500],
};

/** Bundles one function at a time with esbuild; gives a line for each. */
export async function treeShake(folder: string): Promise<string[]> {
  const lines: string[] = [];
  const options = ["--bundle", "--minify", "--format=esm", "--outfile=alone.out.js", "--log-level=error"];
  for (const [name, [entry, most]] of Object.entries(alone)) {
    write(folder, "alone.js", `export { ${name} } from ${JSON.stringify(entry)};\n`);
    await run(folder, join(folder, "node_modules/.bin/esbuild"), ["alone.js", ...options]);
    const bytes = gzipSync(readFileSync(join(folder, "alone.out.js"))).length;
    if (bytes > most) throw new Error(`${name} of ${entry} brings ${bytes} bytes along, more than ${most}`);
    lines.push(`${name} of ${entry} alone: ${bytes} bytes gzip`);
  }
  return lines;
}
