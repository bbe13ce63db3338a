import { isDeepStrictEqual } from "node:util";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { launchBrowser, unasked } from "../../../packages/testing/src/index.ts";
import { type Demo, startDemo } from "./demo.ts";
import { crm, guestReady, settled } from "./work.ts";

let browser: Browser;
let demo: Demo;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  demo = await startDemo();
});
afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close();
  await demo.stop();
});

/** A device of its own: nothing is shared with another but the person who signs in. */
async function device(): Promise<{ context: BrowserContext; page: Page }> {
  const context = await unasked(await browser.newContext());
  contexts.push(context);
  return { context, page: await context.newPage() };
}

async function openDeal(page: Page): Promise<void> {
  await page.goto(`${demo.facts.crm}/?as=sales-rep#/deals/1/show`);
  await guestReady(page);
}

/** Progress of the deal without the moments, which differ from run to run. */
const whole = (page: Page): Promise<string[]> => settled(page, "win-a-deal", "deal:1").then((steps) => steps.sort());

/** Coming back to the page asks for what is new. */
const lookAgain = (page: Page): Promise<unknown> =>
  page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));

/** Waits until the collector took this page's progress. */
async function synced(page: Page, act: () => Promise<unknown>): Promise<void> {
  const answered = page.waitForResponse((response) => response.url().includes("/v1/progress") && response.ok());
  await act();
  await answered;
}

describe("one person, two devices", () => {
  it.each(["desk first", "phone first"])(
    "X6 different halves of the work end in the same progress: %s syncs",
    async (order) => {
      const desk = await device();
      const phone = await device();
      await openDeal(desk.page);
      await openDeal(phone.page);
      await demo.until((held) => held.filter(({ type }) => type === "session.started").length === 2);
      await desk.context.setOffline(true);
      await phone.context.setOffline(true);
      await crm.logCall(desk.page);
      await crm.newTask(phone.page);
      await expect.poll(() => whole(desk.page)).toEqual(["log-call"]);
      await expect.poll(() => whole(phone.page)).toEqual(["agree-date"]);
      const [first, second] = order === "desk first" ? [desk, phone] : [phone, desk];
      await synced(first.page, () => first.context.setOffline(false));
      await synced(second.page, () => second.context.setOffline(false));
      const all = ["agree-date", "log-call"];
      await expect.poll(() => whole(second.page)).toEqual(all);
      // The first device hears of it the next time it looks.
      await expect
        .poll(
          async () => {
            await lookAgain(first.page);
            return whole(first.page);
          },
          { interval: 2500 },
        )
        .toEqual(all);
      const stateOf = (page: Page): Promise<Record<string, unknown>> =>
        page.evaluate(() => window.waymark.$progress.get().journeys["win-a-deal"]?.["deal:1"]?.steps ?? {});
      // Looking again may begin the next step on one device, which the other hears of when it looks: they end the same.
      await expect
        .poll(
          async () => {
            for (const { page } of [first, second]) await lookAgain(page);
            return isDeepStrictEqual(await stateOf(first.page), await stateOf(second.page));
          },
          { timeout: 60_000, interval: 2500 },
        )
        .toBe(true);
    },
  );

  it("X7 a deed that another system reports completes the step, and the next sync brings it", async () => {
    const { page } = await device();
    await openDeal(page);
    // The page has told the collector that the journey was offered.
    await demo.until((held) =>
      held.some(({ type, journey }) => type === "journey.offered" && journey === "win-a-deal"),
    );
    await synced(page, () => lookAgain(page));
    const now = new Date();
    const time = now.getTime().toString(16).padStart(12, "0");
    const event = {
      id: `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-00000000abcd`,
      type: "host.quote.sent",
      ts: now.toISOString(),
      session: "billing",
      seq: 0,
      props: { dealId: "1" },
    };
    const body = {
      sentAt: now.toISOString(),
      person: "u-mara",
      roles: ["sales-rep"],
      locale: "en",
      sdk: "billing/1.0",
      events: [event],
    };
    const response = await fetch(`${demo.facts.collector}/v1/events?key=${demo.facts.keys.write}`, {
      method: "POST",
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(202);
    expect(await response.json()).toMatchObject({ accepted: 1, rejected: [] });
    const held = await demo.until((events) =>
      events.some(({ type, step }) => type === "step.completed" && step === "send-quote"),
    );
    expect(held.filter(({ step }) => step === "send-quote").map(({ type, subject }) => [type, subject])).toEqual([
      ["step.completed", "deal:1"],
    ]);
    await expect
      .poll(
        async () => {
          await lookAgain(page);
          return whole(page);
        },
        { interval: 2500 },
      )
      .toEqual(["send-quote"]);
  });
});
