import { describe, expect, it } from "vitest";
import { closeGuide, guideStands, showStep, situation } from "../../packages/testing/src/index.ts";

const here = situation("svg-target");

describe("targets that have no box of their own kind", () => {
  for (const [step, target] of [
    ["save", "#target"],
    ["add", "#add b"],
    ["send", "#send"],
  ] as const) {
    it(`V27 the guide stays on ${target} while the page scrolls`, async () => {
      const { page, errors } = await here.open();
      await showStep(page, step);
      await guideStands(page, target);
      await page.mouse.wheel(0, 60);
      await expect.poll(() => page.evaluate(() => scrollY)).toBe(60);
      await guideStands(page, target);
      await closeGuide(page);
      expect(errors).toEqual([]);
    });
  }

  it("A5 the host's own anchor and what hangs on it stay as they are", async () => {
    const { page } = await here.open();
    const box = async (id: string) => (await page.locator(id).boundingBox()) ?? { x: 0, y: 0 };
    const tip = async () => (await box("#tip")).y - (await box("#send")).y;
    const before = await tip();
    const style = await page.locator("#send").getAttribute("style");
    await showStep(page, "send");
    await guideStands(page, "#send");
    expect(await tip()).toEqual(before);
    expect(await page.locator("#send").getAttribute("style")).toBe(style);
    await closeGuide(page);
    expect(await tip()).toEqual(before);
  });
});
