import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Host, launchBrowser, serveExamples } from "../../packages/testing/src/index.ts";
import { readNames } from "./names.ts";
import {
  closeAll,
  compare,
  font,
  hasFont,
  mostApart,
  openPage,
  openSurface,
  partOf,
  photograph,
  type Variant,
} from "./stage.ts";
import type { Surface } from "./surface.ts";
import { surfaces } from "./surfaces.ts";

interface Violation {
  id: string;
  nodes: { target: unknown[]; failureSummary: string }[];
}

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe-core finds on the whole page: WCAG 2.2 up to AA and best practices. */
async function violations(page: Page): Promise<string[]> {
  // One page for all surfaces: it is told once what axe-core is.
  if (await page.evaluate(() => !("axe" in window))) await page.evaluate(axe.source);
  return page.evaluate(async (values) => {
    const { axe: checker } = window as unknown as {
      axe: { run(of: Document, options: object): Promise<{ violations: Violation[]; passes: unknown[] }> };
    };
    const found = await checker.run(document, { runOnly: { type: "tag", values }, resultTypes: ["violations"] });
    if (found.passes.length < 10) throw new Error("axe has looked at nothing");
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${JSON.stringify(target)} ${failureSummary}`),
    );
  }, tags);
}

const focusIn = (page: Page, selector: string): Promise<boolean> =>
  page.evaluate((of) => document.activeElement?.matches(of) ?? false, selector);

/** Where the focus is: `from` where it stays, else what has it. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement: at } = document;
    return at?.id ? `#${at.id}` : (at?.localName ?? "nothing");
  });

const pictureOf = ({ name }: Surface, variant: Variant): string =>
  fileURLToPath(new URL(`baselines/${name}.${variant}.webp`, import.meta.url));

/** Where the focus is once it is open; then away by Esc, and where it is then. */
async function goesAndComesBack(page: Page, surface: Surface): Promise<void> {
  const { element, from = "#next", focus = "inside", esc = true } = surface;
  if (focus === "inside") await expect.poll(() => focusIn(page, element)).toBe(true);
  else await expect.poll(() => focused(page)).toBe(from);
  if (!esc) return;
  // What came by itself is left by Esc once the person has gone into it.
  if (esc === "inside") await page.locator(`${element} button`).last().focus();
  await page.keyboard.press("Escape");
  await expect.poll(() => partOf(page, surface).count()).toBe(0);
  await expect.poll(() => focusIn(page, `${from}, waymark-launcher, waymark-panel`)).toBe(true);
}

/** The promises every surface keeps, in some looks: one page for each look, and each surface opened once. */
export function everySurface(looks: readonly Variant[]): void {
  let browser: Browser;
  let host: Host;
  beforeAll(async () => {
    [browser, host] = await Promise.all([launchBrowser(), serveExamples()]);
  });
  afterAll(async () => {
    await browser.close();
    await host.close();
  });

  describe.each(looks)("%s", (look) => {
    let page: Page;
    let comparable = false;
    beforeAll(async () => {
      page = await openPage(browser, host.url, look);
      comparable = await hasFont(page);
    });

    describe.each(surfaces)("$name", (surface) => {
      beforeAll(async () => {
        // The person works in the host's page, then opens the surface from there.
        await page.locator(surface.from ?? "#next").focus();
        await openSurface(page, surface);
      });
      afterAll(() => closeAll(page));

      it("K9 looks as in its picture", async ({ skip }) => {
        if (!comparable) skip(`${font}, the font of the pictures, is not installed here`);
        const file = pictureOf(surface, look);
        expect(existsSync(file), `${file}: node examples/gallery/shoot.mjs`).toBe(true);
        const kept = readFileSync(file);
        await expect
          .poll(async () => (await compare(page, await photograph(page, surface), kept)).apart)
          .toBeLessThanOrEqual(mostApart);
      });

      it("K6 passes axe-core with WCAG 2.2 AA and best practices", async () => {
        expect(await violations(page)).toEqual([]);
      });

      if (look === "light") {
        it("K8 has the names and roles that were read and agreed", async () => {
          const names = await readNames(page, surface.element);
          expect(names.trim().split("\n").length).toBeGreaterThan(1);
          await expect(names).toMatchFileSnapshot(`names/${surface.name}.txt`);
        });
      }

      if (look === "phone") {
        it("K10 stays within 320 px: nothing makes the page or the surface wider", async () => {
          const box = await partOf(page, surface).boundingBox();
          expect(box && box.x >= 0 && box.x + box.width <= 320 && box.y >= 0 && box.y + box.height <= 640).toBe(true);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
        });
      }

      it("K7 K40 takes the focus if the person opened it, leaves it where it was if not, and gives it back on Esc", async () => {
        await goesAndComesBack(page, surface);
      });
    });
  });
}
