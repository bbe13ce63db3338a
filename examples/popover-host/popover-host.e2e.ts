import { describe, expect, it } from "vitest";
import { closeGuide, guideStands, pressLauncher, showStep, situation } from "../../packages/testing/src/index.ts";

const here = situation("popover-host");

describe("a target in a popover", () => {
  it("V8 neither showing nor pressing the card closes the popover that holds the target", async () => {
    const { page, errors } = await here.open();
    const isOpen = (id: string) => page.locator(id).evaluate((popover) => popover.matches(":popover-open"));
    await showStep(page);
    await guideStands(page);
    expect(await isOpen("#order")).toBe(true);
    await page.locator("waymark-coach p").first().click();
    expect(await isOpen("#order")).toBe(true);
    await closeGuide(page);
    expect(await isOpen("#order")).toBe(true);
    await page.locator("h1").click();
    await expect.poll(() => isOpen("#order")).toBe(false);
    await pressLauncher(page);
    expect(errors).toEqual([]);
  });

  it("V8 stands above a popover that stays, also when that one is shown again", async () => {
    const { page } = await here.open();
    await page.locator("h1").click();
    await page.locator("#pin").click();
    await showStep(page, "add");
    await guideStands(page, "#add");
    await page.evaluate(() => {
      const pinned = document.querySelector<HTMLElement>("#pinned");
      pinned?.hidePopover();
      pinned?.showPopover();
    });
    await guideStands(page, "#add");
    await closeGuide(page);
  });

  it("V9 comes above again when the host covers the page with a popover after it", async () => {
    const { page } = await here.open();
    await page.locator("h1").click();
    await page.locator("#pin").click();
    await showStep(page, "add");
    await guideStands(page, "#add");
    await page.evaluate(() => {
      const cover = document.createElement("div");
      cover.popover = "manual";
      cover.style.cssText = "width:100vw;height:100vh;border:0;background:rgb(0 0 0 / .4);pointer-events:none";
      document.body.append(cover);
      cover.showPopover();
    });
    const isAbove = () =>
      page.evaluate(() => {
        const card = document.querySelector("waymark-coach");
        const cover = document.body.lastElementChild as HTMLElement;
        cover.style.pointerEvents = "auto";
        const { x, y, width, height } = card?.getBoundingClientRect() ?? new DOMRect();
        const hit = document.elementFromPoint(x + width / 2, y + height / 2);
        cover.style.pointerEvents = "none";
        return hit === card;
      });
    await expect.poll(isAbove).toBe(true);
    await closeGuide(page);
  });
});
