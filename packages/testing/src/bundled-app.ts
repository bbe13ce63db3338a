import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext } from "playwright-core";
import { build } from "tsup";
import { afterAll, beforeAll } from "vitest";

/** An app of an example, bundled as a host's own build would do it. */
export interface BundledApp {
  /** Serves it at `app/`, beside the page. */
  serve(context: BrowserContext): Promise<void>;
}

/**
 * Bundles an app once for the tests of a file.
 *
 * @param entry - Files by the name they get: `{ app: "/.../app.ts" }` is served as `app/app.js`.
 */
export function bundledApp(entry: Record<string, string>): BundledApp {
  let out: string;
  beforeAll(async () => {
    out = await mkdtemp(join(tmpdir(), "waymark-app-"));
    await build({
      config: false,
      entry,
      outDir: out,
      format: ["esm"],
      platform: "browser",
      define: { "process.env.NODE_ENV": '"development"' },
      splitting: true,
      noExternal: [/.*/],
      silent: true,
      dts: false,
      esbuildOptions: (options) => {
        options.jsx = "automatic";
      },
    });
  });
  afterAll(() => rm(out, { recursive: true }));
  return {
    serve: async (context) => {
      await context.route("**/app/*.js", async (route) => {
        const name = new URL(route.request().url()).pathname.replace(/^.*\/app\//, "");
        await route.fulfill({ contentType: "text/javascript", body: await readFile(join(out, name)) });
      });
    },
  };
}
