import type { BrowserContext, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { axeFaults } from "../../packages/testing/src/axe.ts";
import { closeGuide, guideStands, settled, showStep, situation, topmostAt } from "../../packages/testing/src/index.ts";

const here = situation("small-screen");

const phone = { context: { viewport: { width: 375, height: 667 }, isMobile: true, hasTouch: true } };

describe("a phone", () => {
  it("V26 the card is a sheet that never covers its target, also at the end of the page", async () => {
    const { page, errors } = await here.open(phone);
    await showStep(page);
    await guideStands(page);
    await expect.poll(() => topmostAt(page, "#target")).toBe("button#target");
    const card = await page.locator("waymark-coach section").boundingBox();
    expect(card?.width).toBe(375);
    await closeGuide(page);
    expect(errors).toEqual([]);
  });

  it("V26 it stands at the bottom where the target leaves it free, and leaves when the target scrolls under it", async () => {
    const { page } = await here.open(phone);
    await showStep(page, "add");
    await guideStands(page, "#add");
    const sheet = async () => (await page.locator("waymark-coach section").boundingBox()) ?? { y: 0, height: 0 };
    await expect
      .poll(async () => {
        const { y, height } = await sheet();
        return Math.round(y + height);
      })
      .toBe(667);
    await page.evaluate(() => {
      document.body.style.paddingTop = "520px";
    });
    await guideStands(page, "#add");
  });
});

const small = { path: "form.html", context: { viewport: { width: 320, height: 640 }, isMobile: true, hasTouch: true } };

/** Writes down in each frame where the sheet is, once it can be seen. */
const recordFrames = (): void => {
  const seen: string[] = [];
  Object.assign(window, { framesSeen: seen });
  const look = (): void => {
    const card = document.querySelector("waymark-coach");
    const root = card?.shadowRoot?.querySelector(".wm");
    const section = root?.querySelector("section");
    if (card && root && section && !section.inert && getComputedStyle(root).opacity === "1") {
      const { top, height } = section.getBoundingClientRect();
      seen.push(`${Math.round(top)} ${Math.round(height)} ${getComputedStyle(root).visibility}`);
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
};

const framesOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as unknown as { framesSeen: string[] }).framesSeen);

/** Holds what matches back until it is let go. */
async function hold(page: Page, what: RegExp): Promise<{ held(): number; release(): void }> {
  let count = 0;
  let release = (): void => undefined;
  const free = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(what, async (route) => {
    count += 1;
    await free;
    await route.continue();
  });
  return { held: () => count, release };
}

describe("a form as high as a small phone", () => {
  it("K50 from the first frame in which it is seen the sheet stays where it is, whatever comes later", async () => {
    let sheet = { held: () => 0, release: (): void => undefined };
    let rest = sheet;
    const { page, errors } = await here.open({
      ...small,
      context: { ...small.context, reducedMotion: "reduce" },
      before: async (context, page) => {
        await context.addInitScript(recordFrames);
        sheet = await hold(page, /\/sheet-/);
        rest = await hold(page, /\/after-/);
      },
    });
    await showStep(page);
    await page.locator("waymark-coach section").waitFor({ state: "attached" });
    await expect.poll(sheet.held).toBe(1);
    // Until it knows its place it is not seen; whoever hears the page was told all the same.
    expect(await framesOf(page)).toEqual([]);
    sheet.release();
    await expect.poll(async () => (await framesOf(page)).length).toBeGreaterThan(2);
    const fillings = (): Promise<number> =>
      page.evaluate(() => document.querySelector("waymark-coach")?.shadowRoot?.adoptedStyleSheets.length ?? 0);
    const before = await fillings();
    rest.release();
    await expect.poll(fillings).toBeGreaterThan(before + 1);
    const known = (await framesOf(page)).length;
    await expect.poll(async () => (await framesOf(page)).length).toBeGreaterThan(known + 5);
    expect([...new Set(await framesOf(page))]).toHaveLength(1);
    expect(errors).toEqual([]);
  });

  it("K52 it keeps off what completes the step, also where that is far from its target", async () => {
    const { page } = await here.open({
      ...small,
      path: "elsewhere.html",
    });
    await showStep(page, "pick", "elsewhere");
    await expect.poll(() => page.locator("waymark-coach").getAttribute("data-side")).toBe("top");
    await guideStands(page);
    await expect.poll(() => topmostAt(page, "#end")).toBe("button#end");
    await page.locator("#end").tap();
    await expect.poll(() => settled(page, "elsewhere")).toEqual(["pick"]);
    await expect.poll(() => page.locator("waymark-coach").count()).toBe(0);
  });

  it("K20 the sheet lies neither on its target nor on the button that ends the form, nor on a field in use", async () => {
    const { page, errors } = await here.open(small);
    await showStep(page);
    const card = page.locator("waymark-coach");
    await expect.poll(() => card.getAttribute("data-fold")).toBe("bar");
    for (const needed of ["#target", "#send"]) {
      await expect.poll(() => topmostAt(page, needed)).toBe(`${needed === "#send" ? "button" : "input"}${needed}`);
    }
    await page.locator("#target").tap();
    await page.keyboard.type("Nadia");
    await page.locator("#send").tap();
    await expect.poll(() => topmostAt(page, "#send")).toBe("button#send");
    expect(errors).toEqual([]);
  });

  it("K67 a change of theme leaves the sheet where it is: unfolded, scrolled and focused as it was", async () => {
    const { page } = await here.open(small);
    await page.emulateMedia({ colorScheme: "light" });
    await showStep(page);
    const card = page.locator("waymark-coach");
    await expect.poll(() => card.getAttribute("data-fold")).toBe("bar");
    await card.locator(".unfold").tap();
    await expect.poll(() => card.getAttribute("data-fold")).toBe("open");
    const colour = (): Promise<string> =>
      card.locator("section").evaluate((section) => getComputedStyle(section).backgroundColor);
    const light = await colour();
    const watched = await card.evaluate((element) => {
      const text = element.shadowRoot?.querySelector("p");
      text?.style.setProperty("max-height", "20px");
      text?.scrollTo(0, 15);
      element.shadowRoot?.querySelector<HTMLElement>("[part=done]")?.focus();
      const seen: string[] = [];
      Object.assign(window, { sheetChanges: seen });
      new MutationObserver((records) => seen.push(...records.map(({ attributeName }) => `${attributeName}`))).observe(
        element,
        { attributes: true },
      );
      return { top: element.getBoundingClientRect().top, scrolled: text?.scrollTop };
    });
    expect(watched.scrolled).toBeGreaterThan(0);
    await page.emulateMedia({ colorScheme: "dark" });
    await expect.poll(colour).not.toBe(light);
    const after = await card.evaluate((element) => ({
      top: element.getBoundingClientRect().top,
      scrolled: element.shadowRoot?.querySelector("p")?.scrollTop,
      focus: element.shadowRoot?.activeElement?.getAttribute("part"),
      changes: (window as unknown as { sheetChanges: string[] }).sheetChanges.filter((name) => name !== "style"),
    }));
    expect(after).toEqual({ ...watched, focus: "done", changes: [] });
  });

  it("K21 a folded sheet says its title, unfolds with one press, and folds again for whoever goes on", async () => {
    const { page } = await here.open(small);
    await showStep(page);
    const card = page.locator("waymark-coach");
    await expect.poll(() => card.getAttribute("data-fold")).toBe("bar");
    await expect.poll(() => card.getByRole("heading", { name: "Save the order" }).isVisible()).toBe(true);
    await expect.poll(async () => (await card.locator("section").boundingBox())?.height ?? 99).toBeLessThan(60);
    await expect.poll(() => card.getByText("when all is in").isVisible()).toBe(false);
    await card.getByRole("button", { name: "Show the whole hint" }).tap();
    await card.getByText("when all is in").waitFor();
    await page.locator("#other").tap();
    await page.locator("#target").tap();
    await expect.poll(() => card.getAttribute("data-fold")).toBe("bar");
    expect(await axeFaults(page, "waymark-coach")).toEqual([]);
  });

  it("K22 with a keyboard on the screen it stands in what is left", async () => {
    // No browser without a window brings a keyboard up: this one tells of the room that it would leave.
    const before = (context: BrowserContext): Promise<unknown> =>
      context.addInitScript(() => {
        const view = Object.assign(new EventTarget(), { scale: 1, offsetTop: 0, height: innerHeight });
        Object.defineProperty(window, "visualViewport", { value: view });
      });
    const { page } = await here.open({ ...small, before });
    await showStep(page);
    await page.locator("#other").tap();
    await page.locator("#target").tap();
    await page.evaluate(() => {
      const view = window.visualViewport as unknown as EventTarget & { height: number };
      view.height = 330;
      view.dispatchEvent(new Event("resize"));
    });
    const sheet = page.locator("waymark-coach section");
    await expect.poll(async () => Math.round(((await sheet.boundingBox())?.y ?? 0) + 52)).toBeLessThanOrEqual(334);
    const bottom = async (): Promise<number> => {
      const { y = 0, height = 999 } = (await sheet.boundingBox()) ?? {};
      return y + height;
    };
    await expect.poll(bottom).toBeLessThanOrEqual(331);
    await expect.poll(() => topmostAt(page, "#target")).toBe("input#target");
  });
});
