import { type LintCode, lintRules, type Problem } from "@waymark/schema";
import type { CommandDef } from "citty";
import { findJourneyFiles, type JourneyFile, readJourneyFiles, renderFile } from "../journey-files.ts";
import { listed } from "./check-flags.ts";
import { plainly } from "./plainly.ts";

const isRule = (code: string): code is LintCode => Object.hasOwn(lintRules, code);

function explain(code: string): void {
  if (!isRule(code)) throw new Error(`There is no rule ${code}: there are ${Object.keys(lintRules).join(", ")}.`);
  const { title, why, fix } = lintRules[code];
  console.log(`${code}: ${title}\n\nWhy: ${why}\nFix: ${fix}`);
}

/** A problem with its rule's reason and way out, for machines that tell them to people. */
export function withReason(problem: Problem): Problem & { why?: string; fix?: string } {
  if (!isRule(problem.code)) return problem;
  const { why, fix } = lintRules[problem.code];
  return { ...problem, why, fix };
}

function say(files: readonly JourneyFile[], broken: number, warnings: readonly Problem[]): void {
  for (const line of files.flatMap(renderFile)) console.log(line);
  const [code] = warnings.map((each) => each.code).filter(isRule);
  if (code !== undefined) console.log(`Why, and what to do: waymark lint --explain ${code}`);
  console.log(`${files.length} files, ${broken} with errors, ${warnings.length} warnings`);
}

/** `waymark lint FILES`: sentences with paths; fails on errors, not on warnings. */
export const lint: CommandDef = {
  meta: { name: "lint", description: "Check journey files and say what to change." },
  args: {
    events: { type: "string", description: "Events that your app sends, with commas between" },
    languages: { type: "string", description: "Languages that every journey must speak: de,fr" },
    explain: { type: "string", description: "Say why a rule is there and what to do: --explain long_text" },
    strict: { type: "boolean", description: "Fail on warnings, too" },
    json: { type: "boolean", description: "Print the problems as JSON, with reasons and fixes" },
  },
  run: plainly(
    async ({ args }) => {
      if (args.explain !== undefined) return explain(String(args.explain));
      const context = {
        events: args.events === undefined ? undefined : listed(args.events),
        languages: args.languages === undefined ? undefined : listed(args.languages),
      };
      const files = await readJourneyFiles(await findJourneyFiles(args._), context);
      const broken = files.filter(({ journey }) => journey === null).length;
      const warnings = files.flatMap(({ problems }) => problems.filter(({ severity }) => severity === "warning"));
      const told = files.map(({ path, problems }) => ({ path, problems: problems.map(withReason) }));
      if (args.json) console.log(JSON.stringify({ files: told, errors: broken, warnings: warnings.length }, null, 2));
      else say(files, broken, warnings);
      if (broken > 0 || (args.strict && warnings.length > 0)) process.exitCode = 1;
    },
    { files: true },
  ),
};
