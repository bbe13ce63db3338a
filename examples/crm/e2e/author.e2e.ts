import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { axeFaults, byKeyboard, launchBrowser, tabTo } from "../../../packages/testing/src/index.ts";
import { type Demo, startDemo } from "./demo.ts";
import { crm, settled } from "./work.ts";

let browser: Browser;
let demo: Demo;
const opened: Page[] = [];

beforeAll(async () => {
  [browser, demo] = await Promise.all([launchBrowser(), startDemo()]);
});
afterEach(async () => {
  for (const page of opened.splice(0)) await page.context().close();
});
afterAll(async () => {
  await browser.close();
  await demo.stop();
});

async function visit(link: string, settings: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...settings });
  const page = await context.newPage();
  opened.push(page);
  await page.goto(link);
  return page;
}

/** The CRM with the editor over it, as an author opens it. */
async function author(
  settings?: BrowserContextOptions,
): Promise<{ page: Page; editor: Locator; press(name: string | RegExp): Promise<void> }> {
  const page = await visit(`${demo.facts.links["sales-rep"]}&waymark=author`, settings);
  const editor = page.locator("waymark-author");
  await editor.getByRole("heading").first().waitFor();
  return {
    page,
    editor,
    press: (name) => editor.getByRole("button", { name, exact: typeof name === "string" }).click(),
  };
}

const firstDeal = async (page: Page): Promise<void> => {
  await page.getByRole("menuitem", { name: "Deals" }).click();
  await page.locator("a[href*='/show']").first().click();
  await page.getByRole("button", { name: "Log call" }).waitFor();
};

const five = "Log the call\nAgree the next date\nSend the quote\nNegotiate\nWin it";
async function fiveLines(title: string): Promise<Awaited<ReturnType<typeof author>>> {
  const open = await author();
  await open.press(/Write five lines/);
  await open.editor.getByLabel("What is it called?").fill(title);
  await open.editor.getByLabel("One step a line").fill(five);
  await open.press("Draw the map");
  return open;
}

/** What this tab holds of the draft. */
const kept = (page: Page): Promise<string> => page.evaluate(() => sessionStorage.getItem("waymark.author.work") ?? "");

describe("who writes a journey in the CRM", () => {
  it("J1 J20 J21 J25 records it across a reload, edits, previews, publishes and rolls it back, and a sales rep walks it", async () => {
    const { page, editor, press } = await author();
    await press(/Show it/);
    await firstDeal(page);
    await crm.logCall(page);
    await editor.getByText("the app said call.logged").waitFor();
    expect(await kept(page)).not.toContain("forty devices");
    await page.reload();
    await editor.getByText(/noted, steps so far: \d/).waitFor();
    await page.getByRole("button", { name: "New task" }).waitFor();
    await crm.newTask(page);
    await editor.getByText("the app said task.created").waitFor();
    await press("Finish recording");

    await editor.getByRole("button", { name: /1\. Open Deals/ }).click();
    await press("Delete this step");
    await editor.getByRole("button", { name: /1\. Log call/ }).click();
    expect(await editor.getByText("Found surely").count()).toBe(1);
    await press(/Take apart/);
    await editor.getByRole("button", { name: /Save call/ }).waitFor();
    await press("Undo");
    await editor.getByRole("button", { name: /1\. Log call/ }).click();
    expect(await editor.getByLabel("Name of the event").inputValue()).toBe("call.logged");
    await editor.getByLabel("Station on the map").fill("Write down the call");
    await press("About the journey");
    await editor.getByLabel("Title").fill("Call and plan");
    await editor.getByLabel("Id, kept for good").fill("call-and-plan");
    await editor.getByLabel("Roles").fill("sales-rep");

    const sent: string[] = [];
    page.on("request", (request) => request.url().includes("/v1/events") && sent.push(request.url()));
    await press("Preview");
    const panel = page.locator("waymark-panel");
    await panel.getByRole("button", { name: /Write down the call/ }).waitFor();
    await editor.getByLabel("Full guidance").selectOption("light");
    await panel.getByRole("button", { name: /Write down the call/ }).waitFor();
    await press("Phone width");
    await editor.frameLocator("iframe").locator("waymark-panel").getByText("Call and plan").waitFor();
    await press("End the preview");
    await editor.getByLabel("Title").waitFor();

    await press("Save");
    await editor.getByLabel("Author key").fill(demo.facts.keys.author);
    await editor.getByLabel("What changed?").fill("From the desk");
    await press("Publish");
    await editor.getByText("Published as version 1.").waitFor();
    expect(sent).toEqual([]);
    await press("Back");
    await editor.getByLabel("Title").fill("A slip");
    await press("Save");
    await editor.getByLabel("Author key").fill(demo.facts.keys.author);
    await press("Publish");
    await editor.getByText("Published as version 2.").waitFor();
    await press("Go back to version 1");
    await editor.getByText("The older content is published again, as version 3.").waitFor();

    const rep = await visit(demo.facts.links["sales-rep"]);
    const fetched: string[] = [];
    rep.on("request", (request) => fetched.push(new URL(request.url()).pathname));
    await rep.reload();
    await rep.locator("waymark-launcher button").first().waitFor();
    await firstDeal(rep);
    await crm.logCall(rep);
    await expect.poll(async () => settled(rep, "call-and-plan", await recordOf(rep))).toEqual(["log-call"]);
    expect(fetched).toContain("/waymark.js");
    expect(fetched.filter((path) => path.includes("author"))).toEqual([]);
  });

  it("J3 begins with a template that is found by its role, and sees it drawn", async () => {
    const { editor, press } = await author();
    await press(/Take a template/);
    await editor.getByLabel("Search the templates").fill("recruiter");
    await editor
      .getByRole("button", { name: /recruiter/ })
      .first()
      .click();
    await editor.getByRole("button", { name: /^4\. / }).waitFor();
    await editor
      .getByText("Nothing to correct")
      .or(editor.getByText(/to think about/))
      .waitFor();
  });

  it("J23 works from the keyboard and leaves axe nothing to say, by day, at night and at 320 px", async () => {
    const { page, editor } = await author();
    // The editor stands at the end of the page: backwards it is near.
    await tabTo(page, editor.getByRole("button", { name: /Write five lines/ }), "Shift+Tab");
    await page.keyboard.press("Enter");
    await tabTo(page, editor.getByLabel("What is it called?"));
    await page.keyboard.type("Win a deal");
    await page.keyboard.press("Tab");
    await page.keyboard.type("One\nTwo");
    await byKeyboard(page, editor.getByRole("button", { name: "Draw the map" }));
    const second = editor.getByRole("button", { name: /2\. Two/ });
    await tabTo(page, second);
    await page.keyboard.press("Alt+ArrowLeft");
    await editor.getByRole("button", { name: /1\. Two/ }).waitFor();
    await page.keyboard.press("Control+z");
    await second.waitFor();
    await page.emulateMedia({ colorScheme: "light" });
    expect(await axeFaults(page, "waymark-author")).toEqual([]);
    await page.evaluate(() =>
      document.querySelector<HTMLElement>("waymark-author")?.style.setProperty("--_color-scheme", "dark"),
    );
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await axeFaults(page, "waymark-author")).toEqual([]);
    const wide = await editor.locator(".panel").evaluate((panel) => panel.scrollWidth - panel.clientWidth);
    expect(wide).toBe(0);
  });

  it("J24 a wrong key, no network, an id that is taken and a broken file say what to do, and the draft stays", async () => {
    const { page, editor, press } = await fiveLines("Win a deal");
    await press("Save");
    await press("Publish");
    await editor.getByRole("alert").getByText("Enter the author key first.").waitFor();
    await editor.getByLabel("Author key").fill("pk_not-a-key");
    await press("Publish");
    await editor.getByText(/does not take this key/).waitFor();
    await editor.getByLabel("Author key").fill(demo.facts.keys.author);
    await press("Publish");
    await editor.getByText(/id win-a-deal is published already/).waitFor();
    await page.route("**/v1/journeys/**", (route) => route.abort());
    await press("Keep as draft there");
    await editor.getByText(/Your draft is safe here/).waitFor();
    await press("Back");
    await press("Other drafts");
    const file = (text: string) => ({
      name: "a.journey.json",
      mimeType: "application/json",
      buffer: Buffer.from(text),
    });
    await editor.getByLabel("Open a file").setInputFiles(file('{\n<<<<<<< HEAD\n"id": "a"'));
    await editor.getByText(/Line 2 holds a conflict/).waitFor();
    await editor.getByLabel("Open a file").setInputFiles(file('{ "steps": ['));
    await editor.getByText(/only half written/).waitFor();
    await page.reload();
    await editor.getByRole("button", { name: /5\. Win it/ }).waitFor();
    expect(await editor.getByText("Win a deal", { exact: true }).count()).toBeGreaterThan(0);
  });
});

/** The record of the open page, as the guest names it. */
const recordOf = async (page: Page): Promise<string> => `deal:${/deals\/(\d+)/.exec(page.url())?.[1] ?? ""}`;
