import type { CommandContext } from "citty";
import { flagProblems } from "./check-flags.ts";

type Run = (context: CommandContext) => Promise<void>;
type Args = Readonly<Record<string, unknown>>;

interface Ways {
  /** The command takes names of files. */
  files?: boolean;
  /** What is wrong with the values, told together with what is wrong with the flags. */
  problemsOf?: (args: Args) => readonly string[];
}

/** The flags that have a value: one without is told by itself. */
const filled = (args: Args): Record<string, unknown> =>
  Object.fromEntries(Object.entries(args).filter(([, value]) => value !== ""));

/** Checks the flags, and ends a command that fails with its sentences alone: what to do, no trace. Exit code 1. */
export function plainly(run: Run, { files = false, problemsOf = () => [] }: Ways = {}): Run {
  return async (context) => {
    try {
      const problems = [...flagProblems(context, files), ...problemsOf(filled(context.args))];
      if (problems.length > 0) throw new Error(problems.join("\n"));
      await run(context);
    } catch (error) {
      console.error(`waymark: ${error instanceof Error ? error.message : String(error)}`);
      process.exitCode = 1;
    }
  };
}
