import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

export const root: string = join(import.meta.dirname, "../../..");

/** One fenced block of a page. */
export interface Sample {
  /** From the root: `docs/start/react.md`. */
  page: string;
  line: number;
  language: string;
  /** The file that it is, where the page says so: ```ts [src/waymark.ts]. */
  file: string | null;
  /** What is printed is held against the comments behind `console.log`. */
  runs: boolean;
  code: string;
}

/** Pages whose samples are promised to hold; decisions tell what was, the reference quotes declarations, and what is said of extending quotes `examples/extend`, which is compiled and run. */
const pages: readonly string[] = globSync(["docs/**/*.md", "packages/*/README.md", "README.md"], { cwd: root })
  .filter((path) => !/docs\/(?:decisions|extend|frameworks|reference|packages)\//.test(path))
  .sort();

function samplesOf(page: string): Sample[] {
  const text = readFileSync(join(root, page), "utf8");
  return [...text.matchAll(/^```([\w-]+)([^\n]*)\n([\s\S]*?)^```$/gm)].map(
    ({ 1: language = "", 2: info = "", 3: code = "", index }) => ({
      page,
      line: text.slice(0, index).split("\n").length,
      language,
      file: /\[([^\]]+)\]/.exec(info)?.[1] ?? null,
      runs: /\brun\b/.test(info),
      code,
    }),
  );
}

export const samples: readonly Sample[] = pages.flatMap(samplesOf);
