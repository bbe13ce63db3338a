import { describe, expect, it } from "vitest";
import { closeGuide, guideStands, showStep, situation } from "../../packages/testing/src/index.ts";

const here = situation("replaced-target");

describe("a target that is drawn anew elsewhere", () => {
  it("V22 the guide goes over to the new one", async () => {
    const { page, errors } = await here.open();
    await showStep(page);
    await guideStands(page);
    await page.locator("#redraw").click();
    await expect.poll(async () => (await page.locator("#target").boundingBox())?.x).toBeGreaterThan(400);
    await guideStands(page);
    await closeGuide(page);
    expect(errors).toEqual([]);
  });
});
