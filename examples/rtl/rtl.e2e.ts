import { describe, expect, it } from "vitest";
import { closeGuide, guideStands, showStep, situation } from "../../packages/testing/src/index.ts";

const here = situation("rtl");

describe("a page from right to left", () => {
  it("V15 mirrors card, notch and launcher", async () => {
    const { page, errors } = await here.open();
    await showStep(page);
    await guideStands(page);
    const box = async (selector: string) => {
      const { x, width } = (await page.locator(selector).first().boundingBox()) ?? { x: Number.NaN, width: 0 };
      return { left: x, right: x + width, middle: x + width / 2 };
    };
    const target = await box("#target");
    const card = await box("waymark-coach section");
    const notch = await box("waymark-coach .notch");
    expect(Math.abs(card.right - target.right)).toBeLessThan(30);
    expect(card.left).toBeLessThan(target.left);
    expect(notch.middle).toBeGreaterThan(target.left);
    expect(notch.middle).toBeLessThan(target.right);
    await closeGuide(page);
    await expect.poll(async () => (await box("waymark-launcher [part=launcher]")).left).toBeLessThan(40);
    expect(errors).toEqual([]);
  });
});
