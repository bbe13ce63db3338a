import type { Browser, Page } from "playwright-core";
import { type Demo, startDemo } from "../crm/e2e/demo.ts";
import type { PageResult } from "./page/suite.ts";
import { runOn } from "./suite.ts";

/** Screens of the CRM, as the person who works there sees them. */
const screens: readonly [role: string, path: string][] = [
  ["sales-rep", "/"],
  ["sales-rep", "/deals"],
  ["sales-rep", "/deals/1/show"],
  ["sales-rep", "/deals/create"],
  ["sales-rep", "/contacts"],
  ["sales-rep", "/contacts/1/show"],
  ["sales-rep", "/companies"],
  ["sales-rep", "/tasks"],
  ["support-agent", "/tickets"],
  ["support-agent", "/tickets/1/show"],
  ["sales-manager", "/pipeline"],
];

async function settle(page: Page): Promise<void> {
  await page.locator("main").first().waitFor();
  await page.waitForTimeout(400);
}

/** Puts the pages of this repository through the suite: the CRM, the dashboard, a plain page. */
export async function runOwn(browser: Browser, plain: string, most: number): Promise<Map<string, PageResult>> {
  const results = new Map<string, PageResult>();
  let demo: Demo | undefined;
  try {
    demo = await startDemo(24);
    for (const role of new Set(screens.map(([role]) => role))) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
      const page = await context.newPage();
      await page.goto(`${demo.facts.crm}/?as=${role}`);
      for (const [, path] of screens.filter(([of]) => of === role)) {
        await page.goto(`${demo.facts.crm}/?as=${role}#${path}`);
        await settle(page);
        results.set(`crm ${path}`, await runOn(page, { most }));
      }
      await context.close();
    }
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(demo.facts.links.csm);
    await page.getByRole("button").click();
    await page.waitForURL(/\/dashboard\//);
    await settle(page);
    results.set("dashboard", await runOn(page, { most }));
    await page.goto(plain);
    await settle(page);
    results.set("plain", await runOn(page, { most }));
    await page.close();
  } finally {
    await demo?.stop();
  }
  return results;
}
