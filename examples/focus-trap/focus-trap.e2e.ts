import { describe, expect, it } from "vitest";
import { closeGuide, guideStands, showStep, situation } from "../../packages/testing/src/index.ts";

const here = situation("focus-trap");

describe("a dialog that keeps the focus and stops presses outside it", () => {
  it("V19 the card is pressed by mouse without a fight over the focus", async () => {
    const { page, errors } = await here.open();
    await showStep(page);
    await guideStands(page);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("customer");
    await closeGuide(page);
    expect(await page.evaluate(() => (window as unknown as { pulls: number }).pulls)).toBe(0);
    expect(errors).toEqual([]);
  });

  it("V19 so it is where the focus is pulled back while it leaves", async () => {
    const { page, errors } = await here.open({ path: "?focusout" });
    await showStep(page);
    await guideStands(page);
    await closeGuide(page);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("customer");
    expect(errors).toEqual([]);
  });

  it("V20 Tab goes from the target to the card and on, however the host's trap handles it", async () => {
    const { page } = await here.open();
    await showStep(page);
    await guideStands(page);
    await page.locator("#target").focus();
    await page.keyboard.press("Tab");
    await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).toBe("waymark-coach");
    // The card has two buttons: close, and "Done already".
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe("waymark-coach");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("cancel");
    await page.locator("#target").focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator("waymark-coach").count()).toBe(0);
    expect(await page.evaluate(() => (window as unknown as { pulls: number }).pulls)).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("target");
  });

  it("V20 Escape ends the guide from inside the trap", async () => {
    const { page } = await here.open();
    await showStep(page);
    await guideStands(page);
    await page.locator("#customer").focus();
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator("waymark-coach").count()).toBe(0);
  });
});
