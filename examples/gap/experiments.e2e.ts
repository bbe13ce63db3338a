import { fileURLToPath } from "node:url";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFaults, launchBrowser } from "../../packages/testing/src/index.ts";
import { type RealCollector, startCollector } from "../../packages/testing/src/real-collector.ts";
import { sendArms, winADeal } from "./team.ts";

const dashboard = fileURLToPath(new URL("../../packages/dashboard/dist", import.meta.url));
let browser: Browser;
let collector: RealCollector;
let now = Date.parse("2026-09-07T09:00:00Z");

beforeAll(async () => {
  browser = await launchBrowser();
  collector = await startCollector([{ id: "sales-rep", title: "Sales reps" }], () => now, { assets: { dashboard } });
  await collector.publish({ ...winADeal, holdout: 0.5, value: { event: "deal.won" } });
  await sendArms(collector, "2026-09-07", { people: 30, won: 24 }, { people: 30, won: 7 });
  now = Date.parse("2026-10-09T09:00:00Z");
  await collector.collector.admin.freezeDue();
});
afterAll(async () => {
  await collector?.stop();
  await browser?.close();
});

const faces: [string, BrowserContextOptions][] = [
  ["light", {}],
  ["dark", { colorScheme: "dark" }],
  ["from right to left", { locale: "ar" }],
  ["on a phone", { viewport: { width: 320, height: 640 }, isMobile: true }],
];

describe("the page Experiments, over a real collector", () => {
  it("D83 is reached from the navigation, says what a journey does, and has no fault", {
    timeout: 60_000,
  }, async () => {
    const context = await browser.newContext({ locale: "en-GB" });
    const first = await context.newPage();
    await first.goto(`${collector.url}${await collector.collector.admin.invite("shop", "manager")}`);
    await first.getByRole("button").click();
    await first.waitForURL(/\/dashboard\//);
    await first.getByRole("link", { name: "Details" }).click();
    await first.getByRole("link", { name: "Experiments" }).click();
    await first.getByRole("heading", { level: 1, name: "1 journey helps" }).waitFor();
    const saved = first.waitForEvent("download");
    await first.getByRole("link", { name: "CSV" }).click();
    expect((await saved).suggestedFilename()).toContain("experiments");
    const cookies = await context.cookies();
    for (const [name, options] of faces) {
      const other = await browser.newContext({ locale: "en-GB", ...options });
      await other.addCookies(cookies);
      const page = await other.newPage();
      await page.goto(`${collector.url}/dashboard/#/experiments`);
      await page.locator(".arms svg").waitFor();
      expect(await axeFaults(page, "body"), name).toEqual([]);
      const wide = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return scrollWidth - clientWidth;
      });
      expect(wide, name).toBeLessThanOrEqual(0);
      await other.close();
    }
    await context.close();
  });
});
