import { describe, expect, it } from "vitest";
import { closeGuide, guideStands, showStep, situation } from "../../packages/testing/src/index.ts";

const here = situation("svg-target");

describe("targets that have no box of their own kind", () => {
  for (const [step, target] of [
    ["save", "#target"],
    ["add", "#add b"],
    ["send", "#send"],
  ] as const) {
    it(`V27 the guide stays on ${target} while the page scrolls`, async () => {
      const { page, errors } = await here.open();
      await showStep(page, step);
      await guideStands(page, target);
      await page.mouse.wheel(0, 60);
      await expect.poll(() => page.evaluate(() => scrollY)).toBe(60);
      await guideStands(page, target);
      await closeGuide(page);
      expect(errors).toEqual([]);
    });
  }

  it("K64 the card is seen where it will stay, however late comes what keeps it there", async () => {
    let asked = false;
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { page } = await here.open({
      before: (context) =>
        context.route("**/place-by-floating-*", async (route) => {
          asked = true;
          await held;
          await route.continue();
        }),
    });
    const places = await page.evaluateHandle(() => {
      const seen: string[] = [];
      const look = (): void => {
        const card = document.querySelector("waymark-coach");
        const drawn = card?.shadowRoot?.querySelector(".wm");
        if (card && drawn && getComputedStyle(drawn).opacity !== "0") {
          const { x, y } = card.getBoundingClientRect();
          const place = `${Math.round(x)} ${Math.round(y)}`;
          if (!seen.includes(place)) seen.push(place);
        }
        requestAnimationFrame(look);
      };
      look();
      return seen;
    });
    await showStep(page, "save");
    await page.locator("waymark-coach").waitFor({ state: "attached" });
    await expect.poll(() => asked).toBe(true);
    expect(await places.jsonValue()).toEqual([]);
    release();
    await guideStands(page, "#target");
    await expect.poll(async () => (await places.jsonValue()).length).toBe(1);
  });

  it("A5 the host's own anchor and what hangs on it stay as they are", async () => {
    const { page } = await here.open();
    const box = async (id: string) => (await page.locator(id).boundingBox()) ?? { x: 0, y: 0 };
    const tip = async () => (await box("#tip")).y - (await box("#send")).y;
    const before = await tip();
    const style = await page.locator("#send").getAttribute("style");
    await showStep(page, "send");
    await guideStands(page, "#send");
    expect(await tip()).toEqual(before);
    expect(await page.locator("#send").getAttribute("style")).toBe(style);
    await closeGuide(page);
    expect(await tip()).toEqual(before);
  });
});
