import { describe, expect, it } from "vitest";
import { closeGuide, guideStands, showStep, situation } from "../../packages/testing/src/index.ts";

const here = situation("late-target");

describe("a target that comes late", () => {
  it("V23 the card says that it is looking, points at nothing, and then at the target", async () => {
    const { page, errors } = await here.open();
    await showStep(page);
    await page.locator("waymark-coach .wait").waitFor();
    expect(await page.locator("waymark-spotlight").count()).toBe(0);
    await guideStands(page);
    expect(await page.locator("waymark-coach .wait").count()).toBe(0);
    await closeGuide(page);
    expect(errors).toEqual([]);
  });
});
