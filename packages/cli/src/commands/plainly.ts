import type { CommandContext } from "citty";
import { checkFlags } from "./check-flags.ts";

type Run = (context: CommandContext) => Promise<void>;

/**
 * Checks the flags, and ends a command that fails with its sentence alone: what to do, no trace. Exit code 1.
 * `files`: the command takes names of files.
 */
export function plainly(run: Run, { files = false }: { files?: boolean } = {}): Run {
  return async (context) => {
    try {
      checkFlags(context, files);
      await run(context);
    } catch (error) {
      console.error(`waymark: ${error instanceof Error ? error.message : String(error)}`);
      process.exitCode = 1;
    }
  };
}
