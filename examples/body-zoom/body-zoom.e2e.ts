import { describe, expect, it } from "vitest";
import {
  closeGuide,
  countWork,
  guideStands,
  showStep,
  situation,
  workWhile,
} from "../../packages/testing/src/index.ts";

const here = situation("body-zoom");

describe("a page zoomed by style", () => {
  for (const [path, what] of [
    ["", "body"],
    ["#html", "document element"],
  ] as const) {
    it(`V11 stands at its target when the ${what} is zoomed`, async () => {
      const { page, errors } = await here.open({ path });
      await showStep(page);
      await guideStands(page);
      const gap = await page.evaluate(() => {
        const card = document.querySelector("waymark-coach")?.getBoundingClientRect() ?? new DOMRect();
        return card.y - (document.querySelector("#target")?.getBoundingClientRect().bottom ?? 0);
      });
      expect(gap).toBeGreaterThan(5);
      expect(gap).toBeLessThan(50);
      await page.mouse.wheel(0, 60);
      await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(30);
      await guideStands(page);
      await closeGuide(page);
      expect(errors).toEqual([]);
    });
  }

  it("V14 no script of ours runs while a page is zoomed and scrolls, and the ring is off by less than a pixel", async () => {
    const { page } = await here.open({ before: countWork });
    await showStep(page);
    await guideStands(page);
    const found = await workWhile(page, (step) => {
      scrollBy(0, step < 30 ? 2 : -2);
      const [sheet] = document.styleSheets;
      sheet?.insertRule(`html { zoom: ${1 + (step % 5) / 100} !important }`, sheet.cssRules.length);
    });
    expect(found).toEqual({ frames: 0, rects: 0, scrolls: 0, observed: 0, worst: expect.any(Number) });
    expect(found.worst).toBeLessThan(1);
  });
});
