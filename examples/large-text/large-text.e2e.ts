import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import {
  inSight,
  layoutFaults,
  placeInSight,
  rested,
  served,
  situation,
  tell,
} from "../../packages/testing/src/index.ts";
import { openSurface } from "../gallery/stage.ts";
import type { Surface } from "../gallery/surface.ts";
import { surfaces } from "../gallery/surfaces.ts";

const window1280 = { viewport: { width: 1280, height: 800 } };
/** What is left of that window, in CSS px, at a browser zoom of 200 %. */
const zoomed = { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 };

const named = (name: string): Surface => surfaces.find((each) => each.name === name) as Surface;

/** Opens one surface after the other and tells what is wrong with them. */
async function walk(
  here: ReturnType<typeof situation>,
  context: BrowserContextOptions,
  names: readonly string[],
): Promise<string[]> {
  const faults: string[] = [];
  const { page } = await here.open({ path: "../gallery/", context: { ...context, reducedMotion: "reduce" } });
  await page.locator("waymark-launcher .pill").waitFor({ state: "attached" });
  await page.waitForLoadState("networkidle");
  await served(page, "ask");
  for (const surface of names.map(named)) {
    // Where the person is when it comes.
    if (surface.from) await page.locator(surface.from).focus();
    await openSurface(page, surface);
    await rested(page);
    faults.push(...(await layoutFaults(page, surface.element)).map((fault) => `${surface.name}: ${fault}`));
    // Once for what is open, once for where it was opened from.
    for (let times = 0; times < 2; times += 1) await page.keyboard.press("Escape");
    await tell(page, "close");
  }
  return faults;
}

/** How high a line of our text is in the window, px; 21 usually. */
const lineHeight = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const line = document.createElement("p");
    line.textContent = "x";
    document.querySelector("waymark-launcher")?.shadowRoot?.querySelector(".wm")?.append(line);
    const { height } = line.getBoundingClientRect();
    line.remove();
    return Math.round(height);
  });

describe("a browser whose font is twice as large", () => {
  const here = situation("large-text", { args: ["--blink-settings=defaultFontSize=32"] });

  it("K25 all of ours is as large, and no surface cuts, overlaps or scrolls sideways", async () => {
    expect(await walk(here, window1280, ["panel", "my-map", "library", "coach"])).toEqual([]);
  });

  it("K27 there a window of 640 px is a phone: place and next action are in sight", async () => {
    const { page } = await here.open({ path: "../gallery/", context: { viewport: { width: 640, height: 1000 } } });
    await openSurface(page, named("panel"));
    await placeInSight(page);
    await expect.poll(() => lineHeight(page)).toBe(42);
    const { width } = (await page.locator("waymark-panel .surface").boundingBox()) ?? { width: 0 };
    expect(width).toBe(640);
    expect(await layoutFaults(page, "waymark-panel")).toEqual([]);
  });
});

describe("a browser that draws no letter below 24 px", () => {
  const here = situation("large-text", { args: ["--blink-settings=minimumFontSize=24"] });
  // What comes by itself comes first: nobody has opened anything yet.
  const surfaces = ["banner", "gains", "brief", "panel", "menu", "my-map", "coach", "library", "settings", "report"];

  it("K54 nothing is cut or overlaps in brief, panel, card and map: the names of the way stand in a list", async () => {
    expect(await walk(here, window1280, surfaces)).toEqual([]);
    const { page } = await here.open({ path: "../gallery/", context: window1280 });
    await openSurface(page, named("panel"));
    await expect.poll(() => page.locator("waymark-panel .map.list").count()).toBe(1);
    await placeInSight(page);
  });

  it("K54 nor does it on a phone of 320 px, and the next action is in sight", async () => {
    const phone = { viewport: { width: 320, height: 640 } };
    expect(await walk(here, phone, surfaces)).toEqual([]);
    const { page } = await here.open({ path: "../gallery/", context: phone });
    await openSurface(page, named("panel"));
    await expect.poll(() => inSight(page.locator("waymark-panel [aria-current=step]"))).toBe(true);
    await expect.poll(() => inSight(page.locator("waymark-panel [part~=primary]"))).toBe(true);
  });
});

describe("large text", () => {
  const here = situation("large-text");

  it("K25 where the page's own text is twice as large, ours is too, and the next action is in sight", async () => {
    const { page, errors } = await here.open({ context: window1280 });
    await page.locator("waymark-launcher .pill").waitFor();
    await expect.poll(() => lineHeight(page)).toBe(42);
    await page.locator("waymark-launcher .pill").click();
    const brief = page.locator("waymark-prompt");
    await brief.getByRole("button", { name: "Clear", exact: true }).click();
    const primary = await placeInSight(page);
    expect(await layoutFaults(page, "waymark-panel")).toEqual([]);
    await primary.click();
    const card = page.locator("waymark-coach section");
    await card.waitFor();
    await expect.poll(() => inSight(card.getByRole("button").first())).toBe(true);
    await rested(page);
    expect(await layoutFaults(page, "waymark-coach")).toEqual([]);
    expect(errors).toEqual([]);
  });

  it("K26 at a browser zoom of 200 % no surface cuts, overlaps or scrolls sideways", async () => {
    expect(await walk(here, zoomed, ["menu", "brief", "settings", "report"])).toEqual([]);
    const { page } = await here.open({ path: "../gallery/", context: zoomed });
    await openSurface(page, named("panel"));
    await placeInSight(page);
    await expect.poll(() => lineHeight(page)).toBe(21);
  });
});
