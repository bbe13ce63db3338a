import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { axeFaults } from "../../packages/testing/src/axe.ts";
import { type Opened, situation, tell } from "../../packages/testing/src/index.ts";

const here = situation("announcement");
const banner = (page: Page) => page.locator("waymark-ask [part=banner]");
const hourMs = 3_600_000;

/** Lets time pass in the page, with all that was to happen in it, longer than a breakpoint takes; then what comes loads. */
async function rests(page: Page): Promise<void> {
  await page.clock.runFor(9_000);
  await page.waitForTimeout(700);
}

async function comes(page: Page): Promise<void> {
  // What asks for the moment loads in idle time: who comes too early looks again.
  await expect
    .poll(
      async () => {
        if ((await banner(page).count()) === 0) await page.clock.runFor(9_000);
        return banner(page).count();
      },
      { interval: 500 },
    )
    .toBe(1);
}

/** The page with a clock of its own, which `later` moves on beyond a load. */
async function open(context: BrowserContextOptions = {}, more: object = {}): Promise<Opened> {
  const opened = await here.open({
    context,
    before: async (owner) => {
      await owner.clock.install();
      await owner.addInitScript((options) => {
        const now = Date.now.bind(Date);
        Date.now = () => now() + Number(localStorage.getItem("later") ?? 0);
        (window as unknown as { waymark: unknown[] }).waymark = [["configure", options]];
      }, more);
    },
  });
  await opened.page.waitForLoadState("networkidle");
  return opened;
}

/** The same person at another time, in another session. */
async function comeBack(page: Page, ms: number): Promise<void> {
  await page.evaluate((by) => {
    localStorage.setItem("later", String(by));
    sessionStorage.clear();
  }, ms);
  await page.reload();
  await page.waitForLoadState("networkidle");
}

describe("something new", () => {
  it("B15 a banner comes when the person rests, takes no focus, and is said politely", async () => {
    const { page, errors } = await open();
    await page.locator("#customer").focus();
    await rests(page);
    expect(await banner(page).count()).toBe(0);
    await page.locator("#customer").blur();
    await comes(page);
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe("body");
    const live = page.locator("waymark-launcher [aria-live]");
    await expect.poll(() => live.textContent()).toContain("Customers can now sign quotes on the phone.");
    expect(errors).toEqual([]);
  });

  it("B16 what was taken up or closed does not come back", async () => {
    const { page } = await open();
    await comes(page);
    await page.locator("waymark-ask [part=action]").click();
    await page.locator("waymark-panel [part=card]").waitFor();
    await page.locator("waymark-panel [part=close]").click();
    await comeBack(page, 30 * 24 * hourMs);
    await rests(page);
    expect(await banner(page).count()).toBe(0);
    await page.evaluate(() => {
      const { waymark } = window as unknown as { waymark: { announce(news: object): void } };
      waymark.announce({ id: "second", title: "Drafts are kept" });
    });
    await comes(page);
    expect(await banner(page).textContent()).toContain("Drafts are kept");
    await page.locator("waymark-ask [part=close]").click();
    await banner(page).waitFor({ state: "detached" });
    await comeBack(page, 60 * 24 * hourMs);
    await tell(page, "announce", { id: "second", title: "Drafts are kept" });
    await rests(page);
    expect(await banner(page).count()).toBe(0);
  });

  it("B17 K28 later means later, by keyboard alone: not before four hours; what comes in two tabs and is closed in one leaves the other", async () => {
    const first = await open();
    const { page } = first;
    await comes(page);
    const part = (): Promise<string | null | undefined> =>
      page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.getAttribute("part"));
    for (let turn = 0; turn < 20 && (await part()) !== "later"; turn++) await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect.poll(part).toBe("snooze");
    await page.keyboard.press("Enter");
    await banner(page).waitFor({ state: "detached" });
    await comeBack(page, 3.9 * hourMs);
    await rests(page);
    expect(await banner(page).count()).toBe(0);
    await comeBack(page, 4.1 * hourMs);
    const second = await here.open({ beside: first });
    await comes(page);
    await comes(second.page);
    await page.locator("waymark-ask [part=close]").click();
    await banner(second.page).waitFor({ state: "detached" });
    await expect.poll(() => second.page.locator("waymark-launcher .pill").isVisible()).toBe(true);
    expect([...first.errors, ...second.errors]).toEqual([]);
  });

  const phone = { viewport: { width: 320, height: 640 }, isMobile: true, hasTouch: true };
  it.each([
    ["light", {}, "ltr"],
    ["dark", { colorScheme: "dark" }, "ltr"],
    ["at 320 px", phone, "ltr"],
    ["from right to left", {}, "rtl"],
  ] as const)("B18 whole, in view and flawless for axe-core: %s", async (_, context, dir) => {
    const { page } = await open(context, dir === "rtl" ? { locale: "ar" } : {});
    await page.evaluate((to) => document.documentElement.setAttribute("dir", to), dir);
    await comes(page);
    const stands = async (): Promise<void> => {
      expect(await axeFaults(page, "waymark-ask")).toEqual([]);
      const box = await banner(page).boundingBox();
      const { width = 0, height = 0 } = page.viewportSize() ?? {};
      expect(box && box.x >= 0 && box.x + box.width <= width && box.y + box.height <= height).toBe(true);
    };
    await stands();
    await page.locator("waymark-ask [part=later]").click();
    await stands();
    await page.locator("waymark-ask [part=snooze]").nth(1).click();
    await banner(page).waitFor({ state: "detached" });
  });
});
