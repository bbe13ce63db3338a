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
  /** Of the collector's bench: what takes minutes too. */
  long: boolean;
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
      long: { type: "boolean" },
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
    long: values.long ?? false,
  };
}

/**
 * Those of the given names, all where none is given.
 *
 * @throws with a sentence that lists what there is, on a name that is not known.
 */
export function chosen<T extends { name: string }>(all: readonly T[], names: readonly string[], what: string): T[] {
  const unknown = names.filter((name) => !all.some((each) => each.name === name));
  if (unknown.length > 0) {
    throw new Error(
      `No ${what} is called ${unknown.join(", ")}. There are: ${all.map(({ name }) => name).join(", ")}.`,
    );
  }
  return all.filter(({ name }) => names.length === 0 || names.includes(name));
}
