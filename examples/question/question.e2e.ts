import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFaults } from "../../packages/testing/src/axe.ts";
import { situation, tell } from "../../packages/testing/src/index.ts";
import { type RealCollector, startCollector } from "../../packages/testing/src/real-collector.ts";

const here = situation("question");
const question = (page: Page) => page.locator("waymark-ask [part=question]");

/** Lets time pass in the page, longer than a breakpoint takes (three seconds of rest, looked at every five); then what comes loads. */
async function rests(page: Page): Promise<void> {
  await page.clock.runFor(9_000);
  await page.waitForTimeout(700);
}

async function comes(page: Page): Promise<void> {
  // What asks for the moment loads in idle time: who comes too early looks again.
  await expect
    .poll(
      async () => {
        if ((await question(page).count()) === 0) await page.clock.runFor(9_000);
        return question(page).count();
      },
      { interval: 500 },
    )
    .toBe(1);
}

let collector: RealCollector;
beforeAll(async () => {
  collector = await startCollector();
});
afterAll(() => collector.stop());

async function open(context: BrowserContextOptions = {}, more: Record<string, string> = {}): Promise<Page> {
  const asked = new URLSearchParams({ collector: collector.url, key: collector.key, ...more });
  const { page } = await here.open({
    path: `?${asked}`,
    context,
    before: (owner) => owner.clock.install(),
  });
  await page.waitForLoadState("networkidle");
  return page;
}

const scores = async (): Promise<unknown[]> =>
  (await collector.events()).filter(({ type }) => type === "step.rated").map(({ props }) => props?.score);

describe("one question after the task", () => {
  it("B10 it comes when the person rests, never over a field in use, and takes no focus", async () => {
    const page = await open();
    await page.locator("#customer").focus();
    await tell(page, "track", "add");
    await rests(page);
    expect(await question(page).count()).toBe(0);
    await page.locator("#customer").blur();
    await comes(page);
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe("body");
    const live = page.locator("waymark-launcher [aria-live]");
    await expect.poll(() => live.textContent()).toContain("A question in the lower corner");
    expect(await question(page).textContent()).toContain("an administrator could trace to you");
  });

  it("B11 the keys 1 to 7 answer only while the focus is inside", async () => {
    const page = await open();
    await tell(page, "track", "add");
    await comes(page);
    await page.locator("#customer").focus();
    await page.keyboard.press("3");
    expect(await page.locator("#customer").inputValue()).toBe("3");
    expect(await question(page).count()).toBe(1);
    for (let turn = 0; turn < 20; turn++) {
      await page.keyboard.press("Tab");
      if (await page.evaluate(() => document.activeElement?.localName === "waymark-ask")) break;
    }
    const before = await scores();
    await page.keyboard.press("6");
    await question(page).waitFor({ state: "detached" });
    await expect.poll(scores).toEqual([...before, 6]);
  });

  it("B12 closed is closed: not again this week, also after the page was loaded anew", async () => {
    const page = await open();
    await tell(page, "track", "add");
    await comes(page);
    await page.locator("waymark-ask [part=close]").click();
    await question(page).waitFor({ state: "detached" });
    await page.evaluate(() => sessionStorage.clear());
    await page.reload();
    await page.waitForLoadState("networkidle");
    await tell(page, "track", "save");
    await rests(page);
    expect(await question(page).count()).toBe(0);
  });

  it("B13 nothing is asked where no answer would be counted", async () => {
    const page = await open({}, { consent: "denied" });
    await tell(page, "track", "add");
    await rests(page);
    expect(await question(page).count()).toBe(0);
  });

  const phone = { viewport: { width: 320, height: 640 }, isMobile: true, hasTouch: true };
  it.each([
    ["light", {}, "ltr"],
    ["dark", { colorScheme: "dark" }, "ltr"],
    ["at 320 px", phone, "ltr"],
    ["from right to left", {}, "rtl"],
  ] as const)("B14 whole, in view and flawless for axe-core: %s", async (_, context, dir) => {
    const page = await open(context, dir === "rtl" ? { locale: "ar" } : {});
    await page.evaluate((to) => document.documentElement.setAttribute("dir", to), dir);
    await tell(page, "track", "add");
    await comes(page);
    expect(await axeFaults(page, "waymark-ask")).toEqual([]);
    const box = await question(page).boundingBox();
    const { width = 0, height = 0 } = page.viewportSize() ?? {};
    expect(box && box.x >= 0 && box.x + box.width <= width && box.y + box.height <= height).toBe(true);
    if (dir === "rtl") expect(box?.x).toBeLessThan(100);
    for (const score of await page.locator("waymark-ask [part=score]").all()) {
      expect((await score.boundingBox())?.width).toBeGreaterThanOrEqual(24);
    }
    await page.locator("waymark-ask [part=score]").nth(1).click();
    await question(page).waitFor({ state: "detached" });
  });
});
