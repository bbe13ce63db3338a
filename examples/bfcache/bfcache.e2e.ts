import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Opened, ringOff, settled, showStep, situation, tell } from "../../packages/testing/src/index.ts";
import { type RealCollector, startCollector } from "../../packages/testing/src/real-collector.ts";

// The tool that drives the browser switches the cache off; people have it.
const here = situation("bfcache", { ignoreDefaultArgs: ["--disable-back-forward-cache"] });
let collector: RealCollector;

beforeAll(async () => {
  collector = await startCollector();
});
afterAll(() => collector.stop());

function open(): Promise<Opened> {
  return here.open({
    before: (context) =>
      context.addInitScript(
        ([key, url]) => {
          (window as unknown as { waymark: unknown[] }).waymark = [["configure", { key, collector: url }]];
        },
        [collector.key, collector.url] as const,
      ),
  });
}

/** Goes to the next page and comes back; what is done meanwhile is done in another tab. */
async function awayAndBack(page: Page, meanwhile: () => Promise<unknown> = async () => undefined): Promise<void> {
  // A click of the driver's looks back at the page it has left, and a page that runs anything is kept no longer.
  await page.evaluate(() => {
    setTimeout(() => document.querySelector<HTMLElement>("a[href='away.html']")?.click(), 100);
  });
  await page.getByText("Elsewhere").waitFor();
  await meanwhile();
  // The driver's own goBack() waits for a load, and nothing is loaded here.
  await page.evaluate(() => history.back());
  await page.getByText("Order 17").waitFor();
}

/** Whether the page is the one that was left; `false` where the browser says that it had to load it anew. */
async function wasKept(page: Page, times = 1): Promise<boolean> {
  const found = (): Promise<{ shown: boolean[]; why: unknown }> =>
    page.evaluate(() => {
      const [entry] = performance.getEntriesByType("navigation");
      const why = (entry as unknown as { notRestoredReasons?: unknown }).notRestoredReasons ?? null;
      return { shown: (window as unknown as { shows: boolean[] }).shows, why };
    });
  await expect.poll(found).toSatisfy(({ shown, why }: Awaited<ReturnType<typeof found>>) => {
    const [first, ...later] = shown;
    return first === false && (why === null ? later.length === times && later.every(Boolean) : later.length === 0);
  });
  return (await found()).why === null;
}

/**
 * The browser may keep a page, and now and then it does not, as when something is still being read from the disk while
 * the page goes. So a visit that is not kept is made again; one of five is kept.
 */
async function keptOnce(visit: () => Promise<boolean>): Promise<void> {
  for (let times = 0; times < 5; times++) if (await visit()) return;
  expect.unreachable("The browser kept none of five pages.");
}

describe("a page that is kept while the person is away", () => {
  it("I9 is kept with its guide, as often as the person goes and comes; each deed is told once", () =>
    keptOnce(async () => {
      const { page, errors, console } = await open();
      await page.locator("waymark-launcher button").waitFor();
      await page.evaluate(() => {
        const told: string[] = [];
        Object.assign(window, { told });
        const { waymark } = window as unknown as {
          waymark: { on(type: string, hear: (it: { type: string }) => void): void };
        };
        waymark.on("*", ({ type }) => told.push(type));
      });
      await showStep(page);
      await expect.poll(() => ringOff(page, "#target")).toBeLessThan(1.5);
      for (let times = 1; times <= 4; times++) {
        await awayAndBack(page);
        if (!(await wasKept(page, times))) return false;
      }
      await expect.poll(() => ringOff(page, "#target")).toBeLessThan(1.5);
      expect(await page.locator("waymark-coach").count()).toBe(1);
      await page.locator("#target").click();
      await expect.poll(() => page.locator("waymark-coach").count()).toBe(0);
      await tell(page, "track", "save");
      await expect.poll(() => settled(page)).toEqual(["save"]);
      const told = (): Promise<string[]> => page.evaluate(() => (window as unknown as { told: string[] }).told);
      await expect.poll(async () => (await told()).filter((type) => type === "step.completed")).toHaveLength(1);
      const arrived = async (): Promise<number> =>
        (await collector.events()).filter(({ type }) => type === "step.completed").length;
      await expect.poll(arrived, { timeout: 60_000 }).toBe(1);
      expect(errors).toEqual([]);
      expect(console).toEqual([]);
      return true;
    }));

  it("I9 what another tab does meanwhile neither drops the page nor is missed", () =>
    keptOnce(async () => {
      const opened = await open();
      const { page, errors } = opened;
      await page.locator("waymark-launcher button").waitFor();
      const beside = await here.open({ beside: opened });
      await beside.page.locator("waymark-launcher button").waitFor();
      await tell(page, "track", "add");
      await expect.poll(() => settled(beside.page)).toEqual(["add"]);
      await awayAndBack(page, async () => {
        await tell(beside.page, "track", "save");
        await expect.poll(() => settled(beside.page)).toEqual(["add", "save"]);
      });
      await expect.poll(() => settled(page)).toEqual(["add", "save"]);
      const kept = await wasKept(page);
      // They hear each other again, both ways.
      await tell(page, "track", "send");
      await expect.poll(() => settled(beside.page)).toEqual(["add", "save", "send"]);
      expect(errors).toEqual([]);
      return kept;
    }));

  it("I9 a person forgotten in another tab meanwhile stays forgotten", async () => {
    const opened = await open();
    const { page } = opened;
    await page.locator("waymark-launcher button").waitFor();
    await tell(page, "track", "add");
    const beside = await here.open({ beside: opened });
    await expect.poll(() => settled(beside.page)).toEqual(["add"]);
    await awayAndBack(page, async () => {
      await beside.page.evaluate(() => (window as unknown as { waymark: { erase(): Promise<void> } }).waymark.erase());
      await tell(beside.page, "track", "save");
      await expect.poll(() => settled(beside.page)).toEqual(["save"]);
    });
    await expect.poll(() => settled(page)).toEqual(["save"]);
    await tell(page, "track", "send");
    await expect.poll(() => settled(beside.page)).toEqual(["save", "send"]);
  });
});
