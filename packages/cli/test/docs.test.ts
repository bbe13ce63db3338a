import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { lintJourney, parseJourney, renderProblem } from "@waymark/schema";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { root, type Sample, samples } from "./docs-samples.ts";

const named = ({ page, line }: Sample): string => `${page}:${line}`;

/** Samples stand in a folder that is not on the disk, from where the packages are found as an app finds them. */
const folder = join(root, "packages/cli/test/.docs");

/** Files that other pages of the start lean on. */
const shared = samples.filter(({ page, file }) => file !== null && /start\/(?:react|index)\.md$/.test(page));

/** The files of a page: those it names, and each other block as one of its own. */
function filesOf(page: string): Map<string, string> {
  const files = new Map<string, string>();
  const at = (name: string): string => join(folder, page, name);
  for (const { file, code } of shared) files.set(at(file ?? ""), code);
  for (const sample of samples.filter((each) => each.page === page)) {
    const { file, line, language, code } = sample;
    if (!/^(?:ts|tsx|json)$/.test(language)) continue;
    if (file !== null || language !== "json") files.set(at(file ?? `src/line-${line}.${language}`), code);
  }
  return files;
}

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  jsx: ts.JsxEmit.ReactJSX,
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  resolveJsonModule: true,
  lib: ["lib.es2022.d.ts", "lib.dom.d.ts"],
  types: ["node"],
  typeRoots: [join(root, "node_modules/@types")],
  paths: {
    react: [join(root, "examples/crm/node_modules/@types/react")],
    "react/*": [join(root, "examples/crm/node_modules/@types/react/*")],
  },
};

function complaints(files: ReadonlyMap<string, string>): string[] {
  const host = ts.createCompilerHost(options, true);
  const { fileExists, readFile, getSourceFile, directoryExists } = host;
  host.fileExists = (path) => files.has(path) || fileExists(path);
  host.readFile = (path) => files.get(path) ?? readFile(path);
  host.directoryExists = (path) => path.startsWith(folder) || directoryExists?.(path) === true;
  host.getSourceFile = (path, language, ...rest) => {
    const text = files.get(path);
    return text === undefined
      ? getSourceFile(path, language, ...rest)
      : ts.createSourceFile(path, text, language, true);
  };
  const program = ts.createProgram(
    [...files.keys()].filter((path) => !path.endsWith(".json")),
    options,
    host,
  );
  return ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => {
    const line = file ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
    return `${file?.fileName.slice(folder.length + 1)}:${line} ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
  });
}

describe("samples of the documentation", () => {
  it("W80 each TypeScript sample of the site compiles against the built packages", () => {
    // Vue's own types are left to what builds its page: `pnpm test:long tarballs`.
    const pages = new Set(
      samples.filter(({ page }) => page.startsWith("docs/") && !page.endsWith("vue.md")).map(({ page }) => page),
    );
    const all = new Map([...pages].flatMap((page) => [...filesOf(page)]));
    expect([...all.keys()].filter((path) => /\.tsx?$/.test(path)).length).toBeGreaterThan(10);
    expect(complaints(all)).toEqual([]);
  });

  const running = samples.filter(({ runs }) => runs);
  it("W80 there are samples that run", () => expect(running.length).toBeGreaterThan(1));
  it.each(running.map((sample) => [named(sample), sample] as const))(
    "W80 what it says it prints, it prints: %s",
    (_, { code }) => {
      const expected = [...code.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map(([, said]) => said);
      const args = ["--input-type=module-typescript", "--disable-warning=ExperimentalWarning", "--eval", code];
      const printed = execFileSync(process.execPath, args, { cwd: join(root, "packages/cli"), encoding: "utf8" });
      expect(expected.length).toBeGreaterThan(0);
      expect(printed.trim().split("\n")).toEqual(expected);
    },
  );

  const journeys = samples.filter(({ language, code }) => language === "json" && code.includes('"waymark.journey/1"'));
  it.each(journeys.map((sample) => [named(sample), sample] as const))(
    "W81 the journey can be published, and lint has nothing to say: %s",
    (_, { code }) => {
      const parsed = parseJourney(JSON.parse(code));
      expect(parsed.ok ? lintJourney(parsed.value).map(renderProblem) : parsed.problems.map(renderProblem)).toEqual([]);
    },
  );
});

describe("reports of the public face", () => {
  it("W82 the reference is what the build says: `pnpm docs:write` writes it", () => {
    const script = join(root, "packages/config/bin/write-reference.mjs");
    const said = execFileSync(process.execPath, [script, "--check"], { cwd: root, encoding: "utf8" });
    expect(said).toMatch(/^\d+ pages, 0 out of date/);
  });

  it("W83 what a tag can be told to hold on to is the hash of each built file", async () => {
    const script = join(root, "packages/config/bin/write-integrity.mjs");
    const said = execFileSync(process.execPath, [script, "--json"], { cwd: root, encoding: "utf8" });
    const { version, files } = JSON.parse(said) as { version: string; files: Record<string, string> };
    expect(version).toBe(
      (JSON.parse(readFileSync(join(root, "packages/sdk/package.json"), "utf8")) as { version: string }).version,
    );
    for (const [name, integrity] of Object.entries(files)) {
      const file = join(root, "packages/sdk/dist/script", name);
      expect(existsSync(file)).toBe(true);
      const digest = await crypto.subtle.digest("SHA-384", readFileSync(file));
      expect(integrity).toBe(`sha384-${Buffer.from(digest).toString("base64")}`);
    }
    expect(Object.keys(files)).toContain("waymark.js");
  });
});
