import { describe, expect, it } from "vitest";
import {
  closeGuide,
  countWork,
  guideStands,
  showStep,
  situation,
  workWhile,
} from "../../packages/testing/src/index.ts";

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

  it("V14 no script of ours runs while content grows above the target, and the ring is off by less than a pixel", async () => {
    const { page } = await here.open({ before: countWork });
    await showStep(page);
    await guideStands(page);
    const found = await workWhile(page, (step) => {
      const [sheet] = document.styleSheets;
      sheet?.insertRule(`#news { height: ${step}px !important }`, sheet.cssRules.length);
    });
    expect(found).toEqual({ frames: 0, rects: 0, scrolls: 0, observed: 0, worst: expect.any(Number) });
    expect(found.worst).toBeLessThan(1);
  });
});
