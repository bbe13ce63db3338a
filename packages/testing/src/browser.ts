import { existsSync } from "node:fs";
import { type Browser, chromium, type LaunchOptions } from "playwright-core";

const usual = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/microsoft-edge",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/**
 * Looks for a browser that is already there: `CHROMIUM_PATH`, the usual places, then Playwright's own.
 *
 * @throws when there is none, saying what to install.
 */
export function findBrowser(): string {
  const found = [process.env.CHROMIUM_PATH ?? "", ...usual, chromium.executablePath()].find(
    (path) => path && existsSync(path),
  );
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
