import type { Journey } from "@waymark/schema";
import { sales, withTexts } from "@waymark/templates";
import { texts as ar } from "@waymark/templates/ar";
import { texts as de } from "@waymark/templates/de";
import { texts as fr } from "@waymark/templates/fr";
import { texts as ja } from "@waymark/templates/ja";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { situation, tell } from "../../packages/testing/src/index.ts";
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
});
