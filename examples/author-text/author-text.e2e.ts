import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { type Opened, situation, tell } from "../../packages/testing/src/index.ts";

const here = situation("author-text");

/** All that the guide's own drawing is made of. */
const ours =
  "aside b button circle code dd div dl dt ellipse em footer g h2 h3 header li ol p path section small span svg ul".split(
    " ",
  );

/** What stands in the guide's surfaces that is no drawing of ours: foreign elements, and attributes that could run or load. */
const foreign = (page: Page): Promise<string[]> =>
  page.evaluate((allowed) => {
    const roots = [...document.querySelectorAll("*")].flatMap(({ shadowRoot }) => shadowRoot ?? []);
    return roots
      .flatMap((root) => [...root.querySelectorAll("*")])
      .flatMap((element) => [
        ...(allowed.includes(element.localName) ? [] : [element.localName]),
        ...element
          .getAttributeNames()
          .filter((name) => /^on|^(src|href|action|srcdoc|data|formaction)$/.test(name))
          .map((name) => `${element.localName} ${name}`),
      ]);
  }, ours);

/** The words of a surface, without the marks that authors may use. */
const plain = (text: string): string => [...text].filter((each) => each > " " && !"*_`\u00a0".includes(each)).join("");
const words = async (page: Page, name: string): Promise<string> =>
  plain(
    await page.evaluate((each) => {
      // The last: one that fades away may stand before it.
      const root = [...document.querySelectorAll(each)].at(-1)?.shadowRoot;
      return [...(root?.querySelectorAll("h2, h3, p, dd, dt, b, small, button, .goal") ?? [])]
        .map(({ textContent }) => textContent)
        .join("\n");
    }, name),
  );

const payloads = ({ page }: Opened): Promise<string[]> =>
  page.evaluate(() => (window as unknown as { payloads: string[] }).payloads);

async function nothingRan({ page, errors, console, requests }: Opened): Promise<void> {
  expect(await page.evaluate(() => "hacked" in window)).toBe(false);
  expect(await foreign(page)).toEqual([]);
  expect(requests.filter((url) => !url.startsWith(here.url().replace("author-text/", "")))).toEqual([]);
  expect(new URL(page.url()).pathname).toBe("/author-text/");
  expect(await page.locator("head, body, main, h1, #target").count()).toBe(5);
  expect(errors).toEqual([]);
  expect(console).toEqual([]);
}

const pressed = (page: Page, surface: string, part: string): Promise<void> =>
  page.evaluate(
    ([name, each]) =>
      [...document.querySelectorAll(name)].at(-1)?.shadowRoot?.querySelector<HTMLElement>(`[part=${each}]`)?.click(),
    [surface, part] as const,
  );

describe("a page whose texts try to run", () => {
  it("I2 shows every field of a journey as the text it is, and runs none", async () => {
    const opened = await here.open();
    const { page } = opened;
    await page.locator("waymark-launcher button").waitFor();
    const all = await payloads(opened);
    expect(all.length).toBeGreaterThan(40);
    for (const [at, payload] of all.entries()) {
      const text = plain(payload);
      const journey = `text-${at}`;
      await tell(page, "open", "brief", { journey });
      // The title and the three answers.
      await expect
        .poll(async () => (await words(page, "waymark-prompt")).split(text).length - 1, { message: payload })
        .toBeGreaterThanOrEqual(4);
      expect(await foreign(page), payload).toEqual([]);
      await tell(page, "open", "panel", { journey });
      // The title, two stations, heading, sentence, reason, label and destination.
      await expect
        .poll(async () => (await words(page, "waymark-panel")).split(text).length - 1, { message: payload })
        .toBeGreaterThanOrEqual(8);
      expect(await foreign(page), payload).toEqual([]);
      await pressed(page, "waymark-panel", "primary");
      await expect.poll(() => words(page, "waymark-coach"), { message: payload }).toContain(text);
      await pressed(page, "waymark-coach", "next");
      await expect.poll(() => words(page, "waymark-coach"), { message: payload }).toContain(`again${text}`);
      expect(await foreign(page), payload).toEqual([]);
      await pressed(page, "waymark-coach", "close");
    }
    await nothingRan(opened);
  });

  it("I2 shows names of records, and journeys in the menu, as the text they are", async () => {
    const all = (await payloads(await here.open())).map(plain);
    const inMenu = 5;
    for (let from = 0; from < all.length; from += inMenu) {
      const opened = await here.open({ path: `?from=${from}` });
      const { page } = opened;
      await page.locator("waymark-launcher button").waitFor();
      await tell(page, "open", "panel", { journey: "records" });
      const names = all.slice(from, from + inMenu);
      const missing = (text: string): string[] => names.filter((name) => !text.includes(name));
      await expect.poll(async () => missing(await words(page, "waymark-panel"))).toEqual([]);
      await tell(page, "open", "launcher");
      await expect.poll(async () => missing(await words(page, "waymark-launcher"))).toEqual([]);
      await nothingRan(opened);
      await page.close();
    }
  });

  it("I2 shows a host's own words of the interface as the text they are", async () => {
    const count = (await payloads(await here.open())).length;
    for (let at = 0; at < count; at += 4) {
      const opened = await here.open({ path: `?texts=${at}&locale=${at}` });
      const { page } = opened;
      const text = plain((await payloads(opened))[at] ?? "");
      await page.locator("waymark-launcher button").waitFor();
      await tell(page, "open", "brief", { journey: "text-0" });
      // Values are filled in, so a text that is made of blanks comes out otherwise.
      if (!text.includes("{n}")) await expect.poll(() => words(page, "waymark-prompt")).toContain(text);
      await tell(page, "open", "panel", { journey: "text-0" });
      await page.locator("waymark-panel [part=primary]").waitFor();
      await nothingRan(opened);
      await page.close();
    }
  });

  it("I2 takes an accent that is a colour, and nothing else", async () => {
    const count = await (await here.open()).page.evaluate(
      () => (window as unknown as { accents: string[] }).accents.length,
    );
    const grounds: (string | undefined)[] = [];
    for (let at = 0; at < count; at++) {
      const opened = await here.open({ path: `?accent=${at}` });
      const { page } = opened;
      await page.locator("waymark-launcher button").waitFor();
      await tell(page, "open", "panel", { journey: "text-6" });
      const button = page.locator("waymark-panel [part=primary]");
      await button.waitFor();
      const [ink, ground] = await button.evaluate((each) => [
        getComputedStyle(each).color,
        getComputedStyle(each).backgroundColor,
      ]);
      grounds.push(ground);
      expect(ink).not.toBe(ground);
      expect(ground).not.toBe("rgba(0, 0, 0, 0)");
      await nothingRan(opened);
      await page.close();
    }
    // The last two are a property of the page that is a colour, and one that is not there: then ours.
    expect(grounds.at(-2)).not.toBe(grounds[0]);
    expect(grounds.at(-1)).toBe(grounds[0]);
  });
});
