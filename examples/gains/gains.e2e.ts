import axe from "axe-core";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { type OpenOptions, rested, served, situation, tell } from "../../packages/testing/src/index.ts";
import { startCollector } from "../../packages/testing/src/real-collector.ts";
import { startRecordingProxy } from "../../packages/testing/src/recording-proxy.ts";

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

/** Writes sentinels into the ledger where it lies: a task nobody has, and time put in on a day of its own. */
function seed(page: Page, [ms, guideMs, learnMs, fieldMs]: readonly number[]): Promise<void> {
  return page.evaluate(
    async ([sum, ...costs]) => {
      await new Promise<void>((resolve) => {
        const request = indexedDB.open("waymark");
        request.onsuccess = () => {
          const transaction = request.result.transaction("kv", "readwrite");
          const store = transaction.objectStore("kv");
          const keys = store.getAllKeys();
          keys.onsuccess = () => {
            const key = keys.result.find((each) => String(each).startsWith("ledger-")) ?? "";
            const get = store.get(key);
            get.onsuccess = () => {
              const ledger = get.result;
              const [guide, learn, field] = costs;
              ledger.days["1700000000000"] = { guideMs: guide, learnMs: learn, fieldMs: field };
              ledger.tasks["quotes/send"].first[0].ms = sum;
              store.put(ledger, key);
            };
          };
          transaction.oncomplete = () => {
            request.result.close();
            resolve();
          };
        };
      });
    },
    [ms, guideMs, learnMs, fieldMs],
  );
}

/** Nothing is measured before the service is there, which loads when the page is idle. */
async function measured(page: Page): Promise<void> {
  await page.locator("waymark-launcher button").waitFor();
  await served(page, "care");
}

async function open(options: OpenOptions = {}): Promise<Page> {
  const { page } = await here.open(options);
  await measured(page);
  return page;
}

/** Eight quotes on eight days: five slow ones, three quick ones. */
async function work(page: Page): Promise<void> {
  for (const [index, minutes] of [9, 10, 8, 9, 9, 3, 2, 2].entries()) {
    await quote(page, index + 1, start + index * 3 * day, minutes, index === 0 ? 2 : 0);
  }
}

/** Opens My gains and waits for what it says. */
async function openGains(page: Page, holds = ".net"): Promise<void> {
  await tell(page, "open", "gains");
  await page.locator(`waymark-gains ${holds}`).waitFor();
}

/** Everything axe-core finds wrong with the card, best practices included. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: run } = window as unknown as { axe: { run(of: unknown): Promise<{ violations: { id: string }[] }> } };
    return (await run.run({ include: [["waymark-gains"]] })).violations.map(({ id }) => id);
  });
}

describe("my gains", () => {
  it("Y70 says what is missing while there is nothing to compare, never a zero", async () => {
    const page = await open();
    await openGains(page, ".wait:not(.soft)");
    expect(await page.locator("waymark-gains .body").textContent()).toContain("Finish a step of your work.");
    await page.locator("waymark-gains [part=close]").click();
    await quote(page, 1, start, 9);
    await quote(page, 2, start + day, 8);
    await openGains(page, ".wait:not(.soft)");
    const said = (): Promise<string | null> => page.locator("waymark-gains section").textContent();
    await expect.poll(said).toContain("6 more runs of “Send the quote”, and there is something to compare.");
    expect(await said()).not.toMatch(/\b0\b/);
  });

  it("Y71 the card holds the balance, its course in one sentence, and the same numbers in a list", async () => {
    const page = await open();
    await work(page);
    await openGains(page);
    const card = page.locator("waymark-gains section");
    const tree = await card.ariaSnapshot();
    // 45 min in five runs: 9 a run, so 3 x 9 - 7 are saved; two were spent on a field the step does not ask for.
    expect(await card.locator(".net b").textContent()).toBe("18 min");
    expect(tree).toContain('img "Balance over 3 weeks: lowest −2 min, now +18 min. Paid back on Sep 22."');
    expect(await card.locator("dt, dd").allTextContents()).toEqual([
      "Saved on “Send the quote”",
      "+20 min",
      "Extra fields you fill",
      "−2 min",
    ]);
    expect(tree).toContain("give or take 3 min");
    expect(tree).toContain("“Send the quote” 5 times without help.");
    // Its colours are what is to be seen: the negative part hatched, the gained one filled, a margin at the end.
    const drawn = await card.locator("svg path, svg circle").count();
    expect(drawn).toBeGreaterThanOrEqual(8);
  });

  it("Y72 a negative balance is shown as it is", async () => {
    const page = await open();
    for (const id of [1, 2, 3]) {
      await quote(page, id, start + id * day, 1);
      const now = await type(page, start + id * day + 2 * minute, 4);
      await at(page, now);
      await page.getByTestId("note").dispatchEvent("click");
      await expect.poll(() => runs(page, "quotes/note")).toBe(id);
    }
    await tell(page, "open", "panel", { journey: "quotes" });
    await page.locator("waymark-panel h2").waitFor();
    for (let spent = 0; spent <= 10; spent += 0.25) {
      await at(page, start + 5 * day + spent * minute);
      await page.locator("waymark-panel h2").dispatchEvent("keydown", { key: "Shift" });
    }
    // What was put in is entered when the page goes out of view.
    await page.evaluate(() => {
      Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
      Object.defineProperty(document, "visibilityState", { value: "visible", configurable: true });
    });
    await expect
      .poll(async () => {
        await openGains(page);
        return page.locator("waymark-gains section").textContent();
      })
      .toContain("−10 min");
    const text = await page.locator("waymark-gains section").textContent();
    expect(text).toMatch(/−[67] min\s*short of what you put in/);
    expect(text).toContain("Measured against the time stated for the task.");
    expect(text).not.toContain("Paid back");
  });

  it("Y73 no byte of the ledger leaves the device: not with events, not with progress, not when the page goes", async () => {
    const collector = await startCollector();
    const proxy = await startRecordingProxy(collector.url);
    try {
      const search = new URLSearchParams({
        collector: proxy.url,
        key: collector.key,
        token: collector.token("u-1", []),
      });
      const { page, requests } = await here.open({ path: `?${search}` });
      await measured(page);
      await quote(page, 1, Date.now(), 1);
      // Numbers that nothing else can produce, beside what the person's own work enters.
      const sentinels = ["87654321", "76543219", "65432198", "54321987"];
      await seed(page, sentinels.map(Number));
      let now = Date.now();
      for (const id of [2, 3, 4, 5, 6, 7, 8]) {
        now += 3 * minute;
        await quote(page, id, now, 1, id === 2 ? 0.7 : 0);
      }
      await openGains(page);
      await page.locator("waymark-gains [part=close]").click();
      await tell(page, "open", "panel", { journey: "quotes" });
      const said = (): string => proxy.requests.join("\n");
      await expect.poll(() => said(), { timeout: 60_000 }).toContain('"activeMs"');
      await expect.poll(() => said(), { timeout: 60_000 }).toContain("waymark.progress/1");
      const before = proxy.requests.length;
      await tell(page, "track", "quote.noted");
      await page.goto("about:blank");
      await expect.poll(() => proxy.requests.length, { timeout: 60_000 }).toBeGreaterThan(before);
      const done = async (): Promise<number> =>
        (await collector.events()).filter(({ type: kind }) => kind === "step.completed").length;
      await expect.poll(done).toBeGreaterThanOrEqual(7);
      const words = ["waymark.ledger", "ledger-", "guideMs", "learnMs", "fieldMs", "carried", "netMs", "savedMs"];
      for (const each of [...sentinels, ...words]) expect(said()).not.toContain(each);
      // Nobody else is spoken to.
      const hosts = new Set(requests.map((each) => new URL(each).origin));
      expect([...hosts].sort()).toEqual([new URL(here.url()).origin, proxy.url].sort());
    } finally {
      await proxy.close();
      await collector.stop();
    }
  });

  it("Y74 whoever is forgotten has no ledger", async () => {
    const page = await open();
    await quote(page, 1, start, 1);
    await page.evaluate(() => (window as unknown as { waymark: { erase(): Promise<void> } }).waymark.erase());
    await expect.poll(() => runs(page)).toBe(0);
  });

  it("Y75 a line in the launcher's menu leads there once there is something to show; by keyboard, and back by Esc", async () => {
    const page = await open();
    await tell(page, "open", "launcher");
    await page.locator("waymark-launcher [part=menu]").waitFor();
    expect(await page.locator("waymark-launcher [part=gains]").count()).toBe(0);
    await page.keyboard.press("Escape");
    await quote(page, 1, start, 1);
    const launcher = page.locator("waymark-launcher [part=launcher]");
    await launcher.focus();
    await tell(page, "open", "launcher");
    const line = page.locator("waymark-launcher [part=gains]");
    await line.focus();
    await page.keyboard.press("Enter");
    await page.locator("waymark-gains .wait:not(.soft)").waitFor();
    const inside = (): Promise<string | undefined> => page.evaluate(() => document.activeElement?.localName);
    await expect.poll(inside).toBe("waymark-gains");
    await page.keyboard.press("Tab");
    expect(await inside()).toBe("waymark-gains");
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator("waymark-gains").count()).toBe(0);
    await expect.poll(inside).toBe("waymark-launcher");
  });

  it.each([
    ["light", "", {}],
    ["dark", "?mode=dark", {}],
    ["right to left", "?locale=ar", {}],
    ["a phone of 320 px", "?locale=de", { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true }],
  ])("Y76 stands whole and flawless for axe-core in %s", async (_, path, context) => {
    const page = await open({ path, context });
    if (path.includes("=ar")) await page.evaluate(() => document.documentElement.setAttribute("dir", "rtl"));
    await work(page);
    await openGains(page);
    await rested(page);
    expect(await violations(page)).toEqual([]);
    const box = await page.locator("waymark-gains section").boundingBox();
    const view = page.viewportSize();
    expect(box && view && box.x >= 0 && box.x + box.width <= view.width && box.y >= 0).toBe(true);
    const wide = await page.locator("waymark-gains .body").evaluate((body) => body.scrollWidth - body.clientWidth);
    expect(wide).toBeLessThanOrEqual(0);
  });
});
