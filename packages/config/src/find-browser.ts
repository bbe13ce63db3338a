import { existsSync } from "node:fs";

/** Where Chromium, Chrome and Edge are installed. */
const usual: readonly string[] = [
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
 * A browser that is on this machine: the one that is named, the usual places, then Playwright's own.
 *
 * @param named - `CHROMIUM_PATH`, where it is set.
 * @param own - Where Playwright would have put one.
 */
export function findBrowserPath(named: string | undefined, own: string): string | undefined {
  return [named ?? "", ...usual, own].find((path) => path !== "" && existsSync(path));
}
