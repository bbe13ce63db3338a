import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { axeFaults, type Opened, type OpenOptions, situation, tell } from "../../packages/testing/src/index.ts";

const here = situation("my-map");
/** Not the one that is fading out. */
const map = "waymark-my-map:not([inert])";
const card = "waymark-panel:not([inert]) .card";

async function openMap(options: OpenOptions = {}): Promise<Opened> {
  const opened = await here.open({ context: { viewport: { width: 1180, height: 780 } }, ...options });
  await opened.page.locator("waymark-launcher [part=launcher]").waitFor();
  await opened.page.locator("#before").click();
  await opened.page.locator(`${map} .rec`).first().waitFor();
  return opened;
}

/** Records of a list in the order they are shown, those in the document. */
const labels = (page: Page, list: string): Promise<string[]> =>
  page.locator(`${map} section[aria-label="${list}"] .rec b`).allTextContents();
const counts = (page: Page): Promise<string[]> => page.locator(`${map} .lists .n`).allTextContents();
const counted = async (page: Page): Promise<number> =>
  (await counts(page)).reduce((sum, text) => sum + Number(text), 0);
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at?.getAttribute("aria-label") ?? at?.textContent ?? "";
  });

describe("My map", () => {
  it("M20 shows every record, in dots or numbers and in four lists, and gives the focus back", async () => {
    const { page, errors } = await openMap({ path: "?n=300" });
    await page.locator(`${map} [data-dot^=planned]`).first().waitFor();
    const drawn = async (): Promise<number> => {
      const dots = await page.locator(`${map} [part=dot]`).count();
      const more = await page.locator(`${map} .spot-on.xs`).allTextContents();
      return dots + more.reduce((sum, text) => sum + Number(text.slice(1)), 0);
    };
    await expect.poll(drawn).toBe(300);
    await expect.poll(() => counted(page)).toBe(300);
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator(map).count()).toBe(0);
    await expect.poll(() => focused(page)).toBe("My map");
    expect(errors).toEqual([]);
  });

  it("K69 draws no number where no record stands, and says nothing of what nobody asks", async () => {
    const { page } = await openMap({ path: "?n=1" });
    const stations = page.locator(`${map} .way .count`);
    await expect.poll(async () => (await stations.allTextContents()).filter((text) => text !== "")).toEqual(["1"]);
    expect(await stations.count()).toBeGreaterThan(1);
    expect(await page.locator(`${map} .head .s`).first().textContent()).not.toMatch(/\b0\b/);
  });

  it("M20 opens from the panel and leads back to it", async () => {
    const { page } = await here.open({ context: { viewport: { width: 1180, height: 780 } } });
    await page.locator("waymark-launcher [part=launcher]").waitFor();
    await page.evaluate(() =>
      (window as unknown as { waymark: { open(name: string, of: unknown): void } }).waymark.open("panel", {
        journey: "win-a-deal",
        subject: "deal:3",
      }),
    );
    await page.locator("waymark-panel [part=records]").click();
    await page.locator(`${map} .way`).waitFor();
    await page.keyboard.press("Escape");
    await page.locator(card).waitFor();
  });

  it("K59 the menu names a record once: the open one in its journey's line, others below", async () => {
    const { page } = await here.open({ context: { viewport: { width: 1180, height: 780 } } });
    const menu = page.locator("waymark-launcher [part=menu]");
    const listed = menu.locator("[part=record] b");
    await page.locator("waymark-launcher [part=launcher]").waitFor();
    await tell(page, "open", "launcher");
    await listed.first().waitFor();
    const [first = ""] = await listed.allTextContents();
    await page.evaluate((name) => {
      const { deals } = window as unknown as { deals: { id: string; label: string }[] };
      history.pushState(null, "", `/my-map/deals/${deals.find(({ label }) => label === name)?.id ?? ""}`);
    }, first);
    await expect.poll(() => menu.locator("[part=journey] small").first().textContent()).toContain(`${first} · `);
    expect(await listed.count()).toBe(5);
    expect(await listed.allTextContents()).not.toContain(first);
  });

  it.each([300, 10_000])("M21 keeps few rows of %i and reaches each by keys", async (n) => {
    const { page } = await openMap({ path: `?n=${n}` });
    await expect.poll(() => counted(page)).toBe(n);
    const total = Number((await counts(page))[3]);
    expect(total).toBeGreaterThan(n / 4);
    expect(await page.locator(`${map} .rec`).count()).toBeLessThan(80);
    await page.locator(`${map} section[aria-label=Planned] .rec`).first().focus();
    await page.keyboard.press("End");
    const last = page.locator(`${map} [aria-posinset="${total}"]`);
    await last.locator(".rec:focus").waitFor();
    await page.keyboard.press("PageUp");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    await page.locator(`${map} section[aria-label=Planned] [aria-posinset="${total - 4}"] .rec:focus`).waitFor();
    await page.keyboard.press("Home");
    await page.locator(`${map} section[aria-label=Planned] [aria-posinset="1"] .rec:focus`).waitFor();
    expect(await page.locator(`${map} .rec`).count()).toBeLessThan(80);
  });

  it("M22 finds by name without accents, sorts, and narrows to one station", async () => {
    const { page } = await openMap();
    await page.locator(`${map} input[type=search]`).fill("CAFE mo");
    await expect.poll(() => counted(page)).toBe(5);
    await expect.poll(() => page.locator(`${map} [part=dot]`).count()).toBe(5);
    await page.locator(`${map} input[type=search]`).fill("");
    await page.locator(`${map} select`).selectOption("name");
    const sorted = async (): Promise<boolean> => {
      const planned = await labels(page, "Planned");
      const byName = planned.toSorted(new Intl.Collator("en", { numeric: true }).compare);
      return planned.length > 3 && planned.join() === byName.join();
    };
    await expect.poll(sorted).toBe(true);
    await page.locator(`${map} [part=station]`).nth(2).locator(".clamp").click();
    await expect.poll(() => counted(page)).toBe(8);
    const others = async (): Promise<string[]> =>
      (await page.locator(`${map} .rec small`).allTextContents()).filter(
        (line) => !line.startsWith("Agree the next date"),
      );
    await expect.poll(others).toEqual([]);
    expect(await page.locator(`${map} .rec small`).count()).toBeGreaterThan(0);
    await page.getByRole("button", { name: "Only: Agree the next date. Show all" }).click();
    await expect.poll(() => counted(page)).toBe(40);
  });

  it("M23 arrow keys walk along a lane and to the next; the focus says record and date", async () => {
    const { page } = await openMap();
    const dot = (lane: string, place: number) => page.locator(`${map} [data-dot^="${lane} "]`).nth(place);
    await page.locator(`${map} [part=dot][tabindex="0"]`).focus();
    const seen = [await focused(page)];
    const late = await page.locator(`${map} [data-dot^="overdue "]`).count();
    for (let step = 1; step < late; step++) {
      await page.keyboard.press("ArrowRight");
      await expect.poll(() => focused(page)).not.toBe(seen.at(-1));
      seen.push(await focused(page));
    }
    expect(seen).toHaveLength(new Set(seen).size);
    expect(seen.every((name) => name.includes("Since"))).toBe(true);
    await expect.poll(() => page.locator(`${map} .tip`).textContent()).toContain(seen.at(-1)?.split(",")[0]);
    await page.keyboard.press("Home");
    await expect.poll(() => focused(page)).toBe(await dot("overdue", 0).getAttribute("aria-label"));
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => focused(page)).toContain("Today");
    // One dot is in the tab order.
    expect(await page.locator(`${map} [part=dot][tabindex="0"]`).count()).toBe(1);
  });

  it("M24 a record opens its panel and its page, by pointer and by key, and leads nowhere else", async () => {
    const { page } = await openMap();
    await page.locator(`${map} section[aria-label=Overdue] .rec`).first().click();
    await page.locator(card).waitFor();
    const opened = () => page.evaluate(() => (window as unknown as { opened: string[] }).opened);
    await expect.poll(opened).toEqual([expect.stringMatching(/^\/my-map\/\?deal=\d+#deal$/)]);
    await page.evaluate(() => {
      const { waymark } = window as unknown as {
        waymark: { setSubjects(type: string, list: unknown[]): void; open(name: string, of: unknown): void };
      };
      const outside = ["javascript:document.title='x'", "https://example.com/", "//example.com/", "data:text/html,x"];
      waymark.setSubjects(
        "deal",
        outside.map((url, index) => ({ id: `out-${index}`, label: `Outside ${index}`, url, data: { stage: "note" } })),
      );
      waymark.open("map", { journey: "win-a-deal" });
    });
    for (const index of [0, 1, 2, 3]) {
      await page.locator(`${map} input[type=search]`).fill(`outside ${index}`);
      await expect.poll(() => page.locator(`${map} .rec b`).allTextContents()).toEqual([`Outside ${index}`]);
      await page.locator(`${map} .rec`).press("Enter");
      await page.locator(card).waitFor();
      await page.evaluate(() =>
        (window as unknown as { waymark: { open(name: string, of: unknown): void } }).waymark.open("map", {
          journey: "win-a-deal",
        }),
      );
    }
    expect(await opened()).toHaveLength(1);
    expect(await page.title()).toBe("My map over many records");
  });

  it("M25 on a phone: downwards, by touch, one list at a time", async () => {
    const { page } = await openMap({
      context: { viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true },
    });
    const boxes = await page
      .locator(`${map} [part=station]`)
      .evaluateAll((all) =>
        all.map((each) => each.getBoundingClientRect()).map(({ top, height }) => ({ top, height })),
      );
    expect(boxes.map(({ top }) => top)).toEqual([...boxes.map(({ top }) => top)].sort((a, b) => a - b));
    for (const { height } of boxes) expect(height).toBeGreaterThan(43.9);
    expect(await page.locator(`${map} [part=dot]`).count()).toBe(0);
    await page.locator(`${map} [part=station]`).nth(3).tap();
    await expect.poll(() => page.locator(`${map} .rec`).first().isVisible()).toBe(true);
    await expect.poll(() => page.locator(`${map} .rec small`).first().textContent()).toContain("Send the quote");
    await page.locator(`${map} .legend button`).nth(3).tap();
    await expect.poll(() => page.locator(`${map} .rec small`).first().textContent()).toContain("By");
    await page.locator(`${map} .rec`).first().tap();
    await page.locator(card).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });

  it.each([
    ["light", "", 1180],
    ["dark", "?dark", 1180],
    ["right to left", "?dir=rtl&locale=ar", 1180],
    ["320 px", "", 320],
  ])("M26 axe finds nothing: %s", async (_, path, width) => {
    const { page } = await openMap({ path, context: { viewport: { width, height: 800 } } });
    expect(await axeFaults(page, map)).toEqual([]);
  });

  it("K41 gives each record its time by one tap, one after another, and takes it back by the same", async () => {
    const { page, errors } = await openMap({
      before: (context) => context.clock.setFixedTime(new Date("2026-03-10T09:05:00")),
    });
    await page.locator(`${map} [part=plan-day]`).click();
    const row = (at: number) => page.locator(`${map} [part=day-row]`).nth(at);
    const labels = await page.locator(`${map} [part=day-row] b`).allTextContents();
    const [overdue, today] = [await row(0).textContent(), await row(5).textContent()];
    expect([overdue?.includes("Since"), today?.includes("Today")]).toEqual([true, true]);
    await row(0).getByRole("button", { name: "Today" }).click();
    await expect.poll(() => row(0).locator("small").textContent()).toContain("Today, 9:15");
    await row(1).getByRole("button", { name: "Today" }).click();
    await expect.poll(() => row(1).locator("small").textContent()).toContain("Today, 9:30");
    await row(0).getByRole("button", { name: "Today" }).click();
    await expect.poll(() => row(0).locator("small").textContent()).toContain("Since");
    await row(0).getByRole("button", { name: "Tomorrow" }).click();
    await expect.poll(() => row(0).locator("small").textContent()).toContain("Wednesday");
    await expect.poll(() => row(0).getByRole("button", { name: "Tomorrow" }).getAttribute("aria-pressed")).toBe("true");
    // Nothing has hopped away, and the rest of what asks is laid out by one tap.
    expect(await page.locator(`${map} [part=day-row] b`).allTextContents()).toEqual(labels);
    await page.locator(`${map} [part=all-today]`).click();
    await expect.poll(() => row(2).locator("small").textContent()).toContain("Today, 9:15");
    await expect.poll(() => row(3).locator("small").textContent()).toContain("Today, 9:45");
    await expect.poll(() => page.locator(`${map} [part=all-today]`).count()).toBe(0);
    const saved = page.waitForEvent("download");
    await page.locator(`${map} [part=calendar-today]`).click();
    const file = readFileSync(await (await saved).path(), "utf8");
    const starts = [...file.matchAll(/^DTSTART:(\S+)/gm)].map(([, start]) => start);
    expect(starts.length).toBeGreaterThan(3);
    expect(new Set(starts).size).toBe(starts.length);
    await page.locator(`${map} [part=back]`).click();
    await expect.poll(() => focused(page)).toContain("Plan my day");
    expect(errors).toEqual([]);
  });
});
