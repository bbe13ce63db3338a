import { describe, expect, it } from "vitest";
import { closeGuide, guideStands, showStep, situation } from "../../packages/testing/src/index.ts";

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
});
