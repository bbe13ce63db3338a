import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { type OpenOptions, situation, tell } from "../../packages/testing/src/index.ts";

const here = situation("gains");
const minute = 60_000;
const day = 86_400_000;
const start = Date.UTC(2026, 8, 7, 8);

/** Moves the clock without waiting; timers go on as they are. */
const at = (page: Page, time: number): Promise<void> => page.clock.setFixedTime(time);

/** Works for so many minutes: a key every 20 seconds in the field the step needs. */
async function type(page: Page, from: number, minutes: number, field = "sum"): Promise<number> {
  const input = page.getByTestId(field);
  let now = from;
  for (let spent = 0; spent <= minutes * minute; spent += 20_000) {
    now = from + spent;
    await at(page, now);
    await input.dispatchEvent("keydown", { key: "1" });
  }
  return now;
}

/** One quote: so many minutes on the sum, some on a field the step does not ask for, then sent. */
async function quote(page: Page, id: number, from: number, minutes: number, extra = 0): Promise<void> {
  await at(page, from);
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/quotes/${id}`);
  await page.getByTestId("sum").waitFor();
  let now = await type(page, from, minutes);
  if (extra > 0) now = await type(page, now, extra, "centre");
  await page.getByTestId("send").dispatchEvent("click");
  await expect.poll(() => runs(page)).toBe(id);
}

/** The ledger as it lies on the device: entries of the task. */
function runs(page: Page, task = "quotes/send"): Promise<number> {
  return page.evaluate(async (name) => {
    const found = await new Promise<Record<string, { first: unknown[]; later: unknown[] }> | null>((resolve) => {
      const request = indexedDB.open("waymark");
      request.onsuccess = () => {
        const store = request.result.transaction("kv").objectStore("kv");
        const keys = store.getAllKeys();
        keys.onsuccess = () => {
          const key = keys.result.find((each) => String(each).startsWith("ledger-"));
          const get = key === undefined ? null : store.get(key);
          if (get) get.onsuccess = () => resolve(get.result?.tasks ?? null);
          else resolve(null);
          request.result.close();
        };
      };
    });
    const log = found?.[name];
    return log ? log.first.length + log.later.length : 0;
  }, task);
}

async function open(options: OpenOptions = {}): Promise<Page> {
  const { page } = await here.open(options);
  await page.locator("waymark-launcher button").waitFor();
  // Nothing is measured before the service is there, which loads when the page is idle.
  await expect
    .poll(() =>
      page.evaluate(() => performance.getEntriesByType("resource").some((each) => each.name.includes("care-service"))),
    )
    .toBe(true);
  return page;
}

/** Eight quotes on eight days: five slow ones, three quick ones. */
async function work(page: Page): Promise<void> {
  for (const [index, minutes] of [9, 10, 8, 9, 9, 3, 2, 2].entries()) {
    await quote(page, index + 1, start + index * 3 * day, minutes, index === 0 ? 2 : 0);
  }
}

describe("my gains", () => {
  it("Y70 says what is missing while there is nothing to compare, and then what came back", async () => {
    const page = await open();
    await quote(page, 1, start, 9);
    await quote(page, 2, start + day, 8);
    await tell(page, "open", "gains");
    await page.locator("waymark-gains").getByText("6 more runs of “Send the quote”").waitFor();
    await page.screenshot({ path: "/tmp/w5-shots/missing.png" });
    expect(await page.locator("waymark-gains .net").count()).toBe(0);
    await page.locator("waymark-gains [part=close]").click();
  });

  it("Y71 the card holds the balance, its course and its parts", async () => {
    const page = await open();
    await work(page);
    await tell(page, "open", "gains");
    await page.locator("waymark-gains .net").waitFor();
    await page.screenshot({ path: "/tmp/w5-shots/gains.png" });
    console.log(await page.locator("waymark-gains section").ariaSnapshot());
  });
});
