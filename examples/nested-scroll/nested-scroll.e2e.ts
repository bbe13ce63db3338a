import { describe, expect, it } from "vitest";
import {
  closeGuide,
  countWork,
  guideStands,
  showStep,
  situation,
  workWhile,
} from "../../packages/testing/src/index.ts";

const here = situation("nested-scroll");

const still = { context: { viewport: { width: 1000, height: 700 }, reducedMotion: "reduce" as const } };

describe("a target off screen in two scroll containers", () => {
  it("V12 scrolls it into view and says so to those who do not see it", async () => {
    const { page, errors } = await here.open(still);
    await showStep(page);
    await guideStands(page);
    const region = page.locator("waymark-launcher [aria-live]");
    await expect.poll(() => region.textContent()).toContain("scrolled");
    await closeGuide(page);
    expect(errors).toEqual([]);
  });

  it("V12 leaves a page alone where the target is in view already, and says nothing of it", async () => {
    const { page } = await here.open(still);
    await page.locator("waymark-launcher button").waitFor();
    await showStep(page, "add");
    await guideStands(page, "#add");
    const region = page.locator("waymark-launcher [aria-live]");
    await expect.poll(() => region.textContent()).toContain("Press here");
    expect(await region.textContent()).not.toContain("scrolled");
    expect(await page.evaluate(() => [scrollY, document.querySelector("#outer")?.scrollTop])).toEqual([0, 0]);
  });

  for (const motion of ["no-preference", "reduce"] as const) {
    it(`V13 scrolls smoothly only for those who do not ask for less motion: ${motion}`, async () => {
      const { page } = await here.open({
        context: { ...still.context, reducedMotion: motion },
        before: (context) =>
          context.addInitScript(() => {
            const seen: unknown[] = [];
            Object.assign(window, { scrolls: seen });
            const { scrollIntoView } = Element.prototype;
            Element.prototype.scrollIntoView = function (this: Element, how) {
              seen.push(how);
              scrollIntoView.call(this, how);
            };
          }),
      });
      await showStep(page);
      await guideStands(page);
      const how = await page.evaluate(() => (window as unknown as { scrolls: ScrollIntoViewOptions[] }).scrolls);
      expect(how.map(({ behavior }) => behavior)).toEqual([motion === "reduce" ? "instant" : "smooth"]);
    });
  }

  it("V14 no script of ours runs while containers and page scroll, and the ring is off by less than a pixel", async () => {
    const { page } = await here.open({ ...still, before: countWork });
    await showStep(page);
    await guideStands(page);
    const found = await workWhile(page, (step) => {
      for (const id of ["inner", "outer"]) document.getElementById(id)?.scrollBy(0, step % 3 ? 2 : -3);
      scrollBy(0, step < 30 ? 1 : -1);
    });
    expect(found).toEqual({ frames: 0, rects: 0, scrolls: 0, observed: 0, worst: expect.any(Number) });
    expect(found.worst).toBeLessThan(1);
  });
});
