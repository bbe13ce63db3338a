import { describe, expect, it } from "vitest";
import { closeGuide, guideStands, showStep, situation, topmostAt } from "../../packages/testing/src/index.ts";

const here = situation("small-screen");

const phone = { context: { viewport: { width: 375, height: 667 }, isMobile: true, hasTouch: true } };

describe("a phone", () => {
  it("V26 the card is a sheet that never covers its target, also at the end of the page", async () => {
    const { page, errors } = await here.open(phone);
    await showStep(page);
    await guideStands(page);
    await expect.poll(() => topmostAt(page, "#target")).toBe("button#target");
    const card = await page.locator("waymark-coach section").boundingBox();
    expect(card?.width).toBe(375);
    await closeGuide(page);
    expect(errors).toEqual([]);
  });

  it("V26 it stands at the bottom where the target leaves it free, and leaves when the target scrolls under it", async () => {
    const { page } = await here.open(phone);
    await showStep(page, "add");
    await guideStands(page, "#add");
    const sheet = async () => (await page.locator("waymark-coach section").boundingBox()) ?? { y: 0, height: 0 };
    const { y, height } = await sheet();
    expect(Math.round(y + height)).toBe(667);
    await page.evaluate(() => {
      document.body.style.paddingTop = "520px";
    });
    await guideStands(page, "#add");
  });
});
