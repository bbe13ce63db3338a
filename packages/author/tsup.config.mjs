import { library } from "@waymark/config/tsup";
import { defineConfig } from "tsup";

export default defineConfig([
  // For hosts that bundle: they ask for it where their own authors are.
  library({ entry: { index: "src/index.ts" }, format: ["esm"], platform: "browser", clean: false, outDir: "dist" }),
  // For the script tag: `author.js` is a small door, what stands behind it comes as chunks that may be cached for ever.
  {
    entry: { author: "src/door.ts" },
    outDir: "dist/script",
    format: ["esm"],
    platform: "browser",
    target: "es2022",
    noExternal: [/.*/],
    splitting: true,
    minify: true,
    treeshake: true,
    clean: true,
    dts: false,
    sourcemap: false,
    silent: true,
    outExtension: () => ({ js: ".js" }),
    esbuildOptions: (options) => {
      options.chunkNames = "author/[name]-[hash]";
      options.charset = "utf8";
      options.define = { ...options.define, "process.env.NODE_ENV": '"production"' };
    },
  },
]);
