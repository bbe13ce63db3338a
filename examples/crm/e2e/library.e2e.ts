import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser, served, unasked } from "../../../packages/testing/src/index.ts";
import { type Demo, startDemo } from "./demo.ts";
import { guestReady } from "./work.ts";

let browser: Browser;
let demo: Demo;
beforeAll(async () => {
  [browser, demo] = await Promise.all([launchBrowser(), startDemo()]);
});
afterAll(async () => {
  await browser.close();
  await demo.stop();
});

async function openLibrary(link: string, path: string): Promise<Page> {
  const page = await (await unasked(await browser.newContext())).newPage();
  await page.goto(`${link}#${path}`);
  await guestReady(page);
  // The way in comes with its service, in idle time.
  await served(page, "library");
  await page.locator("waymark-launcher [part~=launcher]").click();
  await page.locator("waymark-launcher [part~=find], waymark-prompt [part~=later]").first().waitFor();
  await page.keyboard.press("Escape");
  await expect.poll(() => page.locator("waymark-prompt, waymark-launcher [part~=menu]").count()).toBe(0);
  await page.keyboard.press("Alt+k");
  await expect.poll(() => page.locator("waymark-library .hit").count()).toBeGreaterThan(8);
  return page;
}
const firstOf = (page: Page): Promise<string[]> =>
  page.locator("waymark-library [role=group]").first().locator(".eyebrow, b").allTextContents();
const ask = (page: Page, query: string): Promise<void> => page.locator("waymark-library input").fill(query);

describe("the library in the CRM", () => {
  it("L14 people find small journeys for their page and their work, and none is pressed on them", async () => {
    const rep = await openLibrary(demo.facts.links["sales-rep"], "/deals");
    await expect.poll(async () => (await firstOf(rep))[0]).toBe("Fits this page");
    await ask(rep, "how do I give a disount");
    await expect.poll(async () => (await firstOf(rep))[1]).toBe("Give a discount the right way");
    await ask(rep, "refund");
    await expect.poll(() => firstOf(rep)).toEqual(["Others", "Give a refund"]);
    await rep.locator("waymark-library .hit").first().click();
    await rep.locator("waymark-panel h2").getByText("Give a refund").waitFor();

    const agent = await openLibrary(demo.facts.links["support-agent"], "/tickets");
    await ask(agent, "double ticket");
    await expect.poll(async () => (await firstOf(agent)).slice(0, 2)).toEqual(["Fits this page", "Merge two tickets"]);
    await ask(agent, "password");
    await expect.poll(async () => (await firstOf(agent))[0]).toBe("For support agents");

    const offered = async (): Promise<string[]> =>
      (await demo.events())
        .flatMap(({ type, journey }) => (type === "journey.offered" && journey ? [journey] : []))
        .sort();
    await expect.poll(offered).toEqual(["answer-a-ticket", "know-your-crm", "win-a-deal"]);
    // Its map was looked at, and that is all.
    const looked = async (): Promise<string[]> =>
      (await demo.events()).filter(({ journey }) => journey === "give-a-refund").map(({ type }) => type);
    await expect.poll(async () => [...new Set(await looked())]).toEqual(["step.shown"]);
  });
});
