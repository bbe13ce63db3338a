import { describe, expect, it } from "vitest";
import { closeGuide, guideStands, showStep, situation } from "../../packages/testing/src/index.ts";

const here = situation("layout-shift");

describe("content that comes in above", () => {
  it("V21 ring and card move along with the target, without a scroll or a resize", async () => {
    const { page, errors } = await here.open();
    await showStep(page);
    await guideStands(page);
    const before = await page.locator("#target").boundingBox();
    await page.locator("#shift").click();
    await expect
      .poll(async () => (await page.locator("#target").boundingBox())?.y)
      .toBeGreaterThan((before?.y ?? 0) + 190);
    await guideStands(page);
    await closeGuide(page);
    expect(errors).toEqual([]);
  });

  it("V21 the card turns over when the shift leaves it no room below", async () => {
    const { page } = await here.open({ context: { viewport: { width: 1000, height: 480 } } });
    await showStep(page);
    await guideStands(page);
    expect(await page.locator("waymark-coach").getAttribute("data-side")).toBe("below");
    await page.locator("#shift").click();
    await expect.poll(() => page.locator("waymark-coach").getAttribute("data-side")).toBe("above");
    await guideStands(page);
  });
});
