import { readFile } from "node:fs/promises";
import ICAL from "ical.js";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { axeFaults, type Opened, type OpenOptions, situation } from "../../packages/testing/src/index.ts";

const here = situation("strip");
const panel = "waymark-panel:not([inert])";

interface Waymark {
  open(name: string, of: unknown): void;
  track(name: string, props: unknown): void;
  on(type: string, listener: (happening: { props: unknown }) => void): void;
}
const inPage = <T>(page: Page, call: (waymark: Waymark) => T): Promise<T> =>
  page.evaluate(`(${String(call)})(window.waymark)`) as Promise<T>;

async function openStrip(options: OpenOptions = {}): Promise<Opened> {
  const opened = await here.open({ context: { viewport: { width: 1240, height: 900 } }, ...options });
  await opened.page.locator("#wide [part=strip]").waitFor();
  return opened;
}

const isHere = (page: Page, strip = "#wide"): Promise<string | null> =>
  page.locator(`${strip} .st.here button`).textContent();

describe("the strip", () => {
  it("M33 stands in the host's page without moving anything, and goes on with the record's deeds", async () => {
    const { page, errors } = await openStrip();
    const box = await page.locator("#wide").boundingBox();
    expect(box?.height).toBe(74);
    expect(await page.evaluate(() => (window as unknown as { shift: number }).shift)).toBe(0);
    await expect.poll(() => isHere(page)).toContain("Agree the next date");
    await inPage(page, (waymark) => waymark.track("date.done", { dealId: "18" }));
    expect(await isHere(page)).toContain("Agree the next date");
    await inPage(page, (waymark) => waymark.track("date.done", { dealId: "17" }));
    await expect.poll(() => isHere(page)).toContain("Send the quote");
    expect(await page.evaluate(() => (window as unknown as { shift: number }).shift)).toBe(0);
    expect(errors).toEqual([]);
  });

  it("M33 its one act begins the guide, a station opens the panel, and another record is shown at once", async () => {
    const { page } = await openStrip();
    await page.locator("#wide [part=primary]").click();
    await page.locator("waymark-spotlight").waitFor();
    await page.keyboard.press("Escape");
    await page.locator("#wide [part=station]").first().focus();
    await page.keyboard.press("Enter");
    await page.locator(`${panel} .card`).waitFor();
    await page.locator("#wide").evaluate((strip) => strip.setAttribute("subject", "deal:18"));
    await expect.poll(() => isHere(page)).toContain("Note the call");
  });

  it("M33 fills a place the host marked, also one that comes later", async () => {
    const { page } = await openStrip();
    await page.evaluate(() => {
      const place = document.createElement("div");
      place.id = "place";
      place.dataset.waymarkMap = "win-a-deal";
      document.querySelector("main")?.append(place);
      (window as unknown as { waymark: { setSubjects(type: string, list: unknown[]): void } }).waymark.setSubjects(
        "deal",
        [{ id: "19", label: "Halden", data: { stage: "note" } }],
      );
    });
    await page.locator("#place waymark-map").waitFor({ state: "attached" });
  });

  it("M34 narrow, it is the trail and one line", async () => {
    const { page } = await openStrip();
    const slim = page.locator("#slim");
    await expect.poll(async () => (await slim.boundingBox())?.height).toBe(74);
    await expect.poll(() => slim.locator(".side").textContent()).toMatch(/Agree the next date/);
    expect(await slim.locator("[part=primary]").count()).toBe(0);
    await page.setViewportSize({ width: 320, height: 640 });
    await page.locator("#wide .slim").waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });

  it.each([
    ["light", "", 1240],
    ["dark", "?dark", 1240],
    ["right to left", "?dir=rtl&locale=ar", 1240],
    ["320 px", "", 320],
  ])("M26 axe finds nothing on strip and plan: %s", async (_, path, width) => {
    const { page } = await openStrip({ path, context: { viewport: { width, height: 900 } } });
    expect([...(await axeFaults(page, "#wide")), ...(await axeFaults(page, "#slim"))]).toEqual([]);
    await inPage(page, (waymark) => waymark.open("panel", { journey: "win-a-deal", subject: "deal:17" }));
    await page.locator(`${panel} [part=plan-make]`).click();
    await page.locator(`${panel} [part=plan-choice]`).first().waitFor();
    expect(await axeFaults(page, panel)).toEqual([]);
  });
});

describe("the plan", () => {
  it("M30 a finished step asks once; the answer is kept over a reload, changed, and taken back", async () => {
    const { page } = await openStrip();
    await inPage(page, (waymark) => waymark.open("panel", { journey: "win-a-deal", subject: "deal:17" }));
    await page.locator(`${panel} [part=plan-make]`).waitFor();
    expect(await page.locator(`${panel} [part=plan-choice]`).count()).toBe(0);
    await page.evaluate(() => {
      const told: unknown[] = [];
      Object.assign(window, { told });
      const { waymark } = window as unknown as { waymark: Waymark };
      waymark.on("step.planned", ({ props }) => told.push(props));
      waymark.track("date.done", { dealId: "17" });
    });
    await page.getByRole("group", { name: "When is the next one?" }).waitFor();
    // Asked, not pushed: the focus stays where the person works.
    expect(await page.evaluate(() => document.activeElement?.localName)).not.toBe("waymark-panel");
    await page.getByRole("button", { name: /^Tomorrow/ }).press("Enter");
    const plan = page.locator(`${panel} [part=plan] p`);
    await expect.poll(() => plan.textContent()).toMatch(/^When it is \w+day.* 10:00 AM, I do: Send the quote$/);
    await expect.poll(() => page.locator(`${panel} [part=plan-change]:focus`).count()).toBe(1);
    const tomorrow = await page.evaluate(() => {
      const date = new Date();
      date.setDate(date.getDate() + 1);
      return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
    });
    await expect
      .poll(() => page.evaluate(() => (window as unknown as { told: unknown[] }).told))
      .toEqual([{ due: tomorrow }]);
    await page.reload();
    await page.locator("#wide [part=strip]").waitFor();
    await expect.poll(() => page.locator("#wide .side").textContent()).toContain("Tomorrow, 10:00");
    await inPage(page, (waymark) => waymark.open("panel", { journey: "win-a-deal", subject: "deal:17" }));
    await page.locator(`${panel} [part=plan-change]`).click();
    await page.getByRole("button", { name: "Another time" }).click();
    await page.locator(`${panel} input[type=datetime-local]`).fill("2031-05-06T15:30");
    await page.keyboard.press("Enter");
    await expect.poll(() => plan.textContent()).toContain("3:30 PM, I do: Send the quote");
    await page.locator(`${panel} [part=plan-change]`).click();
    await page.locator(`${panel} [part=plan-none]`).click();
    await page.locator(`${panel} [part=plan-make]`).waitFor();
  });

  it("K29 the button of our form sends it once, by mouse and by keyboard", async () => {
    const { page } = await openStrip();
    await inPage(page, (waymark) => waymark.open("panel", { journey: "win-a-deal", subject: "deal:17" }));
    await page.locator(`${panel} [part=plan-make]`).click();
    for (const deed of ["click", "Enter", "Space"]) {
      await page.getByRole("button", { name: "Another time" }).click();
      const form = page.locator(`${panel} form`);
      await form.evaluate((element) => {
        const sent: string[] = [];
        Object.assign(window, { sent });
        element.addEventListener("submit", () => sent.push("submit"));
      });
      await page.locator(`${panel} input[type=datetime-local]`).fill("2031-05-06T15:30");
      const send = form.getByRole("button");
      await (deed === "click" ? send.click() : send.press(deed));
      await page.locator(`${panel} [part=plan-change]`).click();
      expect(await page.evaluate(() => (window as unknown as { sent: string[] }).sent)).toEqual(["submit"]);
    }
  });

  it("M30 whoever has no plan now is left alone", async () => {
    const { page } = await openStrip();
    await inPage(page, (waymark) => waymark.open("panel", { journey: "win-a-deal", subject: "deal:17" }));
    await page.locator(`${panel} .card`).waitFor();
    await inPage(page, (waymark) => waymark.track("date.done", { dealId: "17" }));
    await page.locator(`${panel} [part=plan-none]`).click();
    await page.locator(`${panel} [part=plan-make]`).waitFor();
    await page.keyboard.press("Escape");
    await inPage(page, (waymark) => waymark.open("panel", { journey: "win-a-deal", subject: "deal:17" }));
    await page.locator(`${panel} [part=plan-make]`).waitFor();
    expect(await page.locator(`${panel} [part=plan-choice]`).count()).toBe(0);
  });

  it("M31 the saved file holds the moment, in a time zone with summer time", async () => {
    const { page } = await openStrip({
      context: { viewport: { width: 1240, height: 900 }, timezoneId: "America/New_York", acceptDownloads: true },
    });
    await inPage(page, (waymark) => waymark.open("panel", { journey: "win-a-deal", subject: "deal:17" }));
    await page.locator(`${panel} [part=plan-make]`).click();
    await page.getByRole("button", { name: "Another time" }).click();
    await page.locator(`${panel} input[type=datetime-local]`).fill("2031-07-01T15:30");
    await page.keyboard.press("Enter");
    const saved = page.waitForEvent("download");
    await page.locator(`${panel} [part=calendar]`).click();
    const download = await saved;
    expect(download.suggestedFilename()).toBe("plan.ics");
    const calendar = new ICAL.Component(ICAL.parse(await readFile(await download.path(), "utf8")));
    const event = new ICAL.Event(calendar.getFirstSubcomponent("vevent") ?? new ICAL.Component("vevent"));
    expect(event.summary).toBe("Agree the next date: Nordwind Logistics");
    expect(event.startDate.toJSDate().toISOString()).toBe("2031-07-01T19:30:00.000Z");
  });

  it("M32 tells once a day how many open records have a date, and nothing else", async () => {
    const { page } = await openStrip({
      before: async (_, page) => {
        await page.clock.install();
      },
    });
    const listen = () =>
      page.evaluate(() => {
        const told: unknown[] = [];
        Object.assign(window, { told });
        (window as unknown as { waymark: Waymark }).waymark.on("plan.cover", (happening) => told.push(happening));
      });
    const told = () => page.evaluate(() => (window as unknown as { told: { props: unknown }[] }).told);
    await listen();
    // Who counts them loads in idle time: its ten seconds may begin late.
    await expect
      .poll(
        async () => {
          if ((await told()).length === 0) await page.clock.runFor(11_000);
          return (await told()).map(({ props }) => props);
        },
        { interval: 500 },
      )
      .toEqual([{ open: 2, planned: 1 }]);
    expect(JSON.stringify(await told())).not.toMatch(/deal:|Nordwind/);
    await page.reload();
    await page.locator("#wide [part=strip]").waitFor();
    await listen();
    await page.clock.runFor(11_000);
    await page.waitForTimeout(300);
    expect(await told()).toEqual([]);
  });
});
