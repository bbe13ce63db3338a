import { copyFile, rename } from "node:fs/promises";
import { page } from "@waymark/config/tsup";
import { defineConfig } from "tsup";

const here = (path) => new URL(path, import.meta.url);

/** A web app, not a library: one script and one style sheet that the collector serves as they are, under a strict CSP. */
export default defineConfig(
  page({
    entry: { app: "src/app.tsx", style: "src/app.css" },
    onSuccess: async () => {
      await rename(here("dist/style.css"), here("dist/app.css"));
      await copyFile(here("src/index.html"), here("dist/index.html"));
    },
  }),
);
