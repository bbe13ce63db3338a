#!/usr/bin/env node
// What a page that pins a version of the script puts into its tag, so that the browser takes no other bytes: SHA-384 of every
// built file (subresource integrity), the tag, and the import map that holds for the files which the script loads later.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const sdk = fileURLToPath(new URL("../../sdk", import.meta.url));
const folder = join(sdk, "dist/script");
const { version } = JSON.parse(readFileSync(join(sdk, "package.json"), "utf8"));
const hash = (name) =>
  `sha384-${createHash("sha384")
    .update(readFileSync(join(folder, name)))
    .digest("base64")}`;
const names = readdirSync(folder)
  .filter((name) => name.endsWith(".js"))
  .sort();
const files = Object.fromEntries(names.map((name) => [name, hash(name)]));

if (process.argv.includes("--json")) console.log(JSON.stringify({ version, files }, null, 2));
else {
  const at = "https://waymark.example.com/";
  const rooms = Object.fromEntries(
    names.filter((name) => name !== "waymark.js").map((name) => [`${at}sdk/${name}`, files[name]]),
  );
  console.log(`<!-- Waymark ${version}. The map stands before every module script. -->`);
  console.log(`<script type="importmap">${JSON.stringify({ integrity: rooms }, null, 2)}</script>`);
  console.log(
    `<script async src="${at}waymark.js" integrity="${files["waymark.js"]}" crossorigin="anonymous" data-key="pk_..."></script>`,
  );
}
