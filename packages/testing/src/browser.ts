import { findBrowserPath } from "@waymark/config/find-browser";
import { type Browser, chromium, type LaunchOptions } from "playwright-core";

/**
 * Looks for a browser that is already there: `CHROMIUM_PATH`, the usual places, then Playwright's own.
 *
 * @throws when there is none, saying what to install.
 */
export function findBrowser(): string {
  const found = findBrowserPath(process.env.CHROMIUM_PATH, chromium.executablePath());
  if (found) return found;
  throw new Error(
    "No browser was found. Install Chromium (Debian: apt-get install chromium; elsewhere: npx playwright-core install chromium) or set CHROMIUM_PATH.",
  );
}

/** Starts a real browser that talks to nobody but the pages it is given; `args` come on top of what all tests use. */
export async function launchBrowser({ args = [], ...more }: LaunchOptions = {}): Promise<Browser> {
  return chromium.launch({
    ...more,
    executablePath: findBrowser(),
    args: [
      ...args,
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}
