import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lintJourney, parseJourney } from "../../packages/schema/dist/index.js";
import { launchBrowser } from "../../packages/testing/src/index.ts";
import { type Helpdesk, journeyFiles, serveHelpdesk } from "./src/serve.ts";

let browser: Browser;
let desk: Helpdesk;

beforeAll(async () => {
  [browser, desk] = await Promise.all([launchBrowser(), serveHelpdesk()]);
});
afterAll(async () => {
  await browser.close();
  await desk.close();
});

async function withoutScripts(): Promise<Page> {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(`${desk.url}/?as=u-priya`);
  return page;
}

describe("the helpdesk itself", () => {
  it("takes, answers, merges, closes and reopens without a single script", async () => {
    const page = await withoutScripts();
    await page.goto(`${desk.url}/queue/doubles`);
    await page.locator("tbody a").first().click();
    await page.getByRole("button", { name: "Assign to me" }).click();
    await page.getByText("is yours.").waitFor();
    await page.getByLabel("wrote more than once").selectOption({ index: 1 });
    await page.getByRole("button", { name: "Merge" }).click();
    await page.getByText(/went into \d+/).waitFor();
    await page.getByLabel("Your reply to").fill("<b>Bold & brave</b>");
    await page.getByRole("button", { name: "Send reply" }).click();
    await page.getByText("<b>Bold & brave</b>").waitFor();
    await page.getByLabel("What was it about?").selectOption("Fault mended");
    await page.getByRole("button", { name: "Close ticket" }).click();
    await page.getByRole("button", { name: "Open again" }).click();
    await page.getByText("is open again").waitFor();
    await page.context().close();
  });

  it("answers what is not there with a page, and an unknown deed with none", async () => {
    const page = await withoutScripts();
    const answer = await page.goto(`${desk.url}/tickets/9999`);
    expect(answer?.status()).toBe(404);
    await page.getByRole("link", { name: "Back to the tickets" }).waitFor();
    for (const act of ["constructor", "close", "merge"]) {
      await page.request.post(`${desk.url}/tickets/1002/${act}`);
    }
    await page.goto(`${desk.url}/tickets/1002`);
    expect(await page.locator("article").getAttribute("data-status")).toBe("open");
    await page.context().close();
  });

  it("journeys hold to every length and word the linter knows", () => {
    for (const file of journeyFiles) {
      const read = parseJourney(JSON.parse(readFileSync(file, "utf8")));
      expect(read.ok ? lintJourney(read.value) : read.problems, file).toEqual([]);
      expect(read.ok && read.value.steps.length).toBeGreaterThanOrEqual(4);
    }
  });
});
