import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser, passes, unasked } from "../../../packages/testing/src/index.ts";
import { type Demo, startDemo } from "./demo.ts";
import { crm, guestReady } from "./work.ts";

let browser: Browser;
let demo: Demo;
beforeAll(async () => {
  [browser, demo] = await Promise.all([launchBrowser(), startDemo()]);
});
afterAll(async () => {
  await browser.close();
  await demo.stop();
});

interface Tools {
  waymark: { push(call: unknown[]): void };
}
const contactLit = ["First name", "Last name", "Company"];
const lit = ["Deal name", "Company", "Amount in euros", "Close date"];

/** Labels of the fields in view. */
function inView(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("form label")]
      .filter((label) => label.checkVisibility({ visibilityProperty: true }))
      .map((label) => (label.textContent ?? "").replace(/[*\s]+$/, "")),
  );
}

/** What was saved, as the CRM stores it; without what the clock decides. */
function saved(page: Page, id: string, kind: "contacts" | "deals" = "deals"): Promise<Record<string, unknown>> {
  return page.evaluate(
    ([wanted, list]) => {
      const all = JSON.parse(localStorage.getItem("halden-crm.records") ?? "{}") as Record<string, { id: unknown }[]>;
      const { rank: _rank, ...record } = (all[list]?.find((each) => String(each.id) === wanted) ?? {}) as Record<
        string,
        unknown
      >;
      return record;
    },
    [id, kind] as const,
  );
}

/** Each test is about somebody who has not done the step yet: what one person has done, all their devices hear of. */
async function open(user = "u-mara"): Promise<Page> {
  const page = await (await unasked(await browser.newContext({ viewport: { width: 1280, height: 900 } }))).newPage();
  await page.goto(`${demo.facts.links["sales-rep"]}&user=${user}`);
  await guestReady(page);
  return page;
}

/** What folds loads when the page is idle: who has closed the guide before that is led to the form once more. */
async function leadToForm(page: Page, step = "create-deal", form = /deals\/create/): Promise<void> {
  const lead = async (): Promise<number> => {
    await page.evaluate((id) => (window as unknown as Tools).waymark.push(["show", "know-your-crm", id]), step);
    await page.waitForURL(form);
    await page.locator("waymark-coach [part=close]").first().click();
    return page.locator("waymark-focus").count();
  };
  await expect.poll(lead, { timeout: 60_000 }).toBe(1);
}

/** By its key. While the CRM draws its form anew there is nothing to fold: then the person presses once more. */
async function foldBy(page: Page, left: readonly string[]): Promise<void> {
  await page.locator("waymark-focus .bar").waitFor();
  const fold = async (): Promise<string[]> => {
    if ((await inView(page)).length > left.length) await page.keyboard.press("Alt+f");
    await passes(page, 1000);
    return inView(page);
  };
  await expect.poll(fold).toEqual(left);
}

async function fill(page: Page): Promise<string> {
  await page.getByLabel("Deal name").fill("Rail tags pilot");
  await page.getByRole("combobox", { name: "Company" }).click();
  await page.getByRole("option", { name: "Ferro Rail" }).click();
  await page.getByLabel("Amount in euros").fill("12000");
  await page.getByRole("button", { name: "Create deal", exact: true }).click();
  await page.waitForURL(/deals\/\d+\/show/);
  return /deals\/(\d+)/.exec(page.url())?.[1] ?? "";
}

describe("the CRM's deal form", () => {
  it("U16 folds all but what the step needs and what is required, and saves the same as without", async () => {
    const page = await open();
    await leadToForm(page);
    await foldBy(page, lit);
    await page.locator("waymark-focus .bar").waitFor();
    await expect.poll(() => page.locator("waymark-focus-more [part=more]").textContent()).toContain("14 more fields");
    const id = await fill(page);
    const focused = await saved(page, id);
    await expect.poll(() => page.locator("waymark-focus").count()).toBe(0);
    const other = await open();
    await crm.createDeal(other);
    const plain = await saved(other, /deals\/(\d+)/.exec(other.url())?.[1] ?? "");
    expect(focused).toEqual(plain);
    expect(Object.keys(plain).length).toBeGreaterThan(7);
  });

  it("U16 a folded field that the CRM's own check refuses unfolds with its message", async () => {
    const page = await open("u-fields");
    await leadToForm(page);
    await page.getByLabel("Discount in %").fill("15");
    await foldBy(page, [...lit, "Discount in %"]);
    await page.getByRole("button", { name: "Create deal", exact: true }).click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("name");
    expect(page.url()).toMatch(/create/);
  });
});

describe("the CRM's contact form", () => {
  it("U16 saves the same with its other fields folded as without", async () => {
    const idOf = (page: Page): string => /contacts\/(\d+)/.exec(page.url())?.[1] ?? "";
    const page = await open("u-contacts");
    await leadToForm(page, "add-contact", /contacts\/create/);
    await foldBy(page, contactLit);
    await expect.poll(() => page.locator("waymark-focus-more [part=more]").count()).toBeGreaterThan(0);
    await crm.addContact(page);
    const focused = await saved(page, idOf(page), "contacts");
    const other = await open("u-contacts-2");
    await other.goto(`${demo.facts.crm}/#/contacts/create`);
    await crm.addContact(other);
    expect(focused).toEqual(await saved(other, idOf(other), "contacts"));
    expect(Object.keys(focused).length).toBeGreaterThan(3);
  });
});
