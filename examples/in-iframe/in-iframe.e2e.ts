import { describe, expect, it } from "vitest";
import {
  closeGuide,
  guideStands,
  pressLauncher,
  type Scene,
  showStep,
  situation,
} from "../../packages/testing/src/index.ts";

const here = situation("in-iframe");

describe("an app inside a frame", () => {
  for (const [query, what] of [
    ["", "of the same origin"],
    ["?other", "of another origin"],
    ["?sandbox", "in a sandbox"],
  ]) {
    it(`V18 works in a frame ${what}`, async () => {
      const { page, errors } = await here.open({ path: `frames.html${query}` });
      const app: Scene | null = await page.waitForSelector("iframe").then((frame) => frame.contentFrame());
      if (!app) throw new Error("the frame did not open");
      await app.waitForSelector("#target");
      await showStep(app);
      await guideStands(app);
      await app.evaluate(() => scrollBy(0, 30));
      await guideStands(app);
      await closeGuide(app);
      await pressLauncher(app);
      expect(await page.locator("html > *").count()).toBe(2);
      expect(errors).toEqual([]);
    });
  }
});
