import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFaults, launchBrowser } from "../../packages/testing/src/index.ts";
import { type Stage, startStage } from "./stage.ts";

let browser: Browser;
let stage: Stage;

beforeAll(async () => {
  [browser, stage] = await Promise.all([launchBrowser(), startStage()]);
});
afterAll(async () => {
  await stage?.stop();
  await browser?.close();
});

const picture = "#/journeys/first-deal/sales-rep";
const go = async (page: Page, hash: string): Promise<void> => {
  await page.goto(`${stage.url}/dashboard/${hash}`);
  await page.reload();
  await page.locator("main h1").first().waitFor();
};

describe("the dashboard out of the house", () => {
  it("D56 the button under the table brings that table as a file", async () => {
    const page = await stage.open(browser, "manager");
    await go(page, picture);
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "CSV" }).click()]);
    expect(file.suggestedFilename()).toMatch(/^waymark-shop-pictures-.*\.csv$/);
    const lines = (await readFile(await file.path(), "utf8")).trimEnd().split("\r\n");
    expect(lines).toHaveLength(6);
    expect(lines[1]).toContain("first-deal,Win your first deal,2,sales-rep,Sales reps,30,false");
  });

  it("D54 D55 two versions beside each other, in an address that others can open", async () => {
    const page = await stage.open(browser, "csm");
    await go(page, picture);
    await page.getByLabel("Beside").selectOption({ label: "7 September to 4 October 2026, version 1" });
    await page.getByText("was 12 of 18").waitFor();
    await expect.poll(() => page.locator(".dot.hollow").count()).toBeGreaterThanOrEqual(5);
    await expect.poll(() => page.url()).toContain("with=2026-10-05");
    const address = page.url();
    const other = await stage.open(browser, "manager");
    await other.goto(address);
    await other.reload();
    await other.getByText("was 12 of 18").waitFor();
    await other.getByLabel("Shown").selectOption({ label: "7 September to 4 October 2026, version 1" });
    await other.getByText("12 of 18", { exact: true }).waitFor();
    await expect.poll(() => other.url()).toMatch(/version=1&block=2026-10-05/);
    await other.getByRole("link", { name: "Voices" }).click();
    await other.getByRole("link", { name: "Journeys" }).click();
    await other.getByText("12 of 18", { exact: true }).waitFor();
  });

  it("D57 D98 the page for a meeting is one sheet of A4 in the browser's own PDF", async () => {
    const page = await stage.open(browser, "csm");
    await go(page, "#/paper/first-deal/sales-rep");
    await page.locator(".paper .sign").waitFor();
    // The fullest sheet there is: the picture, the widest gaps, what was decided, and what is to be decided.
    await page.locator(".paper-gap .stamp").waitFor();
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: false });
    const text = pdf.toString("latin1");
    expect(text.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
    const [, width = "", height = ""] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(text) ?? [];
    // Points: A4 is 210 by 297 mm.
    expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842]);
    for (const words of ["What we decide", "Signed", "90% interval", "Groups under 10 people", "n 2", "Frozen on"])
      await expect.poll(() => page.locator(".paper").textContent()).toContain(words);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".bar").isVisible()).toBe(false);
    expect(await page.getByRole("button", { name: "Print" }).isVisible()).toBe(false);
  });

  it("D58 home: a sentence, a drawing, a choice", async () => {
    const page = await stage.open(browser, "manager");
    await page.locator("main h1").waitFor();
    await expect
      .poll(async () => (await page.locator("h1").textContent())?.trim())
      .toBe("Win your first deal, Sales reps: Fewer than half come through; the narrowest place is “Send the quote”");
    await page.locator("svg.trail").waitFor();
    await page.getByRole("link", { name: "Look at “Send the quote” beside its numbers" }).click();
    await page.getByRole("link", { name: "CSV" }).waitFor();
  });

  /** Words that a drawing lies over. */
  const covered = (page: Page): Promise<string[]> =>
    page.evaluate(() => {
      const drawings = [...document.querySelectorAll(".lane")].map((each) => each.getBoundingClientRect());
      return [...document.querySelectorAll(".stack .station-title, .stack .value, .stack .note")].flatMap((each) => {
        const box = each.getBoundingClientRect();
        const over = drawings.some(
          (it) => it.left < box.right && box.left < it.right && it.top < box.bottom && box.top < it.bottom,
        );
        return over ? [each.textContent ?? ""] : [];
      });
    });

  it("D53 D97 Arabic from the right, and axe finds nothing in any language, light, dark and on a phone", async () => {
    const page = await stage.open(browser, "manager", { locale: "ar", viewport: { width: 390, height: 800 } });
    await expect.poll(() => page.locator("html").getAttribute("dir")).toBe("rtl");
    for (const hash of ["#/home", picture, "#/paper/first-deal/sales-rep"]) {
      await go(page, hash);
      await page.locator(".value").first().waitFor();
      expect(await axeFaults(page), hash).toEqual([]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
      expect(wide, `${hash} never scrolls sideways`).toBe(true);
      expect(await covered(page), hash).toEqual([]);
    }
    await page.locator("select.language").selectOption("de");
    await expect.poll(() => page.locator("html").getAttribute("lang")).toBe("de");
    await expect.poll(() => page.locator("html").getAttribute("dir")).toBe("ltr");
    await page.reload();
    await expect.poll(() => page.locator("html").getAttribute("lang")).toBe("de");
    await page.emulateMedia({ colorScheme: "dark" });
    for (const hash of ["#/home", "#/paper/first-deal/sales-rep"]) {
      await go(page, hash);
      expect(await axeFaults(page), hash).toEqual([]);
    }
  });

  it("D59 the first load is under 120 KB gzip, in every language", async () => {
    for (const locale of ["en", "de", "ar"]) {
      const page = await (await browser.newContext({ locale })).newPage();
      const sizes: number[] = [];
      page.on("response", async (response) => {
        if (!/\/dashboard\//.test(response.url()) || response.status() !== 200) return;
        // Fetch unpacks: what the collector says it sent is what counts.
        const packed = await fetch(response.url(), { headers: { "accept-encoding": "gzip" } }).catch(() => null);
        sizes.push(Number(packed?.headers.get("content-length")));
      });
      await page.goto(`${stage.url}/dashboard/`, { waitUntil: "networkidle" });
      await expect.poll(() => sizes.length).toBeGreaterThanOrEqual(locale === "en" ? 3 : 4);
      const total = sizes.reduce((sum, size) => sum + size, 0);
      expect(total).toBeGreaterThan(10_000);
      expect(total, `${locale}: ${total} bytes`).toBeLessThan(120_000);
    }
  });
});
