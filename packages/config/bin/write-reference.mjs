#!/usr/bin/env node
// Writes docs/reference from what the build made: the declarations with their docstrings, the journey's JSON Schema, the
// collector's OpenAPI document, its registry of failures. One file each is reference and API report in one: a change of what
// others build on shows in it. `--check` writes nothing and ends with 1 where a file is not what would be written.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { packageReference, publicPackages } from "../src/reference/declarations.mjs";
import { errorPage } from "../src/reference/errors.mjs";
import { cliReference, httpReference } from "../src/reference/http.mjs";
import { journeyReference } from "../src/reference/journey.mjs";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const docs = join(root, "docs");
const check = process.argv.includes("--check");

const pages = new Map();
for (const name of publicPackages(root)) pages.set(`reference/${name}.md`, packageReference(root, name));
pages.set("reference/journey.md", journeyReference(root));
pages.set("reference/http.md", await httpReference(root));
pages.set("reference/commands.md", await cliReference(root));
pages.set("errors.md", await errorPage(root));

let stale = 0;
for (const [path, text] of pages) {
  const file = join(docs, path);
  if (existsSync(file) && readFileSync(file, "utf8") === text) continue;
  stale++;
  if (check) console.error(`${relative(root, file)} is not what the build says`);
  else {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
console.log(`${pages.size} pages, ${stale} ${check ? "out of date" : "written"}`);
if (check && stale > 0) {
  console.error(
    "If the change is meant, `pnpm docs:write` writes them; look at what changed and commit it with the change.",
  );
  process.exit(1);
}
