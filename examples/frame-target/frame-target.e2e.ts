import { describe, expect, it } from "vitest";
import { closeGuide, guideStands, showStep, situation } from "../../packages/testing/src/index.ts";

const here = situation("frame-target");

describe("a target in a frame of the page", () => {
  it("V25 is found by its frame, and the guide stays on it while page and frame scroll", async () => {
    const { page, errors } = await here.open();
    const target = page.frameLocator("#order").locator("#target");
    await target.waitFor();
    await showStep(page);
    await guideStands(page, target);
    await page.mouse.wheel(0, 60);
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(60);
    await guideStands(page, target);
    await target.evaluate((button) => button.ownerDocument.defaultView?.scrollBy(0, 25));
    await guideStands(page, target);
    await closeGuide(page);
    expect(errors).toEqual([]);
  });
});
