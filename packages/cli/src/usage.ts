import { stripVTControlCharacters } from "node:util";
import { type CommandDef, renderUsage } from "citty";
import { isColoured } from "./terminal.ts";

/** Lines to copy, by the name of the command. */
const examples: Readonly<Record<string, readonly string[]>> = {
  waymark: ["waymark init", "waymark lint", "waymark check --url http://127.0.0.1:3000"],
  init: ["waymark init", "waymark init --yes --role recruiter", "waymark init --dry-run"],
  lint: ["waymark lint", "waymark lint journeys --json", "waymark lint --explain fragile_target"],
  check: [
    "waymark check --url http://127.0.0.1:3000",
    'waymark check journeys --url $URL --as "sales-rep=/?as=rep,agent=state.json" --source src --junit report.xml',
  ],
  publish: ['waymark publish journeys/*.journey.json --collector $URL --key ak_... --note "shorter"'],
  pull: ["waymark pull --collector $URL --key ak_...", "waymark pull win-a-deal --collector $URL --key ak_... --force"],
  templates: ["waymark templates --kinds", "waymark templates give-a-discount --lang de,fr"],
  types: ["waymark types --out src/journeys.d.ts", "waymark types --out src/journeys.d.ts --check"],
  report: [
    "waymark report gap --collector $URL --key ok_... --role sales-rep",
    "waymark report adoption --collector $URL --key ok_... --csv",
  ],
  gap: ["waymark report gap --collector $URL --key ok_... --role sales-rep --json"],
  adoption: ["waymark report adoption --collector $URL --key ok_... --csv > adoption.csv"],
  dev: ["waymark dev --app http://127.0.0.1:3000", "waymark dev --app public --role recruiter"],
  mcp: ["waymark mcp --journeys journeys"],
  completion: [
    'eval "$(waymark completion bash)"',
    "waymark completion fish > ~/.config/fish/completions/waymark.fish",
  ],
  simulate: ["waymark simulate --collector http://127.0.0.1:4180 --key pk_... --secret ss_..."],
};

/** Help with lines to copy; without colour where it is piped. */
export async function tellUsage(command: CommandDef, parent?: CommandDef): Promise<void> {
  const meta = (await (typeof command.meta === "function" ? command.meta() : command.meta)) ?? {};
  const text = (await renderUsage(command, parent)).trimEnd();
  const own = examples[meta.name ?? ""] ?? [];
  const lines = own.length > 0 ? `\n\nEXAMPLES\n\n${own.map((line) => `  ${line}`).join("\n")}` : "";
  console.log(`${isColoured() ? text : stripVTControlCharacters(text)}${lines}\n`);
}
