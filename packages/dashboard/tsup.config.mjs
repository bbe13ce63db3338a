import { copyFile, rename } from "node:fs/promises";
import { defineConfig } from "tsup";

const here = (path) => new URL(path, import.meta.url);

/** A web app, not a library: one script and one style sheet that the collector serves as they are, under a strict CSP. */
export default defineConfig({
  entry: { app: "src/app.tsx", style: "src/app.css" },
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
  onSuccess: async () => {
    await rename(here("dist/style.css"), here("dist/app.css"));
    await copyFile(here("src/index.html"), here("dist/index.html"));
  },
});
