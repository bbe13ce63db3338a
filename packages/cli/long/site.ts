// The built documentation site as a reader has it: every page by axe-core, light and dark, at 1,280 and 360 px; the search; the
// playground's guide; Lighthouse on five pages. `pnpm test:long site` builds it first; `pnpm test:long site quick` leaves
// Lighthouse out, which is installed outside of the workspace, at the version below.
import { spawn, spawnSync } from "node:child_process";
import { globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { findBrowser, launchBrowser } from "../../testing/src/index.ts";
import { root } from "../test/docs-samples.ts";
import { serveFolder } from "./tarballs/apps.ts";

const lighthouse = "13.5.0";
const goal = 95;
const judged = ["index.html", "start/react.html", "playground.html", "reference/sdk.html", "privacy.html"];
const categories = ["performance", "accessibility", "best-practices", "seo"] as const;

const site = join(root, "docs/.vitepress/dist");
let failed = 0;
const fail = (what: string): void => {
  failed++;
  console.log(`BAD  ${what}`);
};

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds on one page; the playground's app is a page of its own. */
async function examine(browser: Browser, url: string, path: string, dark: boolean, width: number): Promise<number> {
  const context = await browser.newContext({ colorScheme: dark ? "dark" : "light", viewport: { width, height: 900 } });
  try {
    const page = await context.newPage();
    const faults: string[] = [];
    const foreign: string[] = [];
    page.on("pageerror", (error) => faults.push(String(error)));
    page.on(
      "request",
      (request) => !request.url().startsWith(url) && /^http/.test(request.url()) && foreign.push(request.url()),
    );
    await page.goto(url + path, { waitUntil: "load" });
    await page.locator(".VPContent").waitFor();
    await page.evaluate(axe);
    const found = await page.evaluate(async () => {
      const { run } = (
        window as unknown as {
          axe: {
            run(
              context: object,
              options: object,
            ): Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }>;
          };
        }
      ).axe;
      const { violations } = await run(
        { exclude: [["iframe"]] },
        { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
      );
      return violations.map(({ id, nodes }) => `${id} (${nodes.length}): ${nodes[0]?.target.join(" ")}`);
    });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (wide > 0) found.push(`${wide} px wider than the window`);
    for (const each of [...found, ...faults, ...foreign.map((address) => `fetched ${address}`)])
      fail(`${path} ${dark ? "dark" : "light"} ${width}: ${each}`);
    return found.length;
  } finally {
    await context.close();
  }
}

/** A word of the reference is found, without asking anybody. */
async function search(browser: Browser, url: string): Promise<void> {
  const page = await browser.newPage();
  await page.goto(`${url}start/index.html`, { waitUntil: "networkidle" });
  await page.keyboard.press("Control+k");
  await page.locator("#localsearch-input").fill("mergeProgress");
  await page.locator(".VPLocalSearchBox .result").first().waitFor({ timeout: 30_000 });
  await page.close();
}

/** The playground's app takes a journey that was changed beside it, and its step is done by the deed. */
async function play(browser: Browser, url: string): Promise<void> {
  const page = await browser.newPage();
  await page.goto(`${url}playground.html`);
  const app = page.frameLocator("iframe.play-app");
  const text = await page.locator("#play-journey").inputValue();
  await app.locator("waymark-launcher button").first().waitFor({ timeout: 60_000 });
  const before = await page.locator("iframe.play-app").elementHandle();
  await page.locator("#play-journey").fill(text.replace('"Win a deal"', '"Win it all"'));
  // The app is loaded anew once nothing is typed for a moment.
  await before?.waitForElementState("hidden");
  await app.locator("waymark-launcher button").first().click();
  await app.locator("waymark-panel, waymark-prompt").getByText("Win it all").first().waitFor({ timeout: 30_000 });
  await page.keyboard.press("Escape");
  await app.getByRole("link", { name: "Nordwind Logistics" }).click();
  await app.getByRole("button", { name: "Log call" }).click();
  await page.locator(".play-told").getByText("step.completed").first().waitFor({ timeout: 30_000 });
  await page.locator("#play-journey").fill("{");
  await page.locator(".play-says li").first().waitFor({ timeout: 30_000 });
  await page.close();
}

/** Lighthouse by its command, in a Chromium of its own. */
async function score(url: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "waymark-lighthouse-"));
  try {
    spawnSync(
      "npm",
      ["install", "--no-audit", "--no-fund", "--loglevel=error", "--prefix", folder, `lighthouse@${lighthouse}`],
      { stdio: "inherit" },
    );
    for (const path of judged)
      for (const preset of ["desktop", "mobile"]) {
        const flags = "--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-quic";
        const args = [
          join(folder, "node_modules/lighthouse/cli/index.js"),
          url + path,
          "--quiet",
          "--output=json",
          `--output-path=${folder}/out.json`,
          flags,
          `--only-categories=${categories.join(",")}`,
        ];
        const child = spawn(process.execPath, [...args, ...(preset === "desktop" ? ["--preset=desktop"] : [])], {
          env: { ...process.env, CHROME_PATH: findBrowser() },
          stdio: ["ignore", "ignore", "inherit"],
        });
        await new Promise((resolve) => child.on("close", resolve));
        const report = JSON.parse(readFileSync(join(folder, "out.json"), "utf8")) as {
          categories: Record<string, { score: number }>;
          audits: Record<string, { score: number | null; title: string; displayValue?: string }>;
        };
        const scores = categories.map(
          (name) => [name, Math.round((report.categories[name]?.score ?? 0) * 100)] as const,
        );
        console.log(`${path} ${preset}: ${scores.map(([name, value]) => `${name} ${value}`).join(", ")}`);
        if (scores.some(([, value]) => value < goal)) {
          const poor = Object.entries(report.audits).filter(([, audit]) => audit.score !== null && audit.score < 0.9);
          fail(`${path} ${preset}: ${poor.map(([id, { displayValue = "" }]) => `${id} ${displayValue}`).join("; ")}`);
        }
      }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const { status } = spawnSync(process.execPath, [join(root, "packages/config/bin/docs.mjs")], { stdio: "inherit" });
if (status !== 0) process.exit(1);
const shown = await serveFolder(site);
const browser = await launchBrowser();
try {
  const pages = globSync("**/*.html", { cwd: site })
    .filter((path) => !/^play\/|404/.test(path))
    .sort();
  let views = 0;
  for (const path of pages)
    for (const [dark, width] of [
      [false, 1280],
      [true, 360],
    ] as const) {
      await examine(browser, shown.url, path, dark, width);
      views++;
    }
  console.log(`${views} views of ${pages.length} pages examined by axe-core`);
  for (const [name, act] of Object.entries({ search, play }))
    await act(browser, shown.url).then(
      () => console.log(`ok   ${name}`),
      (error: Error) => fail(`${name}: ${error.message}`),
    );
  if (process.argv[2] !== "quick") await score(shown.url);
} finally {
  await browser.close();
  shown.stop();
}
console.log(`${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
