import { describe, expect, it } from "vitest";
import {
  closeGuide,
  countWork,
  guideStands,
  showStep,
  situation,
  workWhile,
} from "../../packages/testing/src/index.ts";

const here = situation("shadow-root");

describe("a target in nested shadow roots", () => {
  it("V24 is found, and the guide stays on it while the page scrolls", async () => {
    const { page, errors } = await here.open();
    await showStep(page);
    await guideStands(page);
    await page.mouse.wheel(0, 60);
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(60);
    await guideStands(page);
    await closeGuide(page);
    expect(errors).toEqual([]);
  });

  it("V14 no script of ours runs while a page with shadow roots scrolls, and the ring is off by less than a pixel", async () => {
    const { page } = await here.open({ before: countWork });
    await showStep(page);
    await guideStands(page);
    const found = await workWhile(page, (step) => {
      scrollBy(0, step < 30 ? 2 : -2);
    });
    expect(found).toEqual({ frames: 0, rects: 0, scrolls: 0, observed: 0, worst: expect.any(Number) });
    expect(found.worst).toBeLessThan(1);
  });
});
