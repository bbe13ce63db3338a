#!/usr/bin/env node
// Writes the tables of docs/theming.md from the sources: the custom properties of `style/tokens.ts` and every `part` that a
// surface draws. With `--check` it writes nothing and fails where the page says something else.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const overlay = join(root, "packages/sdk/src/overlay");
const page = join(root, "docs/theming.md");

function tokens() {
  const source = readFileSync(join(overlay, "style/tokens.ts"), "utf8");
  const colours = [...source.matchAll(/\["([\w-]+)", "([^"]+)", "([^"]+)"\]/g)];
  const tamed = [...source.matchAll(/^ {4}"([\w-]+)",$/gm)];
  const fixed = [...source.matchAll(/--waymark-([\w-]+): ([^;]+);/g)].filter(([, name]) => !name.startsWith("$"));
  const rows = new Map();
  for (const [, name, light, dark] of colours) rows.set(name, [light, dark]);
  for (const [, name] of tamed) rows.set(name, ["from the accent", "from the accent"]);
  for (const [, name, value] of fixed) if (!rows.has(name)) rows.set(name, [value.replaceAll("|", "\\|"), ""]);
  return [...rows].map(
    ([name, [light, dark]]) => `| \`--waymark-${name}\` | \`${light}\` | ${dark && `\`${dark}\``} |`,
  );
}

function files(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? files(join(folder, entry.name))
      : entry.name.endsWith(".tsx")
        ? [join(folder, entry.name)]
        : [],
  );
}

function parts() {
  const found = new Map();
  for (const path of [...files(overlay), ...files(join(root, "packages/sdk/src/care"))]) {
    const [, room] = /\/rooms\/([\w-]+)\//.exec(path) ?? [];
    const place = room ?? (path.includes("/care/") ? basename(dirname(path)) : basename(path, ".tsx"));
    for (const [, name] of readFileSync(path, "utf8").matchAll(/\bpart="([\w-]+)"/g))
      found.set(name, new Set([...(found.get(name) ?? []), place]));
  }
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, places]) => `| \`${name}\` | ${[...places].sort().join(", ")} |`);
}

/** A table in the form in which the formatter leaves it alone. */
const table = (head, rows) => [head, head.replace(/[^|]+/g, " --- "), ...rows].join("\n");
const between = (text, name, body) =>
  text.replace(new RegExp(`(<!-- ${name} -->)[^]*?(<!-- end -->)`), `$1\n\n${body.replaceAll("$", "$$$$")}\n\n$2`);

/** Without what the formatter lines tables up with. */
const bare = (text) => text.replace(/ +/g, " ").replace(/-{3,}/g, "---");

const before = readFileSync(page, "utf8");
const after = between(
  between(before, "tokens", table("| property | light | dark |", tokens())),
  "parts",
  table("| part | drawn by |", parts()),
);
if (!process.argv.includes("--check")) writeFileSync(page, after);
else if (bare(after) !== bare(before)) {
  console.error(`${relative(root, page)} is not what the sources say: node packages/config/bin/write-theming.mjs`);
  process.exit(1);
}
