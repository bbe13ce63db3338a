#!/usr/bin/env node
// `pnpm pack:all [folder]`: everything that a release consists of: tarballs, their SHA-256, the hashes of the script's files
// (subresource integrity) and a CycloneDX bill of materials of what an installation brings along. Default: `tarballs/`.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { packAll } from "../src/pack-all.mjs";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const out = resolve(process.env.INIT_CWD ?? root, process.argv[2] ?? join(root, "tarballs"));

rmSync(out, { recursive: true, force: true });
packAll(root, out);
const integrity = join(root, "packages/config/bin/write-integrity.mjs");
writeFileSync(join(out, "integrity.json"), execFileSync(process.execPath, [integrity, "--json"]));
const own = readdirSync(join(root, "packages")).filter((name) => {
  const { private: kept } = JSON.parse(readFileSync(join(root, "packages", name, "package.json"), "utf8"));
  return !kept;
});
const filters = own.flatMap((name) => ["--filter", `./packages/${name}`]);
execFileSync(
  "npx",
  ["--yes", "pnpm@12", ...filters, "sbom", "--sbom-format", "cyclonedx", "--prod", "--out", join(out, "sbom.cdx.json")],
  {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
  },
);
const sums = readdirSync(out).map(
  (name) =>
    `${createHash("sha256")
      .update(readFileSync(join(out, name)))
      .digest("hex")}  ${name}`,
);
writeFileSync(join(out, "SHA256SUMS"), `${sums.join("\n")}\n`);
console.log(`${sums.length} files in ${out}`);
