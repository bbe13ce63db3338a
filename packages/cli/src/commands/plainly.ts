import type { CommandContext } from "citty";
import { Failure } from "../failure.ts";
import { flagProblems } from "./check-flags.ts";

type Run = (context: CommandContext) => Promise<void>;
type Args = Readonly<Record<string, unknown>>;

function tell(error: unknown, asJson: boolean): void {
  const cause = error instanceof Error ? error.message : String(error);
  const { code, next } = error instanceof Failure ? error : { code: "unfit", next: undefined };
  if (asJson) console.log(JSON.stringify({ error: { code, cause, next } }, null, 2));
  else if (next === undefined) console.error(`waymark: ${cause}`);
  else console.error(`waymark: ${code}: ${cause}\n  next: ${next}`);
}

interface Ways {
  /** The command takes names of files. */
  files?: boolean;
  /** The exit code of what cannot be carried out. Default: 1. */
  code?: number;
  /** What is wrong with the values, told together with what is wrong with the flags. */
  problemsOf?: (args: Args) => readonly string[];
}

/** The flags that have a value: one without is told by itself. */
const filled = (args: Args): Record<string, unknown> =>
  Object.fromEntries(Object.entries(args).filter(([, value]) => value !== ""));

/** Checks the flags, and ends a command that fails with its sentences alone: what to do, no trace. */
export function plainly(run: Run, { files = false, code = 1, problemsOf = () => [] }: Ways = {}): Run {
  return async (context) => {
    try {
      const problems = [...flagProblems(context, files), ...problemsOf(filled(context.args))];
      if (problems.length > 0) throw new Error(problems.join("\n"));
      await run(context);
    } catch (error) {
      tell(error, context.args.json === true);
      process.exitCode = code;
    }
  };
}
