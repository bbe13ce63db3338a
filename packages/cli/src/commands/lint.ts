import type { CommandDef } from "citty";
import { readJourneyFiles, renderFile } from "../journey-files.ts";
import { plainly } from "./plainly.ts";

/** `waymark lint FILES`: sentences with paths; fails on errors, not on warnings. */
export const lint: CommandDef = {
  meta: { name: "lint", description: "Check journey files and say what to change." },
  run: plainly(
    async ({ args }) => {
      if (args._.length === 0) throw new Error("Name the journey files to check: waymark lint journeys/*.journey.json");
      const files = await readJourneyFiles(args._);
      for (const line of files.flatMap(renderFile)) console.log(line);
      const broken = files.filter(({ journey }) => journey === null).length;
      const warnings = files.flatMap(({ problems }) =>
        problems.filter(({ severity }) => severity === "warning"),
      ).length;
      console.log(`${files.length} files, ${broken} with errors, ${warnings} warnings`);
      if (broken > 0) process.exitCode = 1;
    },
    { files: true },
  ),
};
