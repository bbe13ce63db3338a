import type { Journey } from "@waymark/schema";
import { sales, withTexts } from "@waymark/templates";
import { texts as ar } from "@waymark/templates/ar";
import { texts as de } from "@waymark/templates/de";
import { texts as fr } from "@waymark/templates/fr";
import { texts as ja } from "@waymark/templates/ja";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { onDevice, rested, served, situation, tell } from "../../packages/testing/src/index.ts";
import { type RealCollector, startCollector } from "../../packages/testing/src/real-collector.ts";

const here = situation("library");
let backend: RealCollector;

beforeAll(async () => {
  backend = await startCollector([{ id: "sales-rep", title: "Sales reps" }]);
  for (const journey of sales.slice(0, 3)) await backend.publish(withTexts(journey, { ar, de, fr, ja }));
});
afterAll(() => backend.stop());

async function titles(page: Page): Promise<string[]> {
  await tell(page, "open", "library");
  await page.locator("waymark-library").getByRole("combobox").waitFor();
  return (await page.locator("waymark-library .hit b").allTextContents()).sort();
}

const titlesIn = (texts: typeof de): (string | undefined)[] =>
  sales
    .slice(0, 3)
    .map(({ id }) => texts[id]?.title)
    .sort();

describe("the library from a collector", () => {
  it("L68 comes with the texts of the page's language, and with those of the person's own once they choose another", async () => {
    const bodies: Journey[][] = [];
    const { page, requests, errors } = await here.open({
      path: "?lang=de-AT",
      before: async (context, opening) => {
        opening.on("response", async (response) => {
          if (!response.url().includes("/v1/journeys")) return;
          // One that is under way when the page goes has none.
          const body = (await response.json().catch(() => null)) as { journeys: Journey[] } | null;
          if (body) bodies.push(body.journeys);
        });
        const more = { key: backend.key, collector: backend.url };
        await context.addInitScript((given) => Object.assign(window, given), { shelf: [], more });
      },
    });
    const asked = (): (string | null)[] =>
      requests.filter((url) => url.includes("/v1/journeys")).map((url) => new URL(url).searchParams.get("lang"));
    await page.locator("waymark-launcher [part~=launcher]").waitFor();
    await expect.poll(() => titles(page)).toEqual(titlesIn(de));
    expect(asked()).toEqual(["de-AT"]);
    await expect.poll(() => bodies[0]?.map(({ texts = {} }) => Object.keys(texts))).toEqual([["de"], ["de"], ["de"]]);

    await tell(page, "open", "settings");
    await page.locator("waymark-settings select").selectOption("fr");
    await expect.poll(asked).toEqual(["de-AT", "fr"]);
    await expect.poll(() => titles(page)).toEqual(titlesIn(fr));

    // Their choice holds on the next page; back to the page's language, nothing of the other is left.
    await page.reload();
    await page.locator("waymark-launcher [part~=launcher]").waitFor();
    await expect.poll(() => titles(page)).toEqual(titlesIn(fr));
    await tell(page, "open", "settings");
    await page.locator("waymark-settings select").selectOption("");
    await expect.poll(() => titles(page)).toEqual(titlesIn(de));
    expect(errors).toEqual([]);
  });

  const asCollector = async (context: BrowserContext): Promise<void> => {
    const more = { key: backend.key, collector: backend.url };
    await context.addInitScript((given) => Object.assign(window, given), { shelf: [], more });
  };
  const hit = (page: Page, title: string) =>
    page.locator("waymark-library:not([inert]) .hit").filter({ hasText: title });
  const [first, second] = sales as [Journey, Journey];
  const openLibrary = async (page: Page): Promise<void> => {
    await page.locator("waymark-launcher [part~=launcher]").waitFor({ state: "attached" });
    await expect.poll(() => titles(page)).toHaveLength(3);
  };
  /** The way of a journey that has come whole: its first step can be done, not only ticked. */
  const isWhole = async (page: Page): Promise<void> => {
    await page.locator("waymark-panel [part~=card] p").first().waitFor();
    await expect.poll(() => page.locator("waymark-panel [part~=primary]").count()).toBe(1);
  };

  it("L71 comes as an index; what is opened is fetched, kept, and there without a network; what was not says so", async () => {
    const { page, context, requests } = await here.open({ before: asCollector });
    const asked = (name: string): (string | null)[] =>
      requests
        .filter((url) => url.includes("/v1/journeys"))
        .flatMap((url) => new URL(url).searchParams.get(name) ?? []);
    await openLibrary(page);
    expect([asked("library"), asked("id")]).toEqual([["index"], []]);
    await hit(page, first.title).click();
    await isWhole(page);
    expect(asked("id")).toEqual([first.id]);

    await expect.poll(() => onDevice(page)).toContain('"body"');
    await context.route(`${backend.url}/**`, (route) => route.abort());
    await page.reload();
    await openLibrary(page);
    await hit(page, first.title).click();
    await isWhole(page);
    await tell(page, "open", "library");
    await hit(page, second.title).click();
    await page.locator("waymark-library [part=lost]").waitFor();
    await context.unroute(`${backend.url}/**`);
    await hit(page, second.title).click();
    await isWhole(page);
  });

  it("L73 one that the host opens before the rest of it has come waits as high as it will be: nothing jumps", async () => {
    let hand = (): void => undefined;
    let fails = true;
    const { page, context } = await here.open({
      before: async (opening) => {
        await asCollector(opening);
        await opening.addInitScript(() => {
          const shifts: number[] = [];
          Object.assign(window, { shifts });
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
          }).observe({ type: "layout-shift", buffered: true });
        });
      },
    });
    await page.locator("waymark-launcher [part~=launcher]").waitFor();
    await served(page, "library");
    const held = new Promise<void>((resolve) => {
      hand = resolve;
    });
    await context.route(/v1\/journeys.*[?&]id=/, async (route) => {
      if (fails) return route.abort();
      await held;
      return route.continue();
    });
    // Without a network it says so, where the lines will be.
    await tell(page, "open", "panel", { journey: second.id });
    const rest = page.locator("waymark-panel:not([inert]) .rest");
    await expect.poll(() => rest.textContent()).toMatch(/could not be fetched/);
    await tell(page, "close");
    fails = false;
    await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts.splice(0));

    await tell(page, "open", "panel", { journey: first.id });
    await rest.waitFor();
    expect(await page.locator("waymark-panel:not([inert]) [part~=act]:visible").count()).toBe(0);
    await rested(page);
    const panel = page.locator("waymark-panel:not([inert]) .surface");
    const before = await panel.boundingBox();
    hand();
    await isWhole(page);
    await rested(page);
    expect(await panel.boundingBox()).toEqual(before);
    expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual([]);
  });

  it("L72 a device that kept its journeys under an address without a language has them at its first start offline", async () => {
    const { page, context } = await here.open({ before: asCollector });
    await openLibrary(page);
    const move = (): Promise<boolean> =>
      page.evaluate(
        () =>
          new Promise<boolean>((resolve) => {
            const request = indexedDB.open("waymark");
            request.onsuccess = () => {
              const store = request.result.transaction("kv", "readwrite").objectStore("kv");
              const keys = store.getAllKeys();
              keys.onsuccess = () => {
                const key = keys.result.map(String).find((each) => each.includes("/v1/journeys?"));
                if (key === undefined) return resolve(false);
                const list = store.get(key);
                list.onsuccess = () => {
                  store.put(list.result, key.split("&lang")[0]);
                  store.delete(key).onsuccess = () => resolve(true);
                };
              };
            };
          }),
      );
    await expect.poll(move).toBe(true);
    await context.route(`${backend.url}/**`, (route) => route.abort());
    await page.reload();
    await openLibrary(page);
  });
});
