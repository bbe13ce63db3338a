import { describe, expect, it } from "vitest";
import { closeGuide, guideStands, showStep, situation } from "../../packages/testing/src/index.ts";

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
});
