import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFaults, launchBrowser } from "../../../packages/testing/src/index.ts";
import { type Demo, startDemo } from "./demo.ts";

let browser: Browser;
let demo: Demo;
/** Signed in by their link, which opens once. */
type SignedIn = NonNullable<BrowserContextOptions["storageState"]>;
let owner: SignedIn;

async function signIn(link: string): Promise<SignedIn> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(link);
  await page.getByRole("button").click();
  await page.waitForURL(/\/dashboard\//);
  return context.storageState();
}

beforeAll(async () => {
  [browser, demo] = await Promise.all([launchBrowser(), startDemo(12)]);
  owner = await signIn(demo.facts.links.owner);
}, 60_000);
afterAll(async () => {
  await demo?.stop();
  await browser?.close();
});

/** What the focus is on, as a person hears it; `null`: the page itself. */
const focused = (page: Page): Promise<string | null> =>
  page.evaluate(() => {
    const at = document.activeElement;
    return at && at !== document.body ? `${at.localName} ${at.ariaLabel ?? at.textContent?.trim() ?? ""}` : null;
  });

/** Tabs from the top of the page to its end; fails where the focus cannot be seen. */
async function walk(page: Page): Promise<string[]> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const stops: string[] = [];
  for (let press = 0; press < 60; press += 1) {
    await page.keyboard.press("Tab");
    const at = await focused(page);
    if (at === null || (stops.length > 1 && at === stops[0])) break;
    const seen = await page.evaluate(() => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(document.activeElement ?? document.body);
      const box = document.activeElement?.getBoundingClientRect();
      const inView = box !== undefined && box.width > 0 && box.bottom > 0 && box.top < innerHeight;
      return inView && ((outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none");
    });
    expect(seen, `the focus on "${at}" can be seen`).toBe(true);
    stops.push(at);
  }
  return stops;
}

/** What can be pressed on the page and is not hidden. */
const pressable = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      [
        ...document.querySelectorAll<HTMLElement>(
          "a[href], button:not([disabled]), input:not([type=hidden]), select, summary",
        ),
      ].filter(
        (each) =>
          each.checkVisibility() &&
          each.tabIndex >= 0 &&
          !(each instanceof HTMLInputElement && each.type === "radio" && !each.checked),
      ).length,
  );

/** What holds for every page, whoever looks at it. */
async function seen(page: Page, where: string): Promise<void> {
  expect(await axeFaults(page), where).toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
  expect(wide, `${where} never scrolls sideways`).toBe(true);
}

/** The same, and by keyboard alone. */
async function look(page: Page, where: string): Promise<void> {
  await page.locator("main h1").first().waitFor();
  await seen(page, where);
  // What the page asks for may come while the keys go through it.
  await expect
    .poll(async () => (await walk(page)).length - (await pressable(page)), { message: where })
    .toBeGreaterThanOrEqual(0);
}

const faces: readonly (readonly [name: string, options: BrowserContextOptions])[] = [
  ["light", { colorScheme: "light" }],
  ["dark", { colorScheme: "dark" }],
  ["320 px", { viewport: { width: 320, height: 640 } }],
];

describe("every page that the collector serves", () => {
  it("D40 the way in: by keyboard, and axe finds nothing, also on a link that was used", async () => {
    const link = demo.facts.links.csm;
    for (const [name, options] of faces) {
      const page = await (await browser.newContext(options)).newPage();
      await page.goto(link);
      expect(await axeFaults(page), name).toEqual([]);
      expect(await walk(page)).toEqual(["button Open the dashboard"]);
    }
    const page = await (await browser.newContext()).newPage();
    await page.goto(link);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/dashboard\//);
    const late = await (await browser.newContext()).newPage();
    await late.goto(link);
    await late.getByRole("heading", { name: /used/ }).waitFor();
    expect(await axeFaults(late)).toEqual([]);
    await late.goto(demo.facts.dashboard);
    await late.getByText("collector invite").waitFor();
    expect(await axeFaults(late)).toEqual([]);
  });

  it("D40 what is read: everything is reached by Tab, the focus is seen, and axe finds nothing in light, dark and at 320 px", async () => {
    const { origin } = new URL(demo.facts.dashboard);
    for (const [name, options] of faces) {
      const page = await (await browser.newContext({ ...options, storageState: owner })).newPage();
      for (const place of [
        "#/home",
        "#/paper/win-a-deal/sales-rep",
        "#/journeys/win-a-deal/sales-rep",
        "#/journeys/review-the-pipeline/sales-manager",
        "#/gap",
        "#/value",
        "#/voices",
        "#/arrivals",
        "#/nowhere",
      ]) {
        await page.goto(`${origin}/dashboard/${place}`);
        await page.reload();
        await look(page, `${place} ${name}`);
      }
      // Pages of one frame with the one before: the keys go through them as through that.
      for (const place of [
        "#/staying",
        "#/uptake",
        "#/handoffs",
        "#/fields",
        "#/briefs",
        "#/prompts",
        "#/trust",
        "#/targets",
      ]) {
        await page.goto(`${origin}/dashboard/${place}`);
        await page.locator(`nav a[aria-current=page][href^="${place}"]`).waitFor();
        await page.locator(".figures-page h1").waitFor();
        await seen(page, `${place} ${name}`);
      }
    }
  });

  it("D40 C366 what an author reads, who is let in by the owner", async () => {
    const page = await (await browser.newContext({ storageState: owner })).newPage();
    await page.goto(demo.facts.dashboard);
    const link = await page.evaluate(async () => {
      const headers = { "content-type": "application/json" };
      const body = JSON.stringify({ name: "Ada", role: "author" });
      return ((await (await fetch("/v1/members", { method: "POST", headers, body })).json()) as { link: string }).link;
    });
    const storageState = await signIn(new URL(link, demo.facts.dashboard).href);
    for (const [name, options] of faces) {
      const page = await (await browser.newContext({ ...options, storageState })).newPage();
      await page.goto(demo.facts.dashboard);
      await page.getByRole("heading", { name: "The journeys that are live" }).waitFor();
      await look(page, `an author, ${name}`);
      expect(await page.getByRole("listitem").count()).toBeGreaterThan(2);
    }
  });
});
