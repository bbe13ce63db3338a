#!/usr/bin/env node
// Every relative link of every Markdown file leads to a file that is there, and to a heading where it names one; so does every
// path that a text names in code marks, `packages/...`, also without its first word. Decisions tell what was: their paths may be gone.
import { existsSync, globSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const rooms = readdirSync(join(root, "packages"));
const tops = new RegExp(`^(?:packages|examples|docs|\\.ci|${rooms.join("|")})/`);

function* walk(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (["node_modules", "dist", ".turbo", ".git"].includes(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(path);
    else if (path.endsWith(".md")) yield path;
  }
}

/** As GitHub names headings: small letters, no punctuation, hyphens for spaces, a number for each twin. */
function anchorsOf(text) {
  const seen = new Map();
  const anchors = new Set();
  for (const [, heading] of text.matchAll(/^#{1,6} +(.+?) *#*$/gm)) {
    const plain = heading.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1").toLowerCase();
    const slug = plain.replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, "").replaceAll(" ", "-");
    const twins = seen.get(slug) ?? 0;
    seen.set(slug, twins + 1);
    anchors.add(twins === 0 ? slug : `${slug}-${twins}`);
  }
  for (const [, id] of text.matchAll(/<a (?:id|name)="([^"]+)"/g)) anchors.add(id);
  return anchors;
}

const pages = new Map();
for (const path of walk(root)) {
  // Fences are examples: what stands in them leads nowhere. Lines stay, so that a mistake can be found.
  const text = readFileSync(path, "utf8").replaceAll(/^( *)(```+|~~~+)[\s\S]*?^\1\2/gm, (fence) =>
    fence.replaceAll(/[^\n]/g, ""),
  );
  pages.set(path, { text, anchors: anchorsOf(text) });
}

let links = 0;
let paths = 0;
let broken = 0;

function complain(page, at, what) {
  broken++;
  console.error(`${relative(root, page)}:${pages.get(page).text.slice(0, at).split("\n").length}: ${what}`);
}

function checkLink(page, at, target) {
  if (/^(?:[a-z][a-z+.-]*:|\/\/)/i.test(target)) return;
  links++;
  const [file, anchor] = decodeURI(target).split("#");
  const path = file === "" ? page : resolve(file.startsWith("/") ? root : dirname(page), file.replace(/^\/+/, ""));
  if (!existsSync(path)) complain(page, at, `the link to "${target}" leads to no file`);
  else if (anchor && !pages.get(path)?.anchors.has(anchor))
    complain(page, at, `"${target}" names a heading that is not there`);
}

function checkPath(page, at, name) {
  if (!tops.test(name) || /[\s<>$"'(){}]|\.\.\./.test(name)) return;
  paths++;
  const plain = name.replace(/:\d+$/, "");
  const places = [plain, join("packages", plain)];
  // A build writes those.
  if (/(?:^|\/)(?:dist|node_modules)(?:\/|$)|journey\.schema\.json$/.test(plain)) return;
  const found = places.some((place) =>
    place.includes("*") ? globSync(place, { cwd: root }).length > 0 : existsSync(join(root, place)),
  );
  if (!found) complain(page, at, `\`${name}\` is not there`);
}

for (const [page, { text }] of pages) {
  const prose = text.replaceAll(/`[^`\n]+`/g, (code) => " ".repeat(code.length));
  for (const { 1: target, index } of prose.matchAll(/\]\(\s*<?([^\s)>]+)>?(?:\s+"[^"]*")?\s*\)/g))
    checkLink(page, index, target);
  for (const { 1: target, index } of prose.matchAll(/^\[[^\]]+\]:\s+<?([^\s>]+)/gm)) checkLink(page, index, target);
  for (const { 1: target, index } of prose.matchAll(/<(?:img|a)\b[^>]*\b(?:src|href)="([^"]+)"/g))
    checkLink(page, index, target);
  if (page.includes(`${join("docs", "decisions")}`)) continue;
  for (const { 1: name, index } of text.matchAll(/`([^`\n]+)`/g)) checkPath(page, index, name);
}
console.log(`${pages.size} Markdown files, ${links} links and ${paths} paths, ${broken} broken`);
process.exit(broken === 0 ? 0 : 1);
