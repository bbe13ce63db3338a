import { fileURLToPath } from "node:url";
import { createWaymarkPage, switchOff, type WaymarkPage, waymarkFixtures } from "@waymark/testing/playwright";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { axeFaults, bundledApp, type Opened, ringOff, situation, tell } from "../../packages/testing/src/index.ts";

const here = situation("extend");
const app = bundledApp({ app: fileURLToPath(new URL("app.ts", import.meta.url)) });
const menu = "waymark-launcher[popover] [part=menu]";

/** Opens the host, with what its analytics got. A test of what is said in vain is not patient for long. */
async function openHost(path = "", patienceMs?: number): Promise<Opened & { sent: string[]; waymark: WaymarkPage }> {
  const sent: string[] = [];
  let waymark: WaymarkPage | undefined;
  const opened = await here.open({
    path,
    before: async (context, page) => {
      await app.serve(context);
      await context.route("**/mine", async (route) => {
        sent.push(route.request().postData() ?? "");
        await route.fulfill({ status: 204 });
      });
      if (patienceMs !== undefined) waymark = await createWaymarkPage(page, { patienceMs });
      else
        await waymarkFixtures.waymark({ page }, async (made) => {
          waymark = made;
        });
    },
  });
  if (!waymark) throw new Error("no fixture");
  return { ...opened, sent, waymark };
}

const cell = (page: Page) => page.locator("#grid i").nth(5);

describe("a host with three plugins", () => {
  it("E111 strategy, condition, mark, action, surface, destination and storage work together", async () => {
    const { page, sent, waymark, errors, console } = await openHost();
    await waymark.ready();
    // The launcher stands where the page has it; the one in the corner made room.
    const pill = page.locator("waymark-launcher:not([popover]) [part=launcher]");
    await pill.click();
    await page.locator("waymark-panel [part=primary]").click();
    // The cell that only the grid knows.
    await expect.poll(() => ringOff(page, cell(page))).toBeLessThan(1.5);
    const mark = page.locator("waymark-coach i[data-mark=cell]");
    expect(await mark.textContent()).toBe("B2");
    expect(await mark.evaluate((element) => getComputedStyle(element).fontFamily)).toContain("monospace");
    await cell(page).click();
    await waymark.expectEvents(["step.started choose", "step.completed choose"], ["target.lost choose"]);
    // The main button begins what the host brought.
    await expect.poll(() => page.locator("waymark-panel").count()).toBe(1);
    await page.locator("waymark-panel [part=primary]").getByText("Call now").click();
    await page.getByText("Ringing Reception").waitFor();
    expect(await waymark.done("keep-the-sheet")).toEqual(["choose"]);
    await tell(page, "open", "launcher");
    await page.locator(menu).getByText("Calls of today").click();
    const log = page.locator("waymark-call-log section");
    await log.getByText("Reception").waitFor();
    expect(await log.getAttribute("aria-label")).toBe("Calls of today");
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await expect.poll(() => log.count()).toBe(0);
    await tell(page, "open", "call-log");
    await log.getByText("Back to my way").click();
    await page.locator("waymark-panel [part=primary]").waitFor();
    // What happened went to the company's own address, from the first moment on; state lies where the company wants it.
    const names = sent.map((each) => (JSON.parse(each) as { name: string }).name);
    expect(names).toEqual(expect.arrayContaining(["journey.offered", "step.started", "step.completed"]));
    expect(
      await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("guide:")).length),
    ).toBeGreaterThan(0);
    await page.reload();
    await waymark.ready();
    await expect.poll(() => waymark.done("keep-the-sheet")).toEqual(["choose"]);
    expect(errors).toEqual([]);
    expect(console.filter((line) => !line.startsWith("debug"))).toEqual([]);
  });

  it("E105 nothing goes anywhere without consent", async () => {
    const { page, sent, waymark } = await openHost("?denied");
    await waymark.ready();
    await waymark.walk("keep-the-sheet", { choose: () => cell(page).click() });
    expect(sent).toEqual([]);
  });
});

describe("the testing kit", () => {
  it("E117 walks a journey to its end; a step that does not count says why", async () => {
    const { page, waymark } = await openHost();
    const end = waymark.walk("keep-the-sheet", {
      choose: () => cell(page).click(),
      call: () => waymark.tell("track", "call.ended", { won: true }),
      note: () => waymark.tell("track", "note.saved"),
    });
    await end;
    expect(await waymark.done("keep-the-sheet")).toEqual(["call", "choose", "note"]);
    await waymark.expectEvents(["step.completed choose", "step.completed call", "journey.completed"], ["step.skipped"]);
    const { waymark: hasty } = await openHost("", 500);
    await hasty.ready(15_000);
    await expect(hasty.walk("keep-the-sheet", { choose: async () => undefined })).rejects.toThrow(
      /^keep-the-sheet: the step "choose" did not count as done\.\n {2}.*choose: wants .+; has /s,
    );
  });

  it("E118 an event that is refuted and happened fails, and one that is missing is named with what happened instead", async () => {
    const { page, waymark } = await openHost();
    await waymark.ready();
    await waymark.tell("begin", "keep-the-sheet");
    await cell(page).click();
    await expect(waymark.expectEvents(["step.completed choose"], ["step.started choose"])).rejects.toThrow(
      '"step.started choose" happened, and must not',
    );
    const { page: other, waymark: hasty } = await openHost("", 500);
    await hasty.ready(15_000);
    await hasty.tell("begin", "keep-the-sheet");
    await cell(other).click();
    await expect.poll(() => hasty.done("keep-the-sheet")).toEqual(["choose"]);
    await expect(hasty.expectEvents(["step.completed choose", "step.completed call"])).rejects.toThrow(
      /^"step.completed call" did not happen\. What did: .*step\.completed choose/,
    );
  });

  it("E119 the clock stands still where a test says so, and Waymark stays out where it is switched off", async () => {
    const opened = await here.open({
      before: async (context, page) => {
        await app.serve(context);
        const waymark = await createWaymarkPage(page);
        await waymark.freeze("2026-11-02T09:00:00Z");
      },
    });
    await opened.page.locator("waymark-launcher [part=launcher]").first().waitFor();
    expect(await opened.page.evaluate(() => Date.now())).toBe(Date.UTC(2026, 10, 2, 9));
    const off = await here.open({
      before: async (context, page) => {
        await app.serve(context);
        await switchOff(page);
      },
    });
    await off.page.waitForLoadState("networkidle");
    expect(
      await off.page.evaluate(() => (window as unknown as { waymark?: { problem?: string } }).waymark?.problem),
    ).toBe(undefined);
    expect(await off.page.locator("waymark-launcher[popover]").count()).toBe(0);
    expect(off.errors).toEqual([]);
  });
});

describe("elements in the host's page", () => {
  it("E114 <waymark-map> draws a person's own way, <waymark-launcher> opens it, also one that comes later", async () => {
    const { page, waymark, errors } = await openHost();
    await waymark.ready();
    await page.evaluate(() => {
      const map = document.createElement("waymark-map");
      map.setAttribute("journey", "keep-the-sheet");
      document.body.append(map);
    });
    await page.locator("waymark-map [part=station]").first().waitFor();
    await page.locator("waymark-map [part=station]").first().click();
    await page.locator("waymark-panel").waitFor();
    const pill = page.locator("waymark-launcher:not([popover]) [part=launcher]");
    expect(await pill.getAttribute("aria-expanded")).toBe("true");
    expect(await page.locator("waymark-launcher[popover] [part=launcher]").isVisible()).toBe(false);
    expect(errors).toEqual([]);
  });
});

describe("the panel for developers", () => {
  const panel = "waymark-debug";
  const explain = (page: Page): Promise<void> => tell(page, "explain", "*");

  it("E121 says why each journey is shown, with what each rule has, and what each target comes to", async () => {
    const { page, waymark, errors } = await openHost();
    await waymark.ready();
    await explain(page);
    const rules = page.locator(`${panel} [data-journey=keep-the-sheet]`);
    await rules.getByText("is shown", { exact: true }).waitFor();
    await rules.getByText("sales-rep").first().waitFor();
    await page.getByRole("tab", { name: "Targets" }).click();
    await page
      .locator(panel)
      .getByText(/ref, confidence 1/)
      .waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole("tab", { name: "Targets" }).press("ArrowRight");
    await page.locator(panel).getByText("waiting on this device").waitFor();
    expect(errors).toEqual([]);
  });

  it("E122 goes back and forth over what happened since it was opened, and the page stays as it is", async () => {
    const { page, waymark } = await openHost();
    await waymark.ready();
    await explain(page);
    await page.getByRole("tab", { name: "Journey" }).click();
    const step = page.locator(`${panel} [data-step=choose]`);
    await expect.poll(() => step.getAttribute("data-state")).toBe("here");
    await cell(page).click();
    await expect.poll(() => step.getAttribute("data-state")).toBe("done");
    await page.getByRole("slider", { name: "Moment" }).fill("0");
    await expect.poll(() => step.getAttribute("data-state")).toBe("here");
    expect(await waymark.done("keep-the-sheet")).toEqual(["choose"]);
    await page.locator(panel).getByRole("button", { name: "Close" }).click();
    await expect.poll(() => page.locator(panel).count()).toBe(0);
  });

  it("E123 its report holds rules, queue and facts, and no person", async () => {
    const { page, waymark } = await openHost();
    await waymark.ready();
    await explain(page);
    await page.getByRole("tab", { name: "Report" }).click();
    const text = await page.getByRole("textbox", { name: "Report" }).inputValue();
    const report = JSON.parse(text) as { journeys: { journey: string }[]; queue: object; facts: string[] };
    expect(report.journeys.map(({ journey }) => journey)).toEqual(["keep-the-sheet"]);
    expect(report.facts[0]).toContain("the panel opened");
    expect(text).not.toContain("u-1");
  });
});
