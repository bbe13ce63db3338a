import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { ringOff, settled, showStep, situation } from "../../packages/testing/src/index.ts";

const here = situation("busy-host");

/** Presses where an element is now: nothing here lives long enough to be waited for. */
async function press(page: Page, selector: string): Promise<void> {
  const box = await page.locator(selector).first().boundingBox();
  if (!box) throw new Error(`${selector} is not there`);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

describe("a page that is never done rendering", () => {
  it("I8 the guide keeps to its target though it is another ten times a second, and the person can finish", async () => {
    const { page, errors, console } = await here.open();
    await page.locator("waymark-launcher button").waitFor();
    await showStep(page);
    const card = page.locator("waymark-coach p").getByText("when all is in");
    await card.waitFor();
    // Between a render and the next frame the ring may stand where the target was: it never stays there.
    for (let round = 0; round < 5; round++) await expect.poll(() => ringOff(page, "#target")).toBeLessThan(1.5);
    // A press that the page renders away between down and up is no click for anybody: the person presses again.
    await expect
      .poll(
        async () => {
          if ((await page.locator("#saved").textContent()) === "0") await press(page, "#target");
          return page.locator("waymark-coach").count();
        },
        { interval: 150 },
      )
      .toBe(0);
    await expect.poll(() => settled(page)).toEqual(["save"]);
    expect(await page.locator("#saved").textContent()).toBe("1");
    expect(errors).toEqual([]);
    expect(console).toEqual([]);
  });

  it("I8 says what it points at once, not with every render", async () => {
    const { page } = await here.open();
    await page.locator("waymark-launcher button").waitFor();
    await page.evaluate(() => {
      const region = document.querySelector("waymark-launcher")?.shadowRoot?.querySelector("[aria-live]");
      const said: string[] = [];
      Object.assign(window, { said });
      if (region)
        new MutationObserver(() => region.textContent && said.push(region.textContent)).observe(region, {
          childList: true,
          characterData: true,
          subtree: true,
        });
    });
    await showStep(page);
    const said = (): Promise<string[]> => page.evaluate(() => (window as unknown as { said: string[] }).said);
    await expect.poll(said).toHaveLength(1);
    const renders = async (): Promise<number> =>
      Number((await page.locator("main p").textContent())?.match(/\d+/)?.[0] ?? 0);
    const before = await renders();
    await expect.poll(renders).toBeGreaterThan(before + 10);
    expect(await said()).toEqual(["Save the order. Press **Save** when all is in."]);
  });

  it.each([
    ["the body emptied", (): void => document.body.replaceChildren()],
    ["everything under the root taken away", (): void => document.documentElement.replaceChildren()],
    [
      "the root itself replaced",
      (): void => {
        const root = document.createElement("html");
        root.append(document.head, document.body);
        document.documentElement.replaceWith(root);
      },
    ],
    [
      "our elements alone taken away",
      (): void => {
        for (const element of document.querySelectorAll("waymark-launcher, waymark-panel")) element.remove();
      },
    ],
  ])("I8 launcher and open panel come back by themselves: %s", async (_, wipe) => {
    const { page, errors, console } = await here.open();
    await page.locator("waymark-launcher button").click();
    await page.locator("waymark-prompt [part=answer]").first().click();
    await page.locator("waymark-panel h2").getByText("Save an order").waitFor();
    await page.evaluate(wipe);
    await page.locator("waymark-panel h2").getByText("Save an order").waitFor();
    await page.locator("waymark-panel [part=close]").click();
    await expect.poll(() => page.locator("waymark-panel").count()).toBe(0);
    await page.locator("waymark-launcher button").click();
    await page.locator("waymark-panel h2").getByText("Save an order").waitFor();
    expect(errors).toEqual([]);
    expect(console).toEqual([]);
  });

  it("I8 does not fight for ever with a host that takes away whatever it does not know", async () => {
    const { page, errors } = await here.open();
    await page.locator("waymark-launcher button").waitFor();
    await page.evaluate(() => {
      Object.assign(window, { taken: 0 });
      new MutationObserver(() => {
        for (const element of document.querySelectorAll("html > :not(head, body)")) {
          element.remove();
          (window as unknown as { taken: number }).taken += 1;
        }
      }).observe(document.documentElement, { childList: true });
      document.querySelector("waymark-launcher")?.remove();
    });
    const taken = (): Promise<number> => page.evaluate(() => (window as unknown as { taken: number }).taken);
    await expect.poll(taken).toBeGreaterThan(4);
    // Counted in the page's own second, however long the machine takes for it.
    const inOneSecond = await page.evaluate(async () => {
      const world = window as unknown as { taken: number };
      const [before, from] = [world.taken, performance.now()];
      await new Promise((resolve) => setTimeout(resolve, 1000));
      return ((world.taken - before) * 1000) / (performance.now() - from);
    });
    expect(inOneSecond).toBeLessThanOrEqual(6);
    expect(errors).toEqual([]);
  });
});
