import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { findBrowserPath } from "@waymark/config/find-browser";
import type { Browser, BrowserType } from "playwright-core";
import { Failure } from "../failure.ts";

type Driver = { chromium: BrowserType };

/** Playwright is wanted by `check` alone, so it is not brought along: ours if there is one, else the project's. */
async function loadDriver(): Promise<Driver> {
  const here = createRequire(import.meta.url);
  const there = createRequire(join(process.cwd(), "package.json"));
  for (const require of [here, there]) {
    for (const name of ["playwright-core", "playwright"]) {
      try {
        const path = require.resolve(name);
        const loaded = (await import(pathToFileURL(path).href)) as Partial<Driver> & { default?: Driver };
        const driver = loaded.chromium ? (loaded as Driver) : loaded.default;
        if (driver) return driver;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "MODULE_NOT_FOUND") throw error;
      }
    }
  }
  throw new Failure("driver_missing", "check walks your app in a real browser, and playwright-core is not installed.");
}

/**
 * Starts a browser that is on this machine: `CHROMIUM_PATH`, the usual places, then Playwright's own.
 *
 * @throws A {@link Failure} that says what to install.
 */
export async function startBrowser(): Promise<Browser> {
  const { chromium } = await loadDriver();
  const named = process.env.CHROMIUM_PATH;
  if (named && !existsSync(named)) throw new Failure("browser_missing", `CHROMIUM_PATH is ${named}: nothing is there.`);
  const path = findBrowserPath(named, chromium.executablePath());
  if (!path) throw new Failure("browser_missing", "No Chromium, Chrome or Edge was found on this machine.");
  // Containers of CI run as root, where Chromium starts without its sandbox or not at all.
  const root = process.getuid?.() === 0;
  return chromium.launch({ executablePath: path, args: ["--disable-gpu", ...(root ? ["--no-sandbox"] : [])] });
}
