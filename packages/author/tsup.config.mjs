import { library, page } from "@waymark/config/tsup";
import { defineConfig } from "tsup";

export default defineConfig([
  // For hosts that bundle: they ask for it where their own authors are.
  library({ entry: { index: "src/index.ts" }, format: ["esm"], platform: "browser", clean: false, outDir: "dist" }),
  // For the script tag: `author.js` is a small door, what stands behind it comes as chunks that may be cached for ever.
  page({
    entry: { author: "src/door.ts" },
    outDir: "dist/script",
    esbuildOptions: (options) => {
      options.chunkNames = "author/[name]-[hash]";
      options.charset = "utf8";
      options.define = { ...options.define, "process.env.NODE_ENV": '"production"' };
    },
  }),
]);
