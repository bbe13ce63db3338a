import type { CommandContext } from "citty";

type Run = (context: CommandContext) => Promise<void>;

/** Ends a command that fails with its sentence alone: what to do, no trace. Exit code 1. */
export function plainly(run: Run): Run {
  return async (context) => {
    try {
      await run(context);
    } catch (error) {
      console.error(`waymark: ${error instanceof Error ? error.message : String(error)}`);
      process.exitCode = 1;
    }
  };
}
