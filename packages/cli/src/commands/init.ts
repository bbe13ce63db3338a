import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Journey } from "@waymark/schema";
import { roleTemplates } from "@waymark/templates/roles";
import type { CommandDef } from "citty";
import { type Asker, createAsker } from "../init/ask.ts";
import { type Change, changesFor, folderOf, type Source } from "../init/changes.ts";
import { detectStack, type Stack } from "../init/detect.ts";
import { version } from "../version.ts";
import { webAddress } from "./check-flags.ts";
import { plainly } from "./plainly.ts";

const kinds = (): string => roleTemplates.map(({ roles = [] }) => roles[0] ?? "").join(", ");

function templateFor(role: string): Journey {
  const found = roleTemplates.find(({ id, roles }) => id === role || roles?.includes(role));
  if (found) return found;
  throw new Error(`There is no template for ${role}: there are ${kinds()}.`);
}

async function sourceFrom(asker: Asker | null, args: Record<string, unknown>): Promise<Source | undefined> {
  const none = "none yet";
  const asked = asker && args.collector === undefined ? await asker.ask("Where does your collector run?", none) : none;
  const collector = args.collector ?? (asked === none ? undefined : asked);
  if (collector === undefined) return undefined;
  if (args.key === undefined) throw new Error("A collector knows your project by its key: add --key pk_...");
  return { collector: webAddress("collector", collector), key: String(args.key) };
}

/** The two commands to a journey that one sees: this one was the first. */
function nextStep({ manager, way }: Stack): string {
  if (way.kind === "tag") return `open ${way.page} as your app serves it, or: waymark dev`;
  return `${manager} install && ${manager} run dev`;
}

/** Writes what is new, and changes what the user agreed to; what is there already stays. */
async function apply(
  folder: string,
  changes: readonly Change[],
  mayEdit: boolean,
): Promise<Record<"written" | "kept", string[]>> {
  const done = { written: [] as string[], kept: [] as string[] };
  for (const change of changes) {
    const path = join(folder, change.path);
    const stays = change.kind === "edit" ? !mayEdit : existsSync(path);
    done[stays ? "kept" : "written"].push(change.path);
    if (stays) continue;
    await mkdir(folderOf(folder, change), { recursive: true });
    await writeFile(path, change.content, change.kind === "write" ? { flag: "wx" } : {});
  }
  return done;
}

/** Files of the guide are many and of one kind: one line says so. */
function* told(changes: readonly Change[]): Generator<string> {
  const guide = changes.filter(({ says }) => says === "the guide");
  for (const { kind, path, says } of changes) if (says !== "the guide") yield `${kind.padEnd(6)}${path}: ${says}`;
  if (guide[0]) yield `write ${guide[0].path.replace(/\/(sdk\/)?[^/]+$/, "/")}: the guide, ${guide.length} files`;
}

async function mayEdit(asker: Asker | null, changes: readonly Change[]): Promise<boolean> {
  const edits = changes.filter(({ kind }) => kind === "edit");
  if (!asker || edits.length === 0) return true;
  const list = edits.map(({ path, says }) => `${path} (${says})`).join(", ");
  return /^y(es)?$/i.test(await asker.ask(`May these files of yours be changed: ${list}?`, "yes"));
}

/** `waymark init`: brings Waymark into the app of this folder, with a first journey. */
export const init: CommandDef = {
  meta: {
    name: "init",
    description: "Bring Waymark into the app of this folder, with a first journey. Asks at most three questions.",
  },
  args: {
    dir: { type: "string", default: ".", description: "The app's folder" },
    role: { type: "string", description: "Who the first journey is for, like sales-rep or recruiter" },
    collector: { type: "string", description: "Where your collector runs, if it does" },
    key: { type: "string", description: "Your project's write key, pk_..." },
    yes: { type: "boolean", description: "Ask nothing: take what is proposed" },
    "dry-run": { type: "boolean", description: "Say what would be done, and do nothing" },
    json: { type: "boolean", description: "Print what was done as JSON" },
  },
  run: plainly(async ({ args }) => {
    const folder = String(args.dir);
    const stack = detectStack(folder);
    const asker = args.yes || args["dry-run"] ? null : createAsker();
    try {
      const role = args.role ?? (await asker?.ask(`Whose work is it? ${kinds()}`, "sales-rep")) ?? "sales-rep";
      const journey = templateFor(String(role));
      const source = await sourceFrom(asker, args);
      const changes = changesFor({ folder, stack, journey, source, version });
      const agreed = await mayEdit(asker, changes);
      const done = args["dry-run"] ? { written: [], kept: [] } : await apply(folder, changes, agreed);
      const next = nextStep(stack);
      if (args.json) {
        const planned = changes.map(({ kind, path, says }) => ({ kind, path, says }));
        return console.log(JSON.stringify({ stack, planned, ...done, next }, null, 2));
      }
      console.log(`${stack.name}${stack.manager ? `, ${stack.manager}` : ""}`);
      for (const line of told(changes)) console.log(line);
      for (const path of done.kept) console.log(`kept  ${path}: it is yours and stays as it is`);
      console.log(args["dry-run"] ? "Nothing was written." : `Next: ${next}`);
    } finally {
      asker?.close();
    }
  }),
};
