import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { axeFaults } from "../../packages/testing/src/axe.ts";
import { inSight, type Opened, situation, tell } from "../../packages/testing/src/index.ts";
import { startCollector } from "../../packages/testing/src/real-collector.ts";
import { startRecordingProxy } from "../../packages/testing/src/recording-proxy.ts";

const here = situation("voice");
const words = "Sixteen fields before I can set a date.";

const report = (page: Page) => page.locator("waymark-report");
const part = (page: Page, name: string) => report(page).locator(`[part=${name}]`);
const answer = (page: Page) => page.locator("waymark-panel [part=answer]");

/** The page once everything that loads while it is idle is there. */
async function open(context: BrowserContextOptions = {}, more: Record<string, unknown> = {}): Promise<Opened> {
  const opened = await here.open({
    context,
    before: (owner) =>
      owner.addInitScript((options) => {
        (window as unknown as { waymark: unknown[] }).waymark = [["configure", options]];
      }, more),
  });
  await opened.page.waitForLoadState("networkidle");
  return opened;
}

async function openReport(page: Page, step = "Save the order"): Promise<void> {
  await tell(page, "open", "panel");
  await page.locator("waymark-panel .st button", { hasText: step }).click();
  await page.locator("waymark-panel [part=act]").getByText("This is hard").click();
  await report(page).locator(".surface").waitFor();
}

async function makeReport(page: Page, text = words): Promise<void> {
  await openReport(page);
  await part(page, "reason").first().click();
  await part(page, "words").fill(text);
  await part(page, "send").click();
  await part(page, "kept").waitFor();
}

/** The part that has the focus, through shadow trees. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at?.getAttribute("part") ?? at?.localName ?? "";
  });

async function tabTo(page: Page, name: string): Promise<void> {
  for (let turn = 0; turn < 30 && (await focused(page)) !== name; turn++) await page.keyboard.press("Tab");
  expect(await focused(page)).toBe(name);
}

describe("this is hard", () => {
  it("N25 one tap and the button: the report is kept, said politely, and shown as it was made", async () => {
    const { page, errors } = await open();
    await openReport(page, "Send it");
    expect(await part(page, "send").isDisabled()).toBe(true);
    await part(page, "reason").nth(2).click();
    await part(page, "send").click();
    await part(page, "kept").getByText("Something blocks me").waitFor();
    const live = page.locator("waymark-launcher [aria-live]");
    await expect.poll(() => live.textContent()).toBe("Kept on this device.");
    await page.keyboard.press("Escape");
    await openReport(page, "Send it");
    await expect.poll(() => part(page, "kept").textContent()).toContain("Something blocks me");
    expect(errors).toEqual([]);
  });

  it("N26 no request goes out from the tap to the receipt, and no event tells of it", async () => {
    const { page, requests } = await open();
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      const { waymark } = window as unknown as {
        waymark: { on(type: string, call: (of: { type: string }) => void): void };
      };
      waymark.on("*", ({ type }) => heard.push(type));
    });
    await tell(page, "open", "brief");
    await page.locator("waymark-prompt [part=answer]").first().click();
    await page.locator("waymark-panel .st button", { hasText: "Send it" }).click();
    const heard = (): Promise<string[]> => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
    await expect.poll(heard).toContain("brief.answered");
    await page.locator("waymark-panel [part=act]").getByText("This is hard").waitFor();
    const before = [...(await heard())];
    const sent = requests.length;
    await page.locator("waymark-panel [part=act]").getByText("This is hard").click();
    await part(page, "reason").first().click();
    await part(page, "words").fill(words);
    await part(page, "send").click();
    await part(page, "kept").waitFor();
    await page.keyboard.press("Escape");
    await page.locator("waymark-panel [part=card]").waitFor();
    await page.waitForTimeout(500);
    expect(requests.slice(sent)).toEqual([]);
    expect(await heard()).toEqual(before);
  });

  it("N26 with a collector that takes events, and with the last beacon, no byte of the report arrives there", async () => {
    const collector = await startCollector();
    const proxy = await startRecordingProxy(collector.url);
    try {
      const { page } = await open({}, { collector: proxy.url, key: collector.key });
      await makeReport(page);
      await tell(page, "track", "add");
      const types = async (): Promise<string[]> => (await collector.events()).map(({ type }) => type);
      await expect.poll(types, { timeout: 60_000 }).toContain("step.completed");
      await page.goto("about:blank");
      await expect.poll(() => proxy.requests.join("\n")).toContain("journey.offered");
      const all = proxy.requests.join("\n");
      expect(all).not.toContain("Sixteen");
      expect(all).not.toContain("Takes too long");
      expect(all).not.toMatch(/receipt|report|voice-/);
      expect((await collector.events()).map(({ type }) => type).filter((type) => /report|voice/.test(type))).toEqual(
        [],
      );
    } finally {
      await proxy.close();
      await collector.stop();
    }
  });

  it("N27 who sees what stands beside the button and promises what this channel can hold: the device", async () => {
    const { page } = await open();
    await openReport(page);
    expect(await part(page, "who").textContent()).toContain("Only this device keeps it.");
    expect(await part(page, "send").textContent()).toBe("Keep it here");
    expect(await report(page).locator(".surface").textContent()).not.toMatch(/anonym|manager/i);
  });

  it("N28 a name is pointed out while it is written, and rewritten with one press", async () => {
    const { page } = await open();
    await openReport(page);
    await part(page, "words").fill("Peter skips them. Ask Mara.");
    await expect
      .poll(() => part(page, "hint").allTextContents())
      .toEqual(["“Peter” looks like a name.Write “a colleague”", "“Mara” looks like a name.Write “a colleague”"]);
    await part(page, "rewrite").first().click();
    await expect.poll(() => part(page, "words").inputValue()).toBe("A colleague skips them. Ask Mara.");
    await part(page, "rewrite").first().click();
    await expect.poll(() => part(page, "words").inputValue()).toBe("A colleague skips them. Ask a colleague.");
    await expect.poll(() => part(page, "hint").count()).toBe(0);
    await part(page, "words").fill("x".repeat(600));
    await expect.poll(async () => (await part(page, "words").inputValue()).length).toBe(500);
  });

  it("N29 it is taken back from the step or from the list, and what was forgotten is gone", async () => {
    const { page } = await open();
    await makeReport(page);
    await part(page, "withdraw").click();
    await part(page, "send").waitFor();
    await expect.poll(() => focused(page)).toBe("report");
    await part(page, "reason").first().click();
    await part(page, "send").click();
    await part(page, "mine").click();
    await expect.poll(() => part(page, "kept").allTextContents()).toHaveLength(1);
    await part(page, "withdraw").click();
    await report(page).getByText("Nothing reported yet.").waitFor();
    await page.keyboard.press("Escape");
    await makeReport(page);
    await page.evaluate(() => (window as unknown as { waymark: { erase(): Promise<void> } }).waymark.erase());
    await page.reload();
    await openReport(page);
    await part(page, "send").waitFor();
    expect(await part(page, "kept").count()).toBe(0);
  });

  it("N30 by keyboard alone: in, through, back to the panel, and out", async () => {
    const { page } = await open();
    await tell(page, "open", "panel");
    await page.locator("waymark-panel [part=card]").waitFor();
    await tabTo(page, "fold");
    const hard = page.locator("waymark-panel [part=act]").getByText("This is hard");
    for (let turn = 0; turn < 30; turn++) {
      await page.keyboard.press("Tab");
      if (await hard.evaluate((of) => (of.getRootNode() as ShadowRoot).activeElement === of)) break;
    }
    await page.keyboard.press("Enter");
    await report(page).locator(".surface").waitFor();
    await expect.poll(() => focused(page)).toBe("report");
    await tabTo(page, "reason");
    await page.keyboard.press("Space");
    await tabTo(page, "words");
    await page.keyboard.type("Peter skips them");
    await tabTo(page, "rewrite");
    await page.keyboard.press("Enter");
    await tabTo(page, "send");
    await page.keyboard.press("Enter");
    await part(page, "kept").waitFor();
    await expect.poll(() => part(page, "kept").textContent()).toContain("A colleague skips them");
    await expect.poll(() => focused(page)).toBe("report");
    await page.keyboard.press("Escape");
    await expect.poll(() => focused(page)).toBe("panel");
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator("waymark-panel").count()).toBe(0);
  });
});

describe("you said, we did", () => {
  it("N31 the answer comes back to its step, asks once whether it helps, and then is gone for good", async () => {
    const { page, errors } = await open();
    expect(await page.locator("waymark-launcher [part=news]").count()).toBe(0);
    await makeReport(page);
    await page.reload();
    await page.locator("waymark-launcher [part=news]").click();
    await page.locator("waymark-panel [part=mark]").waitFor();
    expect(await answer(page).count()).toBe(0);
    await page.locator("waymark-panel .st button", { hasText: "Save the order" }).click();
    await answer(page).waitFor();
    for (const each of [words, "We did", "The three fields", "Ines, customer success"])
      await expect.poll(() => answer(page).textContent()).toContain(each);
    await expect.poll(() => page.locator("waymark-panel [part=primary]").isVisible()).toBe(false);
    await answer(page).getByText("A little").click();
    await expect.poll(() => answer(page).count()).toBe(0);
    await page.locator("waymark-panel [part=primary]").waitFor();
    await expect.poll(() => page.locator("waymark-panel [part=mark]").count()).toBe(0);
    await page.reload();
    await page.waitForLoadState("networkidle");
    await page.waitForTimeout(500);
    expect(await page.locator("waymark-launcher [part=news]").count()).toBe(0);
    expect(errors).toEqual([]);
  });

  it("E114 <waymark-answer> shows it where the host's page has it, to who reported and to nobody else", async () => {
    const { page, errors } = await here.open({
      before: (owner) =>
        owner.addInitScript(() =>
          addEventListener("DOMContentLoaded", () => document.body.append(document.createElement("waymark-answer"))),
        ),
    });
    await page.waitForLoadState("networkidle");
    const placed = page.locator("waymark-answer [part=answer]");
    expect(await placed.count()).toBe(0);
    await makeReport(page);
    await page.reload();
    await expect.poll(() => placed.count()).toBe(1);
    await expect.poll(() => placed.textContent()).toContain("The three fields");
    await placed.getByText("A little").click();
    await expect.poll(() => placed.count()).toBe(0);
    expect(errors).toEqual([]);
  });

  it("N31 whoever reported nothing about the step is told nothing", async () => {
    const { page, requests } = await open();
    await openReport(page, "Send it");
    await part(page, "reason").first().click();
    await part(page, "send").click();
    await part(page, "kept").waitFor();
    await page.reload();
    await page.waitForLoadState("networkidle");
    await expect.poll(() => requests.filter((url) => url.endsWith("/answers.json"))).toHaveLength(2);
    await tell(page, "open", "panel");
    await page.locator("waymark-panel [part=card]").waitFor();
    expect(await page.locator("waymark-panel [part=mark]").count()).toBe(0);
    expect(await page.locator("waymark-launcher [part=news]").count()).toBe(0);
  });
});

describe("not clear", () => {
  it("N32 the brief's answer opens one optional line, which stays on the device", async () => {
    const { page } = await open();
    await page.evaluate(() => {
      const heard: unknown[] = [];
      Object.assign(window, { heard });
      const { waymark } = window as unknown as { waymark: { on(type: string, call: (of: unknown) => void): void } };
      waymark.on("*", (of) => heard.push(of));
    });
    await tell(page, "open", "brief");
    await page.locator("waymark-prompt [part=answer]").getByText("Not clear").click();
    await part(page, "words").waitFor();
    expect(await part(page, "reason").count()).toBe(0);
    await part(page, "words").fill("Who reads my notes?");
    await part(page, "send").click();
    await part(page, "kept").waitFor();
    await part(page, "close").click();
    await page.locator("waymark-panel [part=card]").waitFor();
    const heard = await page.evaluate(() => JSON.stringify((window as unknown as { heard: unknown[] }).heard));
    expect(heard).toContain("not_clear");
    expect(heard).not.toContain("notes");
  });
});

describe("how it stands", () => {
  const phone = { viewport: { width: 320, height: 640 }, isMobile: true, hasTouch: true };
  it.each([
    ["light", {}, "ltr"],
    ["dark", { colorScheme: "dark" }, "ltr"],
    ["at 320 px", phone, "ltr"],
    ["from right to left", {}, "rtl"],
  ] as const)("N33 K70 whole, in view and flawless for axe-core: %s", async (_, context, dir) => {
    const { page } = await open(context, dir === "rtl" ? { locale: "ar" } : {});
    await page.evaluate((to) => document.documentElement.setAttribute("dir", to), dir);
    const stands = async (element: string): Promise<void> => {
      expect(await axeFaults(page, element)).toEqual([]);
      const box = await page.locator(`${element} .surface`).boundingBox();
      const { width = 0, height = 0 } = page.viewportSize() ?? {};
      expect(box && box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height).toBe(true);
      if (dir === "rtl") expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThan(width / 2 + 10);
      const wide = await page.locator(`${element} .surface`).evaluate((of) => of.scrollWidth - of.clientWidth);
      expect(wide).toBe(0);
    };
    await tell(page, "open", "panel");
    await page.locator("waymark-panel .st button", { hasText: "Save the order" }).click();
    await page.locator("waymark-panel [part=act]", { hasText: dir === "rtl" ? "هذا صعب" : "This is hard" }).click();
    await part(page, "reason").first().click();
    await part(page, "words").fill("Peter skips them, call +49 30 1234567");
    await part(page, "hint").nth(1).waitFor();
    await stands("waymark-report");
    // Nobody has to look for the button below what they were told.
    await expect.poll(() => inSight(part(page, "send"))).toBe(true);
    await part(page, "send").click();
    await part(page, "kept").waitFor();
    await stands("waymark-report");
    await part(page, "mine").click();
    await stands("waymark-report");
    await page.reload();
    await page.evaluate((to) => document.documentElement.setAttribute("dir", to), dir);
    await page.locator("waymark-launcher [part=news]").click();
    await page.locator("waymark-panel .st button", { hasText: "Save the order" }).click();
    await answer(page).waitFor();
    await stands("waymark-panel");
  });
});
