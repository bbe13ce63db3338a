import { describe, expect, it } from "vitest";
import { closeGuide, guideStands, showStep, situation } from "../../packages/testing/src/index.ts";

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
});
