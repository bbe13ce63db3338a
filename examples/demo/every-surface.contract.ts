import type { Browser, CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFaults, contrastFaults, launchBrowser, layoutFaults } from "../../packages/testing/src/index.ts";
import { type Demo, startDemo } from "../crm/e2e/demo.ts";
import { pass, second } from "../gallery/ways.ts";
import { hear, listen, nameless } from "./host-names.ts";
import { type HostSurface, hostSurfaces } from "./host-surfaces.ts";
import { close, enter, handOf } from "./host-visit.ts";
import { type HostOfDemo, hosts, type Visit } from "./hosts.ts";
import type { Walker } from "./walker.ts";

const surfaceOf = (page: Page, { element, part }: HostSurface) =>
  page.locator(`${element}:not([inert]) ${part}`).first();
const focusIn = (page: Page, selector: string): Promise<boolean> =>
  page.evaluate((of) => document.activeElement?.matches(of) ?? false, selector);

/** Away by Esc: whoever does not see the buttons, or will not look for them. */
async function byEscape({ page }: Walker, { element, esc }: HostSurface): Promise<void> {
  // What came by itself is left by Esc once the person has gone into it.
  if (esc === "inside") await page.locator(`${element} button`).last().focus();
  await page.keyboard.press("Escape");
}

const byFinger = ({ page }: Walker, { element, leave = "[part~=close]" }: HostSurface): Promise<void> =>
  page.locator(`${element}:not([inert]) ${leave}`).first().tap();

const leaves: Readonly<Record<Visit, typeof byEscape>> = { keyboard: byEscape, touch: byFinger, arabic: byEscape };

/** What is ours is said in the person's language, and everything that can be pressed has a name. */
async function hearIt(cdp: CDPSession, { element, part, role = "dialog", title }: HostSurface, visit: Visit) {
  const { itself, inside } = await hear(cdp, element, part);
  expect(itself.role).toBe(role);
  expect(itself.name).toMatch(title !== null && visit === "arabic" ? /\p{Script=Arabic}/u : /\S/);
  if (title !== null && visit !== "arabic") expect(itself.name).toBe(title);
  expect(inside.length).toBeGreaterThan(1);
  expect(nameless(inside)).toEqual([]);
}

/** Which way a surface is read, and whether it is dark: what is drawn of its ground. */
function lookOf(page: Page, surface: HostSurface): Promise<{ direction: string; dark: boolean }> {
  return surfaceOf(page, surface).evaluate((element) => {
    const { direction, backgroundColor } = getComputedStyle(element);
    const pen = new OffscreenCanvas(1, 1).getContext("2d");
    if (!pen) throw new Error("No canvas.");
    pen.fillStyle = backgroundColor;
    pen.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = pen.getImageData(0, 0, 1, 1).data;
    if (alpha < 200) throw new Error(`Its ground is ${backgroundColor}.`);
    return { direction, dark: red + green + blue < 3 * 96 };
  });
}

/** What a finger may miss: axe lets a small button pass where nothing else is near it. WCAG 2.5.8 asks for 24 px. */
function tooSmall(page: Page, surface: HostSurface): Promise<string[]> {
  return surfaceOf(page, surface).evaluate((element) =>
    [...element.querySelectorAll("button, select, input:not([type=radio], [type=checkbox])")]
      .filter((each) => each.checkVisibility({ visibilityProperty: true }))
      .filter((each) => Math.min(each.getBoundingClientRect().width, each.getBoundingClientRect().height) < 24)
      .map((each) => each.outerHTML.slice(0, 120)),
  );
}

/** The surface alone, seen, heard and used; then left, and the person is where they were. */
async function meet(walker: Walker, surface: HostSurface, cdp: CDPSession, visit: Visit): Promise<void> {
  const { page } = walker;
  const { element, part, focus, esc } = surface;
  await surface.open(walker);
  await surfaceOf(page, surface).waitFor();
  if (focus !== "stays") await expect.poll(() => focusIn(page, element)).toBe(true);
  else if (esc === "inside") expect(await focusIn(page, element)).toBe(false);
  const wanted = { direction: visit === "arabic" ? "rtl" : "ltr", dark: visit !== "keyboard" };
  expect(await lookOf(page, surface)).toEqual(wanted);
  expect(await axeFaults(page, element)).toEqual([]);
  expect(await contrastFaults(page, element, part)).toEqual([]);
  expect(await layoutFaults(page, element, part)).toEqual([]);
  if (visit === "touch") expect(await tooSmall(page, surface)).toEqual([]);
  await hearIt(cdp, surface, visit);
  await surface.use?.(walker);
  if (esc === "never") return;
  await leaves[visit](walker, surface);
  await expect.poll(() => surfaceOf(page, surface).count()).toBe(0);
  await expect.poll(() => focusIn(page, "[data-at-work], waymark-launcher, waymark-panel")).toBe(true);
}

async function walkAll(page: Page, host: HostOfDemo, visit: Visit): Promise<void> {
  const { way, station } = host;
  const walker: Walker = { page, hand: handOf(visit), way, station };
  const cdp = await listen(page);
  for (const surface of hostSurfaces) {
    const work = page.locator(surface.esc === "inside" ? host.button : host.field).first();
    await work.evaluate((element) => element.setAttribute("data-at-work", ""));
    await work.focus();
    try {
      await meet(walker, surface, cdp, visit);
    } catch (problem) {
      throw new Error(`${surface.name}: ${problem instanceof Error ? problem.message : problem}`, { cause: problem });
    }
    await close(page);
    await pass(page, 2 * second);
  }
}

/** What every surface promises on a host of the demo: by keyboard, on a phone, from right to left. */
export function everySurfaceOn(name: keyof typeof hosts): void {
  let browser: Browser;
  let demo: Demo;
  beforeAll(async () => {
    [browser, demo] = await Promise.all([launchBrowser(), startDemo()]);
  });
  afterAll(async () => {
    await browser.close();
    await demo.stop();
  });

  const visit = async (how: Visit): Promise<void> => {
    const page = await enter(browser, demo, hosts[name], how);
    await walkAll(page, hosts[name], how);
    await page.context().close();
  };

  describe(`every surface on the ${name}`, () => {
    it("K61 K82 K83 K84 is opened, used and left by keyboard alone, keeps the focus where it belongs, and passes axe-core", () =>
      visit("keyboard"));

    it("K80 K82 K84 is opened, used and closed by touch on a dark phone of 320 px, within its edges, and passes axe-core", () =>
      visit("touch"));

    it("K81 K82 K84 speaks Arabic from right to left in the dark, gives the focus back, and passes axe-core", () =>
      visit("arabic"));
  });
}
