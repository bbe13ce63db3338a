import type { CommandDef } from "citty";
import { scripts, wordsOf } from "../completion-script.ts";
import { plainly } from "./plainly.ts";

type Commands = Readonly<Record<string, () => Promise<CommandDef>>>;

/** `waymark completion bash`: a script for the shell, made from the commands themselves. */
export const completionOf = (subCommands: Commands): CommandDef => ({
  meta: { name: "completion", description: "Print a script that completes commands and options: bash, zsh or fish." },
  run: plainly(
    async ({ args }) => {
      const [shell = ""] = args._;
      const script = Object.hasOwn(scripts, shell) ? scripts[shell] : undefined;
      if (!script) throw new Error(`Name your shell: ${Object.keys(scripts).join(", ")}.`);
      process.stdout.write(script(await wordsOf("waymark", { meta: { name: "waymark" }, subCommands })));
    },
    { files: true },
  ),
});
