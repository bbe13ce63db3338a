import { describe, expect, it } from "vitest";
import {
  closeGuide,
  countWork,
  guideStands,
  showStep,
  situation,
  workWhile,
} from "../../packages/testing/src/index.ts";

const here = situation("body-transform");

describe("a body that is moved and scaled", () => {
  it("V10 stands where the target is seen, also while the page scrolls", async () => {
    const { page, errors } = await here.open();
    await showStep(page);
    await guideStands(page);
    await page.mouse.wheel(0, 60);
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(60);
    await guideStands(page);
    await closeGuide(page);
    expect(errors).toEqual([]);
  });

  it("V14 no script of ours runs while a transformed page scrolls and moves, and the ring is off by less than a pixel", async () => {
    const { page } = await here.open({ before: countWork });
    await showStep(page);
    await guideStands(page);
    const found = await workWhile(page, (step) => {
      scrollBy(0, step < 30 ? 2 : -2);
      const [sheet] = document.styleSheets;
      sheet?.insertRule(`html body { translate: ${step}px }`, sheet.cssRules.length);
    });
    expect(found).toEqual({ frames: 0, rects: 0, scrolls: 0, observed: 0, worst: expect.any(Number) });
    expect(found.worst).toBeLessThan(1);
  });
});
