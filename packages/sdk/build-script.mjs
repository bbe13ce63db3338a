// Builds the script tag's files: ES modules with hashed names, each loaded when it is needed, then waymark.js, the classic
// script that knows their names. Rollup, because it leaves what a page has loaded already where it is: a later room takes
// `atom` from the boot room's file and brings no second one along.
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { nodeResolve } from "@rollup/plugin-node-resolve";
import { transform } from "esbuild";
import { rollup } from "rollup";
import { minify } from "terser";

const out = "dist/script";
const { version } = JSON.parse(await readFile("package.json", "utf8"));

/** The engine's sources, not its one built file: so each room gets the functions it calls. */
const sources = {
  "@waymark/engine": fileURLToPath(new URL("../engine/src/index.ts", import.meta.url)),
  "@waymark/engine/trail": fileURLToPath(new URL("../engine/src/trail/index.ts", import.meta.url)),
};

const typescript = (define) => ({
  name: "typescript",
  resolveId: (id) => sources[id] ?? null,
  transform: async (code, id) => {
    if (!/\.tsx?$/.test(id)) {
      // nanostores counts in a global, for bundles that bring several copies; ours has one, and leaves the host's globals be.
      const counter = code.replace("globalThis.nanostoresGlobal ||=", "");
      return counter.replaceAll("process.env.NODE_ENV", '"production"');
    }
    const loader = id.endsWith("x") ? "tsx" : "ts";
    const jsx = {
      jsx: "transform",
      jsxFactory: "h",
      jsxFragment: "Fragment",
      banner: 'import { h, Fragment } from "preact";',
    };
    const more = loader === "tsx" ? jsx : {};
    const source = /\/style\/\w+\.ts$|\/(style|css|[\w-]+-css)\.ts$/.test(id) ? await tightenStyles(code) : code;
    const result = await transform(source, { loader, target: "es2022", define, ...more });
    return { code: result.code, moduleSideEffects: false };
  },
});

/** Takes the air out of style sheets written as text. */
async function tightenStyles(code) {
  const parts = code.split(/(`[^`]*`)/);
  const tight = parts.map(async (part) => {
    if (!part.startsWith("`")) return part;
    const text = part.slice(1, -1);
    const whole =
      /\$\{|\\/.test(text) || !text.includes("{")
        ? text
            .replace(/\s+/g, " ")
            .replace(/\s*([{};])\s*/g, "$1")
            .replace(/([a-z-]):\s+/g, "$1:")
            .replace(/;}/g, "}")
        : (await transform(text, { loader: "css", minifyWhitespace: true })).code.trim();
    return `\`${whole}\``;
  });
  return (await Promise.all(tight)).join("");
}

const squeeze = async (code, module) => {
  const compress = { passes: 3, ecma: 2022, toplevel: true, pure_getters: true, unsafe_arrows: true };
  return (await minify(code, { module, ecma: 2022, compress, mangle: { toplevel: true } })).code;
};

/** A file is named after what it brings, whatever small thing Rollup put in with it. */
const nameOf = ({ name, moduleIds = [], isEntry, isDynamicEntry }) => {
  const all = moduleIds.join("\n");
  const first = /\/(visit|overlay|dated|after|delivery|explain)-chunk\.ts$|\/page\/(page-room)\.ts$/m.exec(all);
  if (first) return first[1] ?? first[2];
  const room = /\/overlay\/rooms\/([\w-]+)\/room\.tsx$/m.exec(all)?.[1];
  const service = /\/care\/([\w-]+)\/service\.ts$/m.exec(all)?.[1];
  if (/\/src\/extend\/service\.ts$/m.test(all)) return "extend";
  if (/\/src\/debug\/panel\.tsx$/m.test(all)) return "debug";
  // What a service and its room share.
  const board = /\/care\/([\w-]+)\/board\.ts$/m.exec(all)?.[1];
  if (room) return room;
  if (service) return `${service}-service`;
  if (board) return `${board}-board`;
  // What Rollup names by one of its modules may be called as a room is.
  return isEntry || isDynamicEntry || Object.hasOwn(groups, name) ? name : `${name}-part`;
};

/**
 * What is one request, whatever else needs a part of it; a module goes with the first that has it. The entries of the rooms
 * that are drawn with, and what several rooms share.
 */
const groups = {
  visit: "src/boot/visit-chunk.ts",
  overlay: "src/boot/overlay-chunk.ts",
  guide: "src/overlay/rooms/guide/room.tsx",
  dated: "src/boot/dated-chunk.ts",
  targeting: /sdk\/src\/targeting\//,
  // Pacing, and what the device remembers, is nothing that the first service must carry; explaining reads them as well.
  "may-prompt": /care\/(may-prompt|moment|ledger-\w+)\.ts$|engine\/src\/(pacing|ledger|skill)\.ts$/,
  after: "src/boot/after-chunk.ts",
};
/** Services that everybody with a journey has. */
const unseen = ["care", "voice", "ask"].map((name) => `src/care/${name}/service.ts`);
const modules = {};
const isIn = (name, id) => modules[name]?.includes(id) ?? groups[name].test(id);

/** A room's file carries a hash of what is in it: it may be cached for ever. */
const files = {
  entryFileNames: "[name]-[hash:10].js",
  chunkFileNames: (chunk) => `${nameOf(chunk)}-[hash:10].js`,
  hashCharacters: "hex",
  // What two rooms share and is smaller than a request is worth goes with one of them.
  experimentalMinChunkSize: 1500,
  manualChunks: (id) => Object.keys(groups).find((name) => isIn(name, id)) ?? null,
  onlyExplicitManualChunks: true,
};

const graphOf = (input, define, ...more) =>
  rollup({
    input,
    plugins: [...more, typescript(define), nodeResolve({ browser: true })],
    treeshake: { moduleSideEffects: false },
    preserveEntrySignatures: "allow-extension",
    onLog: (level, log) => {
      // A circle inside dom-accessibility-api; our own are caught by the arrows check.
      if (level === "warn" && log.code !== "CIRCULAR_DEPENDENCY") throw new Error(log.message);
    },
  });

/** The modules that come along with a room, without the rooms it loads. */
async function modulesOf(input, define) {
  const graph = await graphOf(input, define, { name: "alone", resolveDynamicImport: () => false });
  const { output } = await graph.generate({ format: "es" });
  return Object.entries(output[0].modules).flatMap(([id, { renderedLength }]) => (renderedLength > 0 ? id : []));
}

async function bundle(input, define, options) {
  const graph = await graphOf(input, define);
  const { output } = await graph.generate({
    ...options,
    plugins: [{ name: "squeeze", renderChunk: (code) => squeeze(code, options.format === "es") }],
  });
  await Promise.all(output.map((chunk) => writeFile(`${out}/${chunk.fileName}`, chunk.code)));
  return output;
}

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });

const define = { __VERSION__: JSON.stringify(version) };
for (const [name, entry] of Object.entries(groups))
  if (typeof entry === "string") modules[name] = await modulesOf(entry, define);
// What explains, and the page room that it asks, do without overlay and guide: what they share with them comes before.
for (const entry of ["src/boot/explain-chunk.ts", "src/page/page-room.ts"]) {
  const alone = await modulesOf(entry, define);
  modules.visit.push(...[...modules.overlay, ...modules.guide].filter((id) => alone.includes(id)));
}
// What idle time brings to everybody comes in few requests: what two of its services share, the smallest of them, and what
// is smaller than a request is worth.
const idle = await Promise.all(unseen.map((entry) => modulesOf(entry, define)));
const twice = idle.flat().filter((id, at, all) => all.indexOf(id) !== at || /words\/en\/(ask|gains)\.ts$/.test(id));
const own = (path) => fileURLToPath(new URL(`src/${path}`, import.meta.url));
modules.after.push(...twice, ...idle[1], own("overlay/rooms/frame.tsx"));
// A line that all need who send.
modules.visit.push(own("telemetry/token.ts"));
const rooms = await bundle({ visit: "src/boot/visit-chunk.ts" }, define, { format: "es", ...files });
const visit = rooms.find(({ isEntry }) => isEntry).fileName;
const [boot] = await bundle(
  { waymark: "src/boot/script.ts" },
  { __VISIT__: JSON.stringify(visit) },
  { format: "iife", entryFileNames: "[name].js" },
);
const sizes = Object.fromEntries(
  [boot, ...rooms].map((chunk) => {
    const { fileName, code, imports = [], isEntry, isDynamicEntry } = chunk;
    const gzip = gzipSync(code, { level: 9 }).length;
    // What no room is named after, and several need, comes along with each of them.
    const shared = !isEntry && !isDynamicEntry;
    return [nameOf(chunk), { file: fileName, gzip, brotli: brotliCompressSync(code).length, shared, imports }];
  }),
);
await writeFile(`${out}/manifest.json`, `${JSON.stringify({ script: boot.fileName, visit, rooms: sizes }, null, 2)}\n`);
