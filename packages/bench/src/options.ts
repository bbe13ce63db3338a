import { parseArgs } from "node:util";

/** What the command line asks for. */
export interface BenchOptions {
  bench: string;
  /** Where to write the JSON and the Markdown, if anywhere. */
  json: string | null;
  markdown: string | null;
  /** Names of rows and of subjects; empty: all. */
  rows: string[];
  subjects: string[];
  rounds: number;
  /** Another folder of situations than the repository's. */
  examples: string | null;
}

/** How often each timing is taken by default. Odd, so that the median is a figure that was measured. */
const usualRounds = 5;

/**
 * Reads `browser --rounds 3 --only bytes,steps`.
 *
 * @throws with a sentence for the person, on what it does not know.
 */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: "string" },
      markdown: { type: "string" },
      only: { type: "string" },
      subjects: { type: "string" },
      rounds: { type: "string" },
      examples: { type: "string" },
    },
  });
  const rounds = values.rounds === undefined ? usualRounds : Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error("--rounds takes a whole number from 1 on.");
  const list = (text: string | undefined): string[] => text?.split(",").filter((name) => name !== "") ?? [];
  return {
    bench: positionals[0] ?? "",
    json: values.json ?? null,
    markdown: values.markdown ?? null,
    rows: list(values.only),
    subjects: list(values.subjects),
    rounds,
    examples: values.examples ?? null,
  };
}
