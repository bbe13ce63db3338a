import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Host, launchBrowser, serveExamples } from "../../packages/testing/src/index.ts";
import { readNames } from "./names.ts";
import { compare, font, hasFont, openPage, openSurface, photograph, variants } from "./stage.ts";
import { type Surface, surfaces } from "./surfaces.ts";

/** Share of a picture's pixels that may differ: another version of the browser draws edges a little otherwise. */
const tolerance = 0.03;

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Violation {
  id: string;
  nodes: { target: unknown[]; failureSummary: string }[];
}

let browser: Browser;
let host: Host;
const pages: Page[] = [];

beforeAll(async () => {
  [browser, host] = await Promise.all([launchBrowser(), serveExamples()]);
});
afterEach(async () => {
  for (const page of pages.splice(0)) await page.context().close();
});
afterAll(async () => {
  await browser.close();
  await host.close();
});

async function visit(variant: (typeof variants)[number]): Promise<Page> {
  const page = await openPage(browser, host.url, variant);
  pages.push(page);
  return page;
}

/** What axe-core finds on the whole page: WCAG 2.2 up to AA and best practices. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const { axe: run } = window as unknown as {
      axe: { run(of: Document, options: object): Promise<{ violations: Violation[] }> };
    };
    const found = await run.run(document, { runOnly: { type: "tag", values: tags } });
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${JSON.stringify(target)} ${failureSummary}`),
    );
  });
}

const focusIn = (page: Page, selector: string): Promise<boolean> =>
  page.evaluate((of) => document.activeElement?.matches(of) ?? false, selector);

async function comesAndGoes(page: Page, surface: Surface): Promise<void> {
  const { element, focus = "inside", esc = true } = surface;
  // The person works in a field of the host, then opens the surface from there.
  await page.locator("#next").focus();
  await openSurface(page, surface);
  if (focus === "inside") await expect.poll(() => focusIn(page, element)).toBe(true);
  else expect(await focusIn(page, "#next")).toBe(true);
  if (!esc) return;
  await page.keyboard.press("Escape");
  await expect.poll(() => page.locator(`${element} ${surface.part ?? ".surface"}`).count()).toBe(0);
  await expect.poll(() => focusIn(page, "#next, waymark-launcher, waymark-panel")).toBe(true);
}

describe.each(surfaces)("$name", (surface) => {
  it("K6 passes axe-core with WCAG 2.2 AA and best practices: light, dark, right to left, phone", async () => {
    for (const variant of variants) {
      const page = await visit(variant);
      await openSurface(page, surface);
      expect(await violations(page), variant).toEqual([]);
    }
  });

  it("K7 takes the focus where the person opened it, and gives it back on Esc", async () => {
    await comesAndGoes(await visit("light"), surface);
  });

  it("K8 has the names and roles that were read and agreed", async () => {
    const page = await visit("light");
    await openSurface(page, surface);
    const names = await readNames(page, surface.element);
    expect(names.trim().split("\n").length).toBeGreaterThan(1);
    await expect(names).toMatchFileSnapshot(`names/${surface.name}.txt`);
  });

  it("K9 looks as in its pictures", async ({ skip }) => {
    for (const variant of variants) {
      const page = await visit(variant);
      if (!(await hasFont(page))) skip(`${font}, the font of the pictures, is not installed here`);
      await openSurface(page, surface);
      const file = fileURLToPath(new URL(`baselines/${surface.name}.${variant}.webp`, import.meta.url));
      expect(existsSync(file), `${file}: node examples/gallery/shoot.mjs`).toBe(true);
      const share = async (): Promise<number> =>
        (await compare(page, await photograph(page, surface), readFileSync(file))).share;
      await expect.poll(share, { message: `${surface.name} ${variant}` }).toBeLessThanOrEqual(tolerance);
    }
  });

  it("K10 stays within 320 px: nothing makes the page or the surface wider", async () => {
    const page = await visit("phone");
    await openSurface(page, surface);
    const box = await page
      .locator(`${surface.element} ${surface.part ?? ".surface"}`)
      .first()
      .boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= 320 && box.y >= 0 && box.y + box.height <= 640).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
});
