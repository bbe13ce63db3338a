import type { Target } from "@waymark/schema";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { launchBrowser, rested } from "../../../packages/testing/src/index.ts";
import { drawn, hows, serveHost, visit } from "./host.ts";
import { pointAt } from "./journeys.ts";

let browser: Browser;
let host: Awaited<ReturnType<typeof serveHost>>;
let context: BrowserContext;

beforeAll(async () => {
  browser = await launchBrowser();
  host = await serveHost();
});
afterAll(async () => {
  await browser.close();
  await host.close();
});
beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1000, height: 700 } });
});
afterEach(() => context.close());

interface Told {
  type: string;
  props: Record<string, unknown>;
}

/** Opens the page, asks to be shown the target, and remembers what the guide tells. */
async function shown(
  target: Target,
  change: (page: Page) => Promise<unknown> = async () => undefined,
): Promise<{ page: Page; told: () => Promise<Told | null> }> {
  const { page } = await visit(context, host.url, { journeys: [pointAt(target)] });
  await drawn(page);
  await change(page);
  await page.evaluate(() => {
    const world = window as unknown as {
      told: Told | null;
      waymark: { on(type: string, hear: (told: Told) => void): void };
    };
    world.told = null;
    for (const type of ["target.found", "target.lost"]) {
      world.waymark.on(type, (told) => {
        world.told = told;
      });
    }
    window.waymark.push(["show", "look", "look"]);
  });
  return { page, told: () => page.evaluate(() => (window as unknown as { told: Told | null }).told) };
}

/** Distance in px between the middle of the ring and the middle of an element. */
async function offBy(page: Page, selector: string): Promise<number> {
  const ring = await page.locator("waymark-spotlight").boundingBox();
  const box = await page.locator(selector).boundingBox();
  if (!ring || !box) return Number.POSITIVE_INFINITY;
  return Math.hypot(ring.x + ring.width / 2 - box.x - box.width / 2, ring.y + ring.height / 2 - box.y - box.height / 2);
}

describe("targets", () => {
  it.each<[string, Target, string]>([
    ["test id", { testId: "add" }, "[data-testid=add]"],
    ["id", { id: "address" }, "#address"],
    ["role and name", { role: "button", name: "Remove item" }, "[aria-label='Remove item']"],
    ["name with a star", { role: "button", name: "Save*" }, "#address button"],
    ["label", { label: "Street" }, "[name=street]"],
    ["label with its mark left out", { label: "Town" }, "[name=town]"],
    ["text", { text: "Pay now" }, "main > button"],
    ["css", { css: "#address input" }, "[name=street]"],
    ["an open shadow root", { role: "button", name: "Write a note" }, "shop-note button"],
    [
      "within",
      { role: "button", name: "Open", within: { role: "region", name: "Archive" } },
      "[aria-label=Archive] button",
    ],
    ["near", { role: "button", name: "Open", near: { text: "Draft" } }, "[aria-label=Archive] button"],
    ["a second way in the list", [{ testId: "gone" }, { text: "Pay now" }], "main > button"],
    ["most of its ways", { testId: "add", role: "button", name: "Add article" }, "[data-testid=add]"],
  ])("G20 G22 G23 finds by %s", async (_, target, selector) => {
    const { page, told } = await shown(target);
    await expect.poll(told).toMatchObject({ type: "target.found" });
    await expect.poll(() => offBy(page, selector)).toBeLessThan(3);
  });

  it.each<[string, Target, string]>([
    ["nothing that is meant is there", { testId: "gone" }, "none"],
    ["too few of its ways hold", { testId: "gone", role: "button", name: "Pay" }, "weak"],
    ["several fit as weakly", { testId: "gone", text: "Open" }, "ambiguous"],
    ["the selector is mistyped", { css: "button[" }, "none"],
  ])("G20 G33 says so, with the reason, when %s", async (_, target, reason) => {
    const { page, told } = await shown(target);
    await expect.poll(told).toMatchObject({ type: "target.lost", props: { reason } });
    await page.locator("waymark-coach").getByText("We could not find").waitFor();
    await expect.poll(() => page.locator("waymark-spotlight").count()).toBe(0);
  });

  it("G21 does not point at what the host has set aside", async () => {
    const { told } = await shown({ role: "button", name: "Pay now" }, (page) =>
      page.evaluate(() => document.querySelector("main > button")?.setAttribute("inert", "")),
    );
    await expect.poll(told).toMatchObject({ type: "target.lost", props: { reason: "hidden" } });
  });

  it("G23 takes the element the host hands over", async () => {
    const page = await context.newPage();
    await page.goto(`${host.url}/pages/shop.html`);
    await page.evaluate(
      ([src, journey]) => {
        const targets = { pay: () => document.querySelector("main > button") };
        const slot = window as unknown as { waymark: unknown };
        slot.waymark = [
          ["configure", { journeys: [journey], targets }],
          ["show", "look", "look"],
        ];
        document.head.append(Object.assign(document.createElement("script"), { src }));
      },
      [`${host.url}/waymark.js`, pointAt({ ref: "pay" })] as const,
    );
    await expect.poll(() => offBy(page, "main > button")).toBeLessThan(3);
  });

  it("G32 waits for a late element and follows it when it is replaced", async () => {
    const { page, told } = await shown({ testId: "late" });
    await page.getByText("Looking for the place").waitFor();
    const add = (): Promise<void> =>
      page.evaluate(() => {
        document.querySelector("[data-testid=late]")?.remove();
        const late = Object.assign(document.createElement("button"), { textContent: "Late" });
        late.dataset.testid = "late";
        document.querySelector("h1")?.after(late);
      });
    await add();
    await expect.poll(told).toMatchObject({ type: "target.found" });
    await expect.poll(() => offBy(page, "[data-testid=late]")).toBeLessThan(3);
    await add();
    await expect.poll(() => offBy(page, "[data-testid=late]")).toBeLessThan(3);
  });

  it("G32 stays on its target while the page scrolls, and never covers it", async () => {
    const { page } = await shown({ testId: "add" });
    await expect.poll(() => offBy(page, "[data-testid=add]")).toBeLessThan(3);
    await page.mouse.wheel(0, 40);
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(40);
    await expect.poll(() => offBy(page, "[data-testid=add]")).toBeLessThan(3);
    await rested(page);
    const card = await page.locator("waymark-coach").boundingBox();
    const target = await page.getByTestId("add").boundingBox();
    if (!card || !target) throw new Error("Nothing is drawn.");
    const apart =
      card.y >= target.y + target.height ||
      card.y + card.height <= target.y ||
      card.x >= target.x + target.width ||
      card.x + card.width <= target.x;
    expect(apart).toBe(true);
    await page.getByTestId("add").click();
  });

  it.each<[string, Target, string, string]>([
    [
      "near",
      { role: "button", name: "Open", near: { text: "Draft" } },
      "[aria-label=Basket] button",
      "[aria-label=Archive] button",
    ],
    [
      "a better fit elsewhere",
      { testId: "add", role: "button", name: "Pay now" },
      "main > button",
      "[data-testid=add]",
    ],
  ])("G24 counts a click on the element that is meant alone: %s", async (_, click, lesser, meant) => {
    const step = { id: "look", title: "Look", done: { click } };
    const { page } = await visit(context, host.url, { journeys: [{ ...pointAt({ css: "h1" }), steps: [step] }] });
    await drawn(page);
    await page.locator(lesser).click();
    await page.waitForTimeout(200);
    expect(await hows(page, "look")).toEqual({});
    await page.locator(meant).click();
    await expect.poll(() => hows(page, "look")).toEqual({ look: "condition" });
  });
});
