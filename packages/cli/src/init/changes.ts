import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import type { Journey } from "@waymark/schema";
import { findAssets } from "../assets.ts";
import { Failure } from "../failure.ts";
import type { Stack, Way } from "./detect.ts";

/** One change of a folder. `edit` changes a file of the user's by whole lines; `write` makes a new one. */
export interface Change {
  kind: "write" | "edit";
  path: string;
  content: string | Buffer;
  /** What it does, for those who are asked. */
  says: string;
}

/** Where journeys and figures come from, where a collector runs already. */
export interface Source {
  collector: string;
  key: string;
}

export interface ChangeOptions {
  folder: string;
  stack: Stack;
  journey: Journey;
  source: Source | undefined;
  version: string;
}

const read = (folder: string, path: string): string => readFileSync(join(folder, path), "utf8");
const hint = 'Say what your app does, once it is saved: waymark.track("call.logged", { dealId: "17" });';

function journeyFile(journey: Journey): Change {
  const { $schema: _, ...rest } = journey;
  const content = { $schema: "../node_modules/@waymark/schema/journey.schema.json", ...rest };
  const path = `journeys/${journey.id}.journey.json`;
  return { kind: "write", path, content: `${JSON.stringify(content, null, 2)}\n`, says: "your first journey" };
}

/** The path from one file to another, as an import writes it. */
function importPath(from: string, to: string): string {
  const path = posix.relative(posix.dirname(from), to);
  return path.startsWith(".") ? path : `./${path}`;
}

function startOf({ stack: { typescript }, journey, source }: ChangeOptions, module: string): string[] {
  const role = journey.roles?.[0] ?? "everybody";
  const user = `{ id: "me", roles: [${JSON.stringify(role)}] }`;
  const options = source
    ? `collector: ${JSON.stringify(source.collector)}, key: ${JSON.stringify(source.key)}`
    : `journeys: [${typescript ? "journey as Journey" : "journey"}]`;
  const own = importPath(module, `journeys/${journey.id}.journey.json`);
  return [
    `import { createWaymark${typescript && !source ? ", type Journey" : ""} } from "@waymark/sdk";`,
    ...(source ? [] : [`import journey from "${own}";`]),
    "",
    "// Who is signed in: put your own user and their roles here.",
    `const user = ${user};`,
    "",
    `export const waymark = createWaymark({ ${options}, user });`,
    `// ${hint}`,
  ];
}

function importChanges(options: ChangeOptions, { entry, module }: Way & { kind: "import" }): Change[] {
  // Pages that a server renders import it, too, where there is nothing to guide.
  const guarded =
    options.stack.name === "Next" ? 'if (typeof window !== "undefined") waymark.start();' : "waymark.start();";
  const content = `${[...startOf(options, module), guarded].join("\n")}\n`;
  const line = `import "${importPath(entry, module).replace(/\.\w+$/, "")}";`;
  const there = read(options.folder, entry);
  const edit: Change[] = there.includes(line)
    ? []
    : [{ kind: "edit", path: entry, content: insertImport(there, line), says: `one line: ${line}` }];
  return [{ kind: "write", path: module, content, says: "starts Waymark" }, ...edit];
}

/** Puts an import before the first one; what must stand at the top of a file (a directive, a comment) stays there. */
function insertImport(text: string, line: string): string {
  const end = text.includes("\r\n") ? "\r\n" : "\n";
  const at = /^import\b/m.exec(text)?.index ?? /^(?!\s*(["']use |\/\/|\/\*|\*|#!|$))/m.exec(text)?.index ?? 0;
  return `${text.slice(0, at)}${line}${end}${text.slice(at)}`;
}

function componentChanges(options: ChangeOptions, { layout, module }: Way & { kind: "component" }): Change[] {
  const lines = startOf(options, module);
  const component = ['"use client";', "", 'import { useEffect } from "react";', ...lines, ""];
  component.push("export function Waymark() {", "  useEffect(() => waymark.start(), []);", "  return null;", "}");
  const there = read(options.folder, layout);
  const body = /<body\b[^>]*>/.exec(there);
  if (!body) throw new Failure("project_unclear", `${layout} has no <body> to put Waymark into.`);
  const write: Change = { kind: "write", path: module, content: `${component.join("\n")}\n`, says: "starts Waymark" };
  if (there.includes("<Waymark />")) return [write];
  const at = body.index + body[0].length;
  const placed = `${there.slice(0, at)}<Waymark />${there.slice(at)}`;
  const line = `import { Waymark } from "${importPath(layout, module).replace(/\.\w+$/, "")}";`;
  const content = insertImport(placed, line);
  return [write, { kind: "edit", path: layout, content, says: "one import, and <Waymark /> in its body" }];
}

function hookChanges(options: ChangeOptions, { module }: Way & { kind: "hook" }): Change[] {
  const content = `${[...startOf(options, module), "waymark.start();"].join("\n")}\n`;
  const isOurs = (): boolean => /from "@waymark\/sdk"/.test(read(options.folder, module));
  if (!existsSync(join(options.folder, module)) || isOurs())
    return [{ kind: "write", path: module, content, says: "starts Waymark" }];
  // A hook of the user's own stays; ours lies beside it.
  const beside = posix.join(posix.dirname(module), `waymark${posix.extname(module)}`);
  return importChanges(options, { kind: "import", entry: module, module: beside });
}

/** The built SDK, as files to serve: its door and its rooms, where the door looks for them. */
function scriptFiles(folder: string): Change[] {
  const from = findAssets().sdk;
  const names = readdirSync(from).filter((name) => name.endsWith(".js"));
  return names.map((name) => ({
    kind: "write",
    path: `${folder}/${name === "waymark.js" ? name : `sdk/${name}`}`,
    content: readFileSync(join(from, name)),
    says: "the guide",
  }));
}

function tagChanges(options: ChangeOptions, { page, folder, address }: Way & { kind: "tag" }): Change[] {
  const { source, journey } = options;
  const roles = journey.roles?.join(",") ?? "";
  const who = `data-user="me"${roles ? ` data-roles="${roles}"` : ""}`;
  const tags = source
    ? [`<script async src="${source.collector}/waymark.js" data-key="${source.key}" ${who}></script>`]
    : [`<script src="${address}journeys.js"></script>`, `<script async src="${address}waymark.js" ${who}></script>`];
  const json = JSON.stringify([journey], null, 2).replaceAll("<", "\\u003c");
  const call = `(window.waymark = window.waymark || []).push(["configure", { journeys: ${json} }]);\n`;
  const head = `// Your journeys, as the page reads them. Written from journeys/ by waymark init.\n`;
  const own: Change = {
    kind: "write",
    path: `${folder}/journeys.js`,
    content: `${head}${call}`,
    says: "your journeys",
  };
  const there = read(options.folder, page);
  const files = source ? [] : [own, ...scriptFiles(folder)];
  if (/waymark\.js["']/.test(there)) return files;
  return [...files, { kind: "edit", path: page, content: insertTags(there, tags), says: `${tags.length} script tags` }];
}

/** Puts tags before the end of the head, indented as what stands there. */
function insertTags(text: string, tags: readonly string[]): string {
  const close = /([ \t]*)<\/(head|body)>/i.exec(text);
  if (!close) throw new Failure("project_unclear", "The page has neither </head> nor </body>.");
  const end = text.includes("\r\n") ? "\r\n" : "\n";
  const indent = `${close[1] ?? ""}  `;
  const startsLine = close.index === 0 || text[close.index - 1] === "\n";
  const lines = tags.map((tag) => `${indent}${tag}${end}`).join("");
  return `${text.slice(0, close.index)}${startsLine ? "" : end}${lines}${text.slice(close.index)}`;
}

/** Adds the package beside the others, in the file's own indentation. */
function dependency({ folder, version }: ChangeOptions): Change[] {
  const there = read(folder, "package.json");
  const own = JSON.parse(there) as { dependencies?: Record<string, string> };
  if (own.dependencies?.["@waymark/sdk"]) return [];
  const dependencies = { ...own.dependencies, "@waymark/sdk": `^${version}` };
  const sorted = Object.fromEntries(Object.entries(dependencies).sort(([a], [b]) => (a < b ? -1 : 1)));
  const indent = /^([ \t]+)"/m.exec(there)?.[1] ?? "  ";
  const content = `${JSON.stringify({ ...own, dependencies: sorted }, null, indent)}\n`;
  return [{ kind: "edit", path: "package.json", content, says: "the dependency @waymark/sdk" }];
}

/** Everything that has to be written or changed, and nothing done yet. */
export function changesFor(options: ChangeOptions): Change[] {
  const { way } = options.stack;
  const first = journeyFile(options.journey);
  if (way.kind === "tag") return [first, ...tagChanges(options, way)];
  const own =
    way.kind === "import"
      ? importChanges(options, way)
      : way.kind === "component"
        ? componentChanges(options, way)
        : hookChanges(options, way);
  return [first, ...own, ...dependency(options)];
}

/** The folder that a change needs. */
export const folderOf = (root: string, { path }: Change): string => dirname(join(root, path));
