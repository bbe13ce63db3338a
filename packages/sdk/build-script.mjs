// Builds the script tag's files: the chunks first (ES modules with hashed names), then waymark.js, which knows those names.
import { createHash } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { build } from "tsup";

const out = "dist/script";
const { version } = JSON.parse(await readFile("package.json", "utf8"));
const shared = {
  config: false,
  outDir: out,
  platform: "browser",
  target: "es2022",
  minify: "terser",
  terserOptions: {
    ecma: 2022,
    compress: { passes: 3, ecma: 2022, toplevel: true, pure_getters: true, unsafe_arrows: true },
    mangle: { toplevel: true },
  },
  splitting: false,
  dts: false,
  silent: true,
  treeshake: true,
  noExternal: [/.*/],
  clean: false,
};

async function hashed(name) {
  const text = await readFile(`${out}/${name}.js`);
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 10);
  await rename(`${out}/${name}.js`, `${out}/${name}-${hash}.js`);
  return `${name}-${hash}.js`;
}

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await build({
  ...shared,
  format: ["esm"],
  entry: { overlay: "src/boot/overlay-chunk.ts", delivery: "src/boot/delivery-chunk.ts" },
  define: { __VERSION__: JSON.stringify(version) },
});
const overlay = await hashed("overlay");
const delivery = await hashed("delivery");
await build({
  ...shared,
  format: ["iife"],
  entry: { waymark: "src/boot/script.ts" },
  define: { __OVERLAY__: JSON.stringify(overlay), __DELIVERY__: JSON.stringify(delivery) },
  outExtension: () => ({ js: ".js" }),
});
const files = ["waymark.js", overlay, delivery];
const sizes = {};
for (const file of files) sizes[file] = gzipSync(await readFile(`${out}/${file}`), { level: 9 }).length;
await writeFile(
  `${out}/manifest.json`,
  `${JSON.stringify({ script: "waymark.js", overlay, delivery, gzipBytes: sizes }, null, 2)}\n`,
);
