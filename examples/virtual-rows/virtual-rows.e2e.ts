import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { ringOff, showStep, situation } from "../../packages/testing/src/index.ts";

const here = situation("virtual-rows");

interface Told {
  type: string;
  props: Record<string, unknown>;
}

async function shown(path = ""): Promise<{ page: Page; told: () => Promise<Told[]> }> {
  const { page } = await here.open({ path });
  await page.locator("waymark-launcher button").waitFor();
  await page.evaluate(() => {
    const world = window as unknown as {
      told: Told[];
      waymark: { on(type: string, hear: (told: Told) => void): void };
    };
    world.told = [];
    for (const type of ["target.found", "target.lost"]) world.waymark.on(type, (told) => world.told.push(told));
  });
  await showStep(page);
  return { page, told: () => page.evaluate(() => (window as unknown as { told: Told[] }).told) };
}

const scrolled = (page: Page): Promise<number> => page.locator("#grid").evaluate((grid) => grid.scrollTop);

describe("a list that draws only the rows one looks at", () => {
  it("F9 scrolls the list to the row that is meant, points at it, and says that it did", async () => {
    const { page, told } = await shown();
    await expect.poll(() => ringOff(page, "#target")).toBeLessThan(1.5);
    expect(await scrolled(page)).toBeGreaterThan(212 * 40 - 400);
    await expect
      .poll(async () => (await told()).at(0))
      .toMatchObject({ type: "target.found", props: { way: "role+name+within+scrolled" } });
  });

  it("F9 puts the list back where it was and says that the row is not there", async () => {
    const { page, told } = await shown("?rows=200");
    await expect.poll(async () => (await told()).at(0)?.type).toBe("target.lost");
    expect((await told()).at(0)?.props.reason).toContain("scrolled");
    await expect.poll(() => scrolled(page)).toBe(0);
    await expect.poll(() => page.locator("waymark-spotlight").count()).toBe(0);
  });
});
