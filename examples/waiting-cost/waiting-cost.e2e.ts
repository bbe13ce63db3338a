import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { ringOff, showStep, situation } from "../../packages/testing/src/index.ts";
import { type Costs, countCosts } from "./count-costs.ts";

const here = situation("waiting-cost");

const read = (page: Page): Promise<Costs> =>
  page.evaluate(() => (window as unknown as { readCosts(): Costs }).readCosts());

/** What the guest costs in this time, from now on. */
async function during(page: Page, ms: number): Promise<Costs> {
  await read(page);
  await page.waitForTimeout(ms);
  return read(page);
}

async function opened(path: string): Promise<Page> {
  const { page } = await here.open({ path, before: (context) => countCosts(context) });
  await page.locator("waymark-launcher button").waitFor();
  await page.waitForTimeout(800);
  return page;
}

/** More journeys, each with conditions that only the page can answer. */
async function useMore(page: Page, many: number): Promise<void> {
  await page.evaluate((count) => {
    const journeys = Array.from({ length: count }, (_, at) => ({
      format: "waymark.journey/1",
      id: `j-${at}`,
      title: `Journey ${at}`,
      steps: [
        { id: "see", title: "See it", done: { visible: { testId: `never-${at}` } } },
        { id: "press", title: "Press it", done: { click: { role: "button", name: `Deed ${at}` } } },
        { id: "gone", title: "Close it", done: { visible: { role: "dialog", name: `Window ${at}` } } },
      ],
    }));
    (window as unknown as { waymark: { push(call: unknown[]): void } }).waymark.push(["use", journeys]);
  }, many);
  await page.waitForTimeout(3000);
}

describe("a page that changes 200 times a frame", () => {
  it("F6 costs nothing while nothing waits: no search of the document, no call of an observer, no frame", async () => {
    const page = await opened("?rows=200");
    const costs = await during(page, 1500);
    expect(costs).toMatchObject({ queries: 0, callbacks: 0, frames: 0 });
  });

  it("F7 looks at most once a frame while a target is awaited, and at what has changed alone, however large the page is", async () => {
    const found: Record<number, Costs> = {};
    for (const rows of [50, 5000]) {
      const page = await opened(`?rows=${rows}`);
      await page.evaluate(() => document.querySelector("#target")?.remove());
      await showStep(page);
      await page.waitForTimeout(1500);
      const frames = page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            let count = 0;
            const beat = (): void => {
              count++;
              if (count < 60) requestAnimationFrame(beat);
              else resolve(count);
            };
            requestAnimationFrame(beat);
          }),
      );
      await read(page);
      const drawn = await frames;
      const costs = await read(page);
      expect(costs.frames).toBeLessThanOrEqual(drawn + 2);
      expect(costs.frames).toBeGreaterThan(0);
      found[rows] = costs;
      await page.close();
    }
    console.log("waiting for a target, 200 and 20,000 nodes:", JSON.stringify(found));
    const [small, large] = [found[50]?.medianMs ?? 0, found[5000]?.medianMs ?? 0];
    expect(large).toBeLessThan(Math.max(2 * small, small + 0.5));
  });

  it("F7 costs a click and a frame the same with 5 and with 1,000 journeys", async () => {
    const found: Record<number, { frameMs: number; clickMs: number; costs: Costs }> = {};
    for (const many of [5, 1000]) {
      const page = await opened("?rows=200");
      await useMore(page, many);
      const costs = await during(page, 1500);
      const clickMs = await page.evaluate(() => {
        const times = Array.from({ length: 20 }, () => {
          const begun = performance.now();
          document.querySelector<HTMLElement>("#rows button")?.click();
          return performance.now() - begun;
        });
        return times.sort((a, b) => a - b)[10] ?? 0;
      });
      found[many] = { frameMs: costs.medianMs, clickMs, costs };
      await page.close();
    }
    console.log("5 and 1,000 journeys:", JSON.stringify(found));
    const [few, lots] = [found[5], found[1000]];
    expect(lots?.frameMs).toBeLessThan(Math.max(2 * (few?.frameMs ?? 0), (few?.frameMs ?? 0) + 1));
    expect(lots?.clickMs).toBeLessThan((few?.clickMs ?? 0) + 1);
  });

  it("F8 keeps to its target all the while, and stops looking when the guide is closed", async () => {
    const page = await opened("?rows=200");
    await showStep(page);
    await expect.poll(() => ringOff(page, "#target")).toBeLessThan(1.5);
    await page.evaluate(() =>
      document.querySelector("#target")?.replaceWith(document.querySelector("#target")?.cloneNode(true) ?? ""),
    );
    await expect.poll(() => ringOff(page, "#target")).toBeLessThan(1.5);
    await page.locator("waymark-coach [part=close]").click();
    await expect.poll(() => page.locator("waymark-coach").count()).toBe(0);
    await page.waitForTimeout(800);
    expect(await during(page, 1000)).toMatchObject({ queries: 0, callbacks: 0, frames: 0 });
  });
});
