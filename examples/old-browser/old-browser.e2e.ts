import { describe, expect, it } from "vitest";
import { closeGuide, guideStands, showStep, situation } from "../../packages/testing/src/index.ts";

const here = situation("old-browser");

/** A browser that does not know popovers. */
function withoutPopovers(): void {
  for (const name of ["popover", "showPopover", "hidePopover", "togglePopover"]) {
    Reflect.deleteProperty(HTMLElement.prototype, name);
  }
}

/** A browser that knows popovers and no anchors: it passes over what it cannot read. */
function withoutAnchors(): void {
  const { setProperty } = CSSStyleDeclaration.prototype;
  CSSStyleDeclaration.prototype.setProperty = function (this: CSSStyleDeclaration, name, value, priority) {
    if (!`${name} ${value}`.match(/anchor|position-area/)) setProperty.call(this, name, value, priority);
  };
}

describe("browsers of some years ago", () => {
  for (const lack of [withoutPopovers, withoutAnchors]) {
    it(`V28 the guide stands at its target and follows it: ${lack.name}`, async () => {
      const { page, errors, requests } = await here.open({ before: (context) => context.addInitScript(lack) });
      await showStep(page);
      await guideStands(page);
      expect(requests.filter((url) => url.includes("place-by-floating"))).toHaveLength(1);
      await page.mouse.wheel(0, 60);
      await expect.poll(() => page.evaluate(() => scrollY)).toBe(60);
      await guideStands(page);
      await page.locator("#shift").click();
      await guideStands(page);
      await closeGuide(page);
      expect(errors).toEqual([]);
    });
  }

  it("V28 a browser of today does not fetch what follows by script", async () => {
    const { page, requests } = await here.open();
    await showStep(page);
    await guideStands(page);
    await closeGuide(page);
    expect(requests.filter((url) => url.includes("place-by-floating"))).toEqual([]);
  });

  it("V28 when that chunk cannot be had, the card stands in the corner without a ring", async () => {
    const { page, errors } = await here.open({
      before: async (context) => {
        await context.addInitScript(withoutAnchors);
        await context.route("**/place-by-floating*", (route) => route.abort());
      },
    });
    await showStep(page);
    await page.locator("waymark-coach p").waitFor();
    const right = async (): Promise<number> => {
      const { x, width } = (await page.locator("waymark-coach section").boundingBox()) ?? { x: 0, width: 0 };
      return Math.round(x + width);
    };
    await expect.poll(right).toBe(980);
    await expect
      .poll(() => page.locator("waymark-spotlight").evaluate((ring) => getComputedStyle(ring).visibility))
      .toBe("hidden");
    await closeGuide(page);
    expect(errors).toEqual([]);
  });

  it("O9 the host's accent is derived by script where the browser cannot", async () => {
    const { page, errors } = await here.open({
      before: (context) =>
        context.addInitScript(() => {
          const { supports } = CSS;
          CSS.supports = (...args: [string]) => !args.join(" ").includes("light-dark") && supports.apply(CSS, args);
          const queue: unknown[] = [["configure", { theme: { mode: "light", accent: "rgb(245, 179, 1)" } }]];
          Object.assign(window, { waymark: queue });
        }),
    });
    await showStep(page);
    await guideStands(page);
    const ring = () =>
      page.locator("waymark-spotlight .spot").evaluate((spot) => getComputedStyle(spot).boxShadow.split(" 0px")[0]);
    await expect.poll(ring).toBe("rgb(137, 76, 0)");
    expect(errors).toEqual([]);
  });
});
