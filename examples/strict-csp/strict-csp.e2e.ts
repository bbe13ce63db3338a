import { describe, expect, it } from "vitest";
import { closeGuide, guideStands, pressLauncher, showStep, situation } from "../../packages/testing/src/index.ts";

const here = situation("strict-csp");

describe("a page whose policy allows scripts and styles by nonce alone", () => {
  it("V16 works in full, with no report of the policy", async () => {
    const { page, errors, violations, console } = await here.open();
    await showStep(page);
    await guideStands(page);
    const colour = await page.locator("waymark-coach section").evaluate((card) => getComputedStyle(card).borderRadius);
    expect(colour).not.toBe("0px");
    await closeGuide(page);
    await pressLauncher(page);
    expect(await violations()).toEqual([]);
    expect(errors).toEqual([]);
    expect(console).toEqual([]);
  });

  it("V16 so does a browser without constructed style sheets", async () => {
    const { page, violations } = await here.open({
      before: (context) =>
        context.addInitScript(() => {
          Reflect.deleteProperty(CSSStyleSheet.prototype, "replaceSync");
        }),
    });
    await showStep(page);
    await guideStands(page);
    const radius = await page.locator("waymark-coach section").evaluate((card) => getComputedStyle(card).borderRadius);
    expect(radius).not.toBe("0px");
    expect(await violations()).toEqual([]);
  });
});
