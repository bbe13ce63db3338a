import type { BrowserContext } from "playwright-core";
import { describe, expect, it } from "vitest";
import { situation, tell, walk } from "../../packages/testing/src/index.ts";

const here = situation("automation");

/** The page as its server would send it: another attribute on `<html>`, more on the script tag. */
const sent =
  (html: string, tag: string) =>
  (context: BrowserContext): Promise<unknown> =>
    context.route("**/automation/", async (route) => {
      const page = await (await route.fetch()).text();
      const body = page
        .replace('<html lang="en" data-waymark="off">', html)
        .replace("<script async", `<script async ${tag}`);
      await route.fulfill({ body, contentType: "text/html" });
    });
const html = '<html lang="en">';

describe("a page under test", () => {
  it.each([
    ['data-waymark="off" on the page', '<html lang="en" data-waymark="off">', ""],
    ['data-waymark="off" on the tag', html, 'data-waymark="off"'],
    ['data-automation="off" on the tag, where a test drives the browser', html, 'data-automation="off"'],
  ])("I13 the guest is not there: %s", async (_, page, tag) => {
    const opened = await here.open({ before: sent(page, tag) });
    expect(await opened.page.evaluate(() => navigator.webdriver)).toBe(true);
    await opened.page.waitForLoadState("networkidle");
    await tell(opened.page, "track", "save");
    expect(await opened.page.evaluate(() => document.querySelectorAll("*").length)).toBe(
      await opened.page.evaluate(() => document.querySelectorAll("html, head, head *, body, body *").length),
    );
    expect(await opened.page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
    expect(await opened.page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
    expect(opened.requests.filter((url) => url.includes("/sdk/"))).toEqual([]);
    expect(opened.console).toEqual([]);
    expect(opened.errors).toEqual([]);
  });

  it("I13 without the switch it is there, also for a browser that a test drives", async () => {
    const { page, errors } = await here.open({ before: sent(html, "") });
    expect(await page.evaluate(() => navigator.webdriver)).toBe(true);
    await walk(page);
    expect(errors).toEqual([]);
  });

  it("I13 a test can switch it off without touching the page, as docs/testing.md says", async () => {
    const { page, requests, errors } = await here.open({
      before: async (context) => {
        await sent(html, "")(context);
        await context.route("**/waymark.js", (route) => route.fulfill({ contentType: "text/javascript", body: "" }));
      },
    });
    await page.waitForLoadState("networkidle");
    expect(requests.filter((url) => url.includes("/sdk/"))).toEqual([]);
    expect(errors).toEqual([]);
  });

  it("I13 the rule for tests does not touch people", async () => {
    const { page } = await here.open({
      before: async (context) => {
        await context.addInitScript(() => Object.defineProperty(navigator, "webdriver", { value: false }));
        await sent(html, 'data-automation="off"')(context);
      },
    });
    await page.locator("waymark-launcher button").waitFor();
  });
});
