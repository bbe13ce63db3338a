import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ArgsDef, CommandDef } from "citty";
import { plainly } from "./commands/plainly.ts";
import { Failure } from "./failure.ts";

/** One option of a command: `--name value`, or `--name` alone. */
export interface CommandOption {
  type: "string" | "boolean";
  description: string;
  default?: string | boolean;
}

/** What a command is called with. */
export interface CommandCall {
  /** Options by name. */
  options: Readonly<Record<string, string | boolean | undefined>>;
  /** What stands without a name: files. */
  files: readonly string[];
  /** Writes a line for people or pipes. */
  print(line: string): void;
}

/** A command of the project's own, `waymark <name>`; the module's default export. */
export interface WaymarkCommand {
  /** One sentence, for `waymark --help`. */
  description: string;
  options?: Readonly<Record<string, CommandOption>>;
  /** What it throws is told as a sentence, without a trace, and ends with code 1. A number is the exit code. */
  run(call: CommandCall): unknown;
}

type Commands = Record<string, () => Promise<CommandDef>>;

/** The command as it is: says to the compiler, and to who reads it, what it is. */
export const defineWaymarkCommand = (command: WaymarkCommand): WaymarkCommand => command;

function isCommand(found: unknown): found is WaymarkCommand {
  const { description, run } = Object(found) as Partial<WaymarkCommand>;
  return typeof description === "string" && typeof run === "function";
}

async function load(name: string, path: string): Promise<CommandDef> {
  const module: { default?: unknown } = await import(pathToFileURL(path).href).catch((error: unknown) => {
    throw new Failure("command_broken", `${name}: ${error instanceof Error ? error.message : String(error)}`);
  });
  const command = module.default;
  if (!isCommand(command)) throw new Failure("command_broken", `${name}: ${path} exports no command as its default`);
  return {
    meta: { name, description: command.description },
    args: (command.options ?? {}) as ArgsDef,
    run: plainly(
      async ({ args }) => {
        const { _: files, ...options } = args;
        const code = await command.run({
          options: options as CommandCall["options"],
          files,
          print: (line) => console.log(line),
        });
        if (typeof code === "number") process.exitCode = code;
      },
      { files: true },
    ),
  };
}

/** One that cannot be loaded is in the help all the same, with the reason, and says so when it is called. */
function broken(name: string, error: unknown): CommandDef {
  return {
    meta: { name, description: "cannot be loaded" },
    run: plainly(
      async () => {
        throw error;
      },
      { files: true },
    ),
  };
}

/**
 * The commands that a project adds: `"waymark": { "commands": { "overdue": "./tools/overdue.mjs" } }` in its `package.json`.
 * A module is read when its command is called, or named in the help. What is called as one of ours is told and left out.
 */
export function ownCommands(folder: string, ours: Readonly<Record<string, unknown>>): Commands {
  let named: unknown;
  try {
    const text = readFileSync(join(folder, "package.json"), "utf8");
    named = (JSON.parse(text) as { waymark?: { commands?: unknown } }).waymark?.commands;
  } catch {
    // Outside of a project there are none, and a broken package.json is for its owner's own tools to tell.
    return {};
  }
  const commands: Commands = {};
  for (const [name, path] of Object.entries(Object(named) as Record<string, unknown>)) {
    if (Object.hasOwn(ours, name)) console.error(`waymark: "${name}" in package.json is a command of ours: rename it`);
    else if (typeof path === "string")
      commands[name] = () => load(name, resolve(folder, path)).catch((error: unknown) => broken(name, error));
  }
  return commands;
}
