import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import {
  byKeyboard,
  byMouse,
  byTouch,
  type Hand,
  launchBrowser,
  placeInSight,
  ringed,
  tabTo,
  unasked,
} from "../../../packages/testing/src/index.ts";
import { type Demo, startDemo } from "./demo.ts";
import { settled } from "./work.ts";

let browser: Browser;
let demo: Demo;
let open: Page | undefined;

beforeAll(async () => {
  [browser, demo] = await Promise.all([launchBrowser(), startDemo()]);
});
afterEach(async () => {
  await open?.context().close();
  open = undefined;
});
afterAll(async () => {
  await browser.close();
  await demo.stop();
});

async function visit(link: string, settings: BrowserContextOptions): Promise<Page> {
  const context = await unasked(await browser.newContext(settings));
  open = await context.newPage();
  await open.goto(link);
  await open.locator("waymark-launcher button").first().waitFor();
  return open;
}

/** The CRM's own forms by one hand: nothing here knows of Waymark. */
function worker(page: Page, hand: Hand) {
  const button = (name: string): Locator => page.getByRole("button", { name, exact: true });
  const type = async (into: Locator, text: string): Promise<void> => {
    if (hand === byKeyboard) await tabTo(page, into);
    else await hand(page, into);
    await page.keyboard.type(text);
  };
  const pick = async (name: string, option: string): Promise<void> => {
    await type(page.getByRole("combobox", { name }), option.slice(0, 5));
    const found = page.getByRole("option", { name: option });
    await found.waitFor();
    if (hand !== byKeyboard) return hand(page, found);
    // The list may still be narrowing down to what was typed.
    const chosen = (): Promise<boolean> =>
      found.evaluate((each) => document.activeElement?.getAttribute("aria-activedescendant") === each.id);
    await expect
      .poll(async () => {
        if (!(await chosen())) await page.keyboard.press("ArrowDown");
        return chosen();
      })
      .toBe(true);
    await page.keyboard.press("Enter");
  };
  return {
    contact: async (): Promise<void> => {
      await type(page.getByLabel("First name"), "Nadia");
      await type(page.getByLabel("Last name"), "Petrov");
      await pick("Company", "Ferro Rail");
      await hand(page, button("Create contact"));
    },
    deal: async (): Promise<void> => {
      await type(page.getByLabel("Deal name"), "Rail tags pilot");
      await pick("Company", "Ferro Rail");
      await type(page.getByLabel("Amount in euros"), "12000");
      await hand(page, button("Create deal"));
    },
    call: async (): Promise<void> => {
      await hand(page, await ringed(page));
      await hand(page, await ringed(page));
      const dialog = page.locator(".MuiDialog-root [role=dialog]");
      await type(dialog.getByLabel("What was said"), "They want forty devices.");
      await hand(page, dialog.getByRole("button", { name: "Save call" }));
    },
    task: async (): Promise<void> => {
      await hand(page, await ringed(page));
      const dialog = page.locator(".MuiDialog-root [role=dialog]");
      await type(dialog.getByLabel("What is to do"), "Call Nadia");
      await hand(page, dialog.getByRole("button", { name: "Save task" }));
    },
    today: async (): Promise<void> => {
      if ((await settled(page, "know-your-crm")).length < 5) await hand(page, await ringed(page));
    },
  };
}

async function firstDay(page: Page, hand: Hand): Promise<void> {
  const work = worker(page, hand);
  await hand(page, page.locator("waymark-launcher").getByRole("button").first());
  await hand(page, page.locator("waymark-prompt").getByRole("button", { name: "Clear", exact: true }));
  for (const [at, deed] of [work.contact, work.deal, work.call, work.task, work.today].entries()) {
    await hand(page, await placeInSight(page));
    await page.locator("waymark-panel").waitFor({ state: "detached" });
    await deed();
    await expect.poll(async () => (await settled(page, "know-your-crm")).length).toBe(at + 1);
  }
  await page.locator("waymark-panel").getByText("5 of 5 done").waitFor();
}

const desktop = { viewport: { width: 1280, height: 800 } };
const phone = { viewport: { width: 320, height: 640 }, isMobile: true, hasTouch: true };

describe("a sales rep who was never told anything", () => {
  it("K1 walks the first day in the CRM by mouse, following only what is shown", async () => {
    await firstDay(await visit(demo.facts.links["sales-rep"], desktop), byMouse);
  });

  it("K2 walks it by keyboard alone", async () => {
    await firstDay(await visit(`${demo.facts.links["sales-rep"]}&user=u-keys`, desktop), byKeyboard);
  });

  it("K3 walks it by touch on a phone of 320 px", async () => {
    await firstDay(await visit(`${demo.facts.links["sales-rep"]}&user=u-touch`, phone), byTouch);
  });

  it("K5 the helpdesk of the demo is guided by its own project, and its deeds arrive there", async () => {
    const page = await visit(demo.facts.helpdesk, desktop);
    await page.goto(new URL("/tickets/1001", demo.facts.helpdesk).href);
    const answers: { rejected: unknown[] }[] = [];
    page.on("response", (response) => {
      if (!response.url().includes("/v1/events")) return;
      // An answer to what a page told as it went is gone with that page: the next one tells it again.
      response.json().then(
        (answer) => answers.push(answer),
        () => "gone",
      );
    });
    await page.getByRole("button", { name: "Assign to me" }).click();
    await expect.poll(() => settled(page, "answer-a-ticket", "ticket:1001")).toEqual(["take"]);
    await expect.poll(() => answers.length).toBeGreaterThan(0);
    expect(answers.flatMap(({ rejected }) => rejected ?? ["refused"])).toEqual([]);
  });
});
