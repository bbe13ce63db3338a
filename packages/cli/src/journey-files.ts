import { readFile } from "node:fs/promises";
import { type Journey, lintJourney, type Problem, parseJourney, renderProblem } from "@waymark/schema";

/** A journey file as read: its document, or what is wrong with it. */
export interface JourneyFile {
  path: string;
  journey: Journey | null;
  problems: Problem[];
}

function unreadable(path: string, error: unknown): JourneyFile {
  const received = error instanceof Error ? error.message : String(error);
  const problem: Problem = { code: "not_json", path: "$", expected: "a journey as JSON", received, severity: "error" };
  return { path, journey: null, problems: [problem] };
}

/** Reads and checks journey files. A file that cannot be read is a problem of that file, not of the others. */
export async function readJourneyFiles(paths: readonly string[]): Promise<JourneyFile[]> {
  return Promise.all(
    paths.map(async (path) => {
      try {
        const parsed = parseJourney(JSON.parse(await readFile(path, "utf8")));
        if (!parsed.ok) return { path, journey: null, problems: parsed.problems };
        return { path, journey: parsed.value, problems: lintJourney(parsed.value) };
      } catch (error) {
        return unreadable(path, error);
      }
    }),
  );
}

/** One line for each problem: `file: error: $.steps[0].title is missing: add a text.` */
export function renderFile({ path, problems }: JourneyFile): string[] {
  return problems.map((problem) => `${path}: ${problem.severity}: ${renderProblem(problem)}`);
}
