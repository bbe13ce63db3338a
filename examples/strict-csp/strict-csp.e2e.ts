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

  it("V16 so does a chunk that is fetched on demand", async () => {
    const { page, violations, requests } = await here.open({
      before: (context) =>
        context.addInitScript(() => {
          const { setProperty } = CSSStyleDeclaration.prototype;
          CSSStyleDeclaration.prototype.setProperty = function (this: CSSStyleDeclaration, name, value, priority) {
            if (!value?.includes("anchor(")) setProperty.call(this, name, value, priority);
          };
        }),
    });
    await showStep(page);
    await guideStands(page);
    expect(requests.some((url) => url.includes("place-by-floating"))).toBe(true);
    expect(await violations()).toEqual([]);
  });
});
