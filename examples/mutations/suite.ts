import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { build } from "tsup";
import type { PageResult } from "./page/suite.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

let bundled: Promise<string> | undefined;

/** The part that runs in the page, as one script. */
export function bundle(): Promise<string> {
  bundled ??= build({
    config: false,
    entry: { suite: here("page/suite.ts") },
    outDir: here("dist"),
    format: ["iife"],
    platform: "browser",
    target: "es2022",
    noExternal: [/.*/],
    silent: true,
    dts: false,
    outExtension: () => ({ js: ".js" }),
  }).then(() => readFile(here("dist/suite.js"), "utf8"));
  return bundled;
}

/** Puts an open page through every kind of change. */
export async function runOn(page: Page, options: { most?: number; only?: string } = {}): Promise<PageResult> {
  const source = await bundle();
  return page.evaluate(
    ([text, given]) => {
      // The page's own policy may forbid a script tag; an evaluated one comes from the test.
      new Function(text)();
      return (window as unknown as { runSuite(options: unknown): PageResult }).runSuite(given);
    },
    [source, options] as const,
  );
}
