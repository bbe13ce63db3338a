import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { axeFaults, situation, tell } from "../../packages/testing/src/index.ts";

const here = situation("languages");

async function openPanel(page: Page, subject = "deal:17"): Promise<void> {
  await page.locator("waymark-launcher [part=launcher]").waitFor();
  await tell(page, "open", "panel", { journey: "win-a-deal", subject });
  await page.locator("waymark-panel .panel").waitFor();
}

/** In which order the letters of a text are drawn: from left to right, by the place of each word. */
function drawn(page: Page, selector: string): Promise<string> {
  return page
    .locator(selector)
    .first()
    .evaluate((of) => {
      const words: { text: string; left: number }[] = [];
      const walker = document.createTreeWalker(of, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        for (const match of (node.textContent ?? "").matchAll(/[\p{L}\p{N}]+|[.?]/gu)) {
          const range = document.createRange();
          range.setStart(node, match.index);
          range.setEnd(node, match.index + match[0].length);
          words.push({ text: match[0], left: range.getBoundingClientRect().left });
        }
      }
      return words
        .sort((a, b) => a.left - b.left)
        .map(({ text }) => text)
        .join(" ");
    });
}

describe("languages", () => {
  for (const [lang, close, count] of [
    ["en", "Close", "0 of 5 done"],
    ["de-AT", "Schließen", "0 von 5 erledigt"],
    ["fr", "Fermer", "0 sur 5 faits"],
    ["es", "Cerrar", "0 de 5 hechos"],
    ["ja", "閉じる", "5 件中 0 件完了"],
    ["ar", "إغلاق", "تم 0 من 5"],
    ["fi", "Close", "0 of 5 done"],
  ] as const) {
    it(`Z4 speaks ${lang}, and says so to a screen reader`, async () => {
      const { page, errors } = await here.open({ path: `?lang=${lang}` });
      await openPanel(page);
      await expect.poll(() => page.locator("waymark-panel [part=close]").getAttribute("aria-label")).toBe(close);
      await expect
        .poll(() => page.locator("waymark-panel header .soft").textContent())
        .toBe(`Nordwind Logistics · ${count}`);
      const root = page.locator("waymark-panel .wm");
      expect(await root.getAttribute("lang")).toBe(lang === "fi" ? "en" : lang);
      expect(await root.getAttribute("dir")).toBe(lang === "ar" ? "rtl" : "ltr");
      expect(errors).toEqual([]);
    });
  }

  it("Z3 Latin words in an interface from right to left are drawn in their own order, with the full stop at their end", async () => {
    const { page } = await here.open({ path: "?lang=en&dir=rtl" });
    await openPanel(page);
    await expect.poll(() => drawn(page, "waymark-panel header .soft")).toBe("Nordwind Logistics 0 of 5 done");
    await tell(page, "open", "brief", { journey: "win-a-deal" });
    await page.locator("waymark-prompt .brief").waitFor();
    await expect.poll(() => drawn(page, "waymark-prompt dd")).toBe("One path for every deal .");
  });

  it("Z3 a record with a Latin name stands at the start of an Arabic line", async () => {
    const { page } = await here.open({ path: "?lang=ar&dir=rtl" });
    await openPanel(page);
    await expect.poll(() => drawn(page, "waymark-panel header .soft")).toMatch(/Nordwind Logistics$/);
  });

  it("Z3 an untranslated journey in an Arabic interface keeps its sentences whole", async () => {
    const { page } = await here.open({ path: "?lang=ar&dir=rtl&texts=none" });
    await tell(page, "open", "brief", { journey: "win-a-deal" });
    await page.locator("waymark-prompt .brief").waitFor();
    await expect.poll(() => drawn(page, "waymark-prompt dd")).toBe("One path for every deal .");
  });

  it("Z17 at 300 px the five stations stand as a list, each with its state", async () => {
    const { page } = await here.open({ path: "?lang=de", context: { viewport: { width: 300, height: 700 } } });
    await openPanel(page);
    const rows = page.locator("waymark-panel .map.list [part=station]");
    await expect.poll(() => rows.count()).toBe(5);
    expect(await rows.first().textContent()).toMatch(/Note the call\s*, hier sind Sie/);
    const wide = await page.locator("waymark-panel .panel").evaluate((of) => of.scrollWidth - of.clientWidth);
    expect(wide).toBeLessThanOrEqual(0);
    const places = await rows.evaluateAll((all) => all.map((each) => each.getBoundingClientRect().top));
    expect([...places].sort((a, b) => a - b)).toEqual(places);
  });

  for (const lang of ["de", "fr", "es", "ar"]) {
    for (const width of [320, 1000]) {
      it(`Z16 nothing is cut in ${lang} at ${width} px`, async () => {
        const { page } = await here.open({
          path: `?lang=${lang}`,
          context: { viewport: { width, height: 800 }, reducedMotion: "reduce" },
        });
        const cut = (surface: string): Promise<string[]> =>
          page.locator(`${surface} .surface`).evaluate((of) => {
            const box = of.getBoundingClientRect();
            return [...of.querySelectorAll<HTMLElement>("button, p, dt, dd, h2, h3, small, span")]
              .filter((each) => !each.matches(".hide, .hide *, .clamp") && each.getClientRects().length > 0)
              .filter((each) => {
                const { left, right } = each.getBoundingClientRect();
                return left < box.left - 1 || right > box.right + 1;
              })
              .map((each) => each.textContent ?? "");
          });
        await openPanel(page);
        expect(await cut("waymark-panel")).toEqual([]);
        await tell(page, "open", "brief", { journey: "win-a-deal" });
        await page.locator("waymark-prompt .brief").waitFor();
        expect(await cut("waymark-prompt")).toEqual([]);
        await tell(page, "open", "settings");
        await page.locator("waymark-settings .settings").waitFor();
        expect(await cut("waymark-settings")).toEqual([]);
      });
    }
  }

  it("Z11 axe finds nothing on panel and brief from right to left", async () => {
    const { page } = await here.open({ path: "?lang=ar&dir=rtl", context: { reducedMotion: "reduce" } });
    await openPanel(page);
    expect(await axeFaults(page, "waymark-panel")).toEqual([]);
    await tell(page, "open", "brief", { journey: "win-a-deal" });
    await page.locator("waymark-prompt .brief").waitFor();
    expect(await axeFaults(page, "waymark-prompt")).toEqual([]);
  });
});
