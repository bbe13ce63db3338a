import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  byKeyboard,
  byMouse,
  byTouch,
  type Hand,
  launchBrowser,
  placeInSight,
  ringed,
  settled,
  tabTo,
} from "../../packages/testing/src/index.ts";
import { type Helpdesk, serveHelpdesk } from "./src/serve.ts";

let browser: Browser;
let desk: Helpdesk;
let pages: Page[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  desk = await serveHelpdesk();
});
afterEach(async () => {
  for (const page of pages) await page.context().close();
  pages = [];
  await desk.close();
});

interface Visit {
  page: Page;
  /** What the page complained of: exceptions, the console, the content security policy. */
  complaints: string[];
}

async function visit(settings: BrowserContextOptions): Promise<Visit> {
  const context = await browser.newContext(settings);
  const page = await context.newPage();
  pages.push(page);
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => complaints.push(message.text()));
  await page.goto(desk.url);
  return { page, complaints };
}

/** Does with an element what anyone would: presses what can be pressed; fills a form in and sends it. */
async function deal(page: Page, on: Locator, hand: Hand): Promise<void> {
  if ((await on.evaluate((element) => element.localName)) !== "form") return hand(page, on);
  const text = on.locator("textarea");
  const choice = on.locator("select");
  if ((await text.count()) > 0) {
    await hand(page, text);
    await page.keyboard.type("We look into it today and write again by noon.");
  } else if (hand === byKeyboard) {
    await tabTo(page, choice);
    await page.keyboard.press("ArrowDown");
  } else await choice.selectOption({ index: 1 });
  await hand(page, on.getByRole("button"));
}

/** Follows what the guide shows, and nothing else, until the step is done. */
async function follow(page: Page, done: number, hand: Hand): Promise<void> {
  await hand(page, await placeInSight(page));
  for (let acts = 0; acts < 3; acts += 1) {
    const on = await ringed(page);
    await on.evaluate((element) => element.setAttribute("data-dealt", ""));
    await deal(page, on, hand);
    await page.waitForLoadState();
    await page.locator("waymark-launcher").waitFor({ state: "attached" });
    // Either the step is done, or the guide is somewhere else and rests there.
    let steps = 0;
    const goesOn = async (): Promise<boolean> => {
      steps = (await settled(page, "first-hour")).length;
      if (steps === done) return true;
      return (
        (await page.locator("waymark-spotlight").count()) > 0 && (await page.locator("[data-dealt]").count()) === 0
      );
    };
    let since = 0;
    await expect
      .poll(
        async () => {
          since = (await goesOn()) ? since + 1 : 0;
          return steps === done || since > 5;
        },
        { interval: 300 },
      )
      .toBe(true);
    if (steps === done) return;
  }
  throw new Error(`Step ${done} is not done after three acts.`);
}

async function firstJourney({ page, complaints }: Visit, hand: Hand): Promise<void> {
  await hand(page, page.getByRole("button", { name: "Jonas Weber" }));
  const launcher = page.locator("waymark-launcher").getByRole("button").first();
  await launcher.waitFor();
  await hand(page, launcher);
  await hand(page, page.locator("waymark-prompt").getByRole("button", { name: "Clear", exact: true }));
  for (const done of [1, 2, 3, 4, 5]) await follow(page, done, hand);
  await page.locator("waymark-panel").getByText("5 of 5 done").waitFor();
  await page.locator("waymark-panel").getByText("You have arrived").waitFor();
  expect(complaints).toEqual([]);
}

const phone = { viewport: { width: 320, height: 640 }, isMobile: true, hasTouch: true };

describe("a support agent who was never told anything", () => {
  it("K1 walks the first journey of the helpdesk by mouse, following only what is shown", async () => {
    await firstJourney(await visit({ viewport: { width: 1280, height: 800 } }), byMouse);
  });

  it("K2 walks it by keyboard alone", async () => {
    await firstJourney(await visit({ viewport: { width: 1280, height: 800 } }), byKeyboard);
  });

  it("K3 walks it by touch on a phone of 320 px", async () => {
    await firstJourney(await visit(phone), byTouch);
  });

  it("K4 the guide stays at a form while it is filled in, and goes when it is sent", async () => {
    const { page } = await visit(phone);
    await page.goto(`${desk.url}/tickets/1001?as=u-jonas`);
    await page.locator("waymark-launcher button").first().waitFor();
    await page.evaluate(() =>
      (window as unknown as { waymark: { push(call: unknown[]): void } }).waymark.push([
        "show",
        "answer-a-ticket",
        "reply",
        { subject: "ticket:1001" },
      ]),
    );
    const form = await ringed(page);
    await form.locator("textarea").tap();
    await page.keyboard.type("We look into it today.");
    expect(await page.locator("waymark-coach").count()).toBe(1);
    await form.getByRole("button").tap();
    await page.getByText("Your reply went to").waitFor();
    await expect.poll(() => settled(page, "answer-a-ticket", "ticket:1001")).toEqual(["reply"]);
    await expect.poll(() => page.locator("waymark-coach").count()).toBe(0);
  });
});
