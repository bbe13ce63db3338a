import { describe, expect, it } from "vitest";
import { cardStands, ringOff, showStep, situation } from "../../packages/testing/src/index.ts";

const here = situation("hostile-css");

describe("a page whose important rules reach everything", () => {
  it("V1 draws the guide as it is meant, and every button of ours can be pressed", async () => {
    const { page, errors } = await here.open();
    await page.locator("waymark-launcher button").waitFor();
    await showStep(page);
    await expect.poll(() => ringOff(page, "#target")).toBeLessThan(1.5);
    await expect.poll(() => cardStands(page, "#target")).toBe(true);
    const size = await page
      .locator("waymark-coach p")
      .first()
      .evaluate((text) => getComputedStyle(text).fontSize);
    expect(size).toBe("14px");
    await page.locator("waymark-coach [part=close]").click();
    await expect.poll(() => page.locator("waymark-coach").count()).toBe(0);
    expect(errors).toEqual([]);
  });
});
