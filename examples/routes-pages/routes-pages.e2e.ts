import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ringOff, settled, showStep, situation, tell } from "../../packages/testing/src/index.ts";
import { type RealCollector, startCollector } from "../../packages/testing/src/real-collector.ts";

const here = situation("routes-pages");
let collector: RealCollector;

beforeAll(async () => {
  collector = await startCollector();
});
afterAll(() => collector.stop());

const says = (page: Page, text: string): Promise<void> => page.locator("waymark-coach p").getByText(text).waitFor();
const launcher = (page: Page): Promise<void> => page.locator("waymark-launcher button").waitFor();
/** Nothing came up by itself in the time in which it would have. */
async function staysClosed(page: Page): Promise<void> {
  await launcher(page);
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(() => setTimeout(resolve, 300))));
  expect(await page.locator("waymark-coach, waymark-panel, waymark-prompt, waymark-spotlight").count()).toBe(0);
}

describe("an app of many pages", () => {
  it("R4 the guide goes on at the same step when its page has loaded, and after a reload; it is told once", async () => {
    const { page, errors, console } = await here.open({
      before: (context) =>
        context.addInitScript(
          ([key, url]) => {
            (window as unknown as { waymark: unknown[] }).waymark = [["configure", { key, collector: url }]];
          },
          [collector.key, collector.url] as const,
        ),
    });
    await launcher(page);
    await showStep(page, "choose", "buy");
    await page.waitForURL("**/books.html");
    await says(page, "Press Save here.");
    await expect.poll(() => ringOff(page, "#target")).toBeLessThan(1.5);
    await page.reload();
    await says(page, "Press Save here.");
    await expect.poll(() => ringOff(page, "#target")).toBeLessThan(1.5);
    await page.locator("#target").click();
    await expect.poll(() => page.locator("waymark-coach").count()).toBe(0);
    await tell(page, "track", "chosen");
    await expect.poll(() => settled(page, "buy")).toEqual(["choose"]);
    const told = async (type: string): Promise<number> =>
      (await collector.events()).filter((event) => event.type === type).length;
    await expect.poll(() => told("step.completed"), { timeout: 60_000 }).toBe(1);
    await expect.poll(() => told("step.helped")).toBe(1);
    await expect.poll(() => told("session.started")).toBe(1);
    await page.reload();
    await staysClosed(page);
    expect(errors).toEqual([]);
    expect(console).toEqual([]);
  });

  it("R4 a tour goes on at the same stop, also by the app's own links", async () => {
    const { page } = await here.open();
    await launcher(page);
    await showStep(page, "look", "buy");
    await says(page, "First this one.");
    await page.locator("waymark-coach [part=next]").click();
    await says(page, "Then the link.");
    await page.reload();
    await says(page, "Then the link.");
    await page.locator("waymark-coach").getByText("2 of 3").waitFor();
    await page.getByTestId("next").click();
    await page.waitForURL("**/books.html");
    // Pressing it was its stop; the third stands on a later page and is awaited here.
    await page.locator("waymark-coach").getByText("3 of 3").waitFor();
    await page.getByTestId("next").click();
    await page.waitForURL("**/till.html");
    await says(page, "At last the till.");
    await expect.poll(() => ringOff(page, "[data-testid=pay]")).toBeLessThan(1.5);
  });

  it("R4 the open panel stays open on the next page and takes no focus there; the person's word is kept", async () => {
    const { page } = await here.open();
    await launcher(page);
    await tell(page, "open", "panel", { journey: "buy" });
    await page.locator("waymark-panel h2").getByText("Buy a book").waitFor();
    await page.getByTestId("next").click();
    await page.waitForURL("**/books.html");
    await page.locator("waymark-panel h2").getByText("Buy a book").waitFor();
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe("body");
    await page.locator("waymark-panel [part=close]").click();
    await page.reload();
    await staysClosed(page);
  });

  it("R5 does not come again once the person closed it, did it, or is another person; nor in another tab", async () => {
    const opened = await here.open();
    const { page } = opened;
    await launcher(page);
    await showStep(page, "look", "buy");
    await says(page, "First this one.");
    const beside = await here.open({ beside: opened });
    await staysClosed(beside.page);
    await page.locator("waymark-coach [part=close]").click();
    await page.reload();
    await staysClosed(page);
    // Done in another tab while this one was loading.
    await showStep(page, "look", "buy");
    await says(page, "First this one.");
    await page.goto("about:blank");
    await tell(beside.page, "track", "paid");
    await expect.poll(() => settled(beside.page, "buy")).toEqual(["look"]);
    await page.goto(here.url());
    await staysClosed(page);
    await showStep(page, "choose", "buy");
    await page.waitForURL("**/books.html");
    await says(page, "Press Save here.");
    await page.addInitScript(() => {
      (window as unknown as { waymark: unknown[] }).waymark = [["identify", { id: "somebody-else" }]];
    });
    await page.reload();
    await staysClosed(page);
  });
});
