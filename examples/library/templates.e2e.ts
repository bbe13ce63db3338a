import { templates, withTexts } from "@waymark/templates";
import { texts as ar } from "@waymark/templates/ar";
import { texts as de } from "@waymark/templates/de";
import { texts as es } from "@waymark/templates/es";
import { texts as fr } from "@waymark/templates/fr";
import { texts as ja } from "@waymark/templates/ja";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { situation } from "../../packages/testing/src/index.ts";

const here = situation("library");
const shelf = templates.map((journey) => withTexts(journey, { ar, de, es, fr, ja }));

const titles = (page: Page): Promise<string[]> => page.locator("waymark-library .hit b").allTextContents();

async function open(lang: string): Promise<Page> {
  const { page } = await here.open({
    path: `?lang=${lang}&dir=${lang === "ar" ? "rtl" : "ltr"}`,
    before: (inside) => inside.addInitScript((given) => Object.assign(window, { shelf: given }), shelf),
  });
  await page.locator("waymark-launcher [part~=launcher]").waitFor();
  await page.getByRole("button", { name: "Help" }).click();
  await page.locator("waymark-library").getByRole("combobox").waitFor();
  return page;
}

/** What is asked, by language: a word, the beginning of one, a slip of the pen; and the journey that answers. */
const asked: Record<string, [query: string, id: string][]> = {
  ar: [
    ["خصم", "give-a-discount"],
    ["كلمة مرور", "reset-a-password"],
    ["اسنيراد قائمة", "import-a-list"],
  ],
  de: [
    ["Nachlass", "give-a-discount"],
    ["Rechn", "correct-an-invoice"],
    ["Pasword zurücksetzen", "reset-a-password"],
  ],
  es: [
    ["descuento", "give-a-discount"],
    ["reembol", "give-a-refund"],
    ["contrasena", "reset-a-password"],
  ],
  fr: [
    ["remise", "give-a-discount"],
    ["rembours", "give-a-refund"],
    ["mot de pase", "reset-a-password"],
  ],
  ja: [
    ["値引き", "give-a-discount"],
    ["返金", "give-a-refund"],
    ["パスワード", "reset-a-password"],
  ],
};

describe("the templates in the library", () => {
  for (const [lang, queries] of Object.entries(asked)) {
    it(`L65 are found in ${lang} by a word, its beginning, and in spite of a slip`, async () => {
      const page = await open(lang);
      for (const [query, id] of queries) {
        const title = shelf.find((journey) => journey.id === id)?.texts?.[lang]?.title ?? "";
        await page.locator("waymark-library").getByRole("combobox").fill(query);
        await expect.poll(async () => [query, (await titles(page)).slice(0, 3).includes(title)]).toEqual([query, true]);
      }
    });
  }
});
