import type { CommandContext } from "citty";
import { Failure } from "../failure.ts";
import { checkFlags } from "./check-flags.ts";

type Run = (context: CommandContext) => Promise<void>;

function tell(error: unknown, asJson: boolean): void {
  const cause = error instanceof Error ? error.message : String(error);
  const { code, next } = error instanceof Failure ? error : { code: "unfit", next: undefined };
  if (asJson) console.log(JSON.stringify({ error: { code, cause, next } }, null, 2));
  else if (next === undefined) console.error(`waymark: ${cause}`);
  else console.error(`waymark: ${code}: ${cause}\n  next: ${next}`);
}

/**
 * Checks the flags, and ends a command that fails with its sentence alone: what to do, no trace.
 * `files`: the command takes names of files. `code`: the exit code of what cannot be carried out; 1 if left out.
 */
export function plainly(run: Run, { files = false, code = 1 }: { files?: boolean; code?: number } = {}): Run {
  return async (context) => {
    try {
      checkFlags(context, files);
      await run(context);
    } catch (error) {
      tell(error, context.args.json === true);
      process.exitCode = code;
    }
  };
}
