import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFaults, byKeyboard, launchBrowser, served } from "../../packages/testing/src/index.ts";
import { type Demo, startDemo } from "../crm/e2e/demo.ts";
import { liveEightWeeks } from "../gallery/eight-weeks.ts";
import { pass, second, tell } from "../gallery/ways.ts";
import { answerForColleagues, hostJourneys } from "./host-journeys.ts";
import { type HostSurface, hostSurfaces, type Walker } from "./host-surfaces.ts";

let browser: Browser;
let demo: Demo;
beforeAll(async () => {
  [browser, demo] = await Promise.all([launchBrowser(), startDemo()]);
});
afterAll(async () => {
  await browser.close();
  await demo.stop();
});

interface HostOfDemo {
  role: string;
  /** The page with the form of the way's station. */
  address(rtl: boolean): string;
  way: string;
  station: number;
  subject: string;
  /** A field of the host's, where the person is at work. */
  field: string;
  /** A button of the host's: nobody is asked anything while they write. */
  button: string;
}

const hosts: Record<string, HostOfDemo> = {
  crm: {
    ...{ role: "sales-rep", way: "Your first day in Halden CRM", station: 0, subject: "deal" },
    address: (rtl) => `${demo.facts.crm}/?as=sales-rep&user=u-walk${rtl ? "&lang=ar&theme=dark" : ""}#/contacts/create`,
    field: "main form input",
    button: "header button",
  },
  helpdesk: {
    ...{ role: "support-agent", way: "Answer a ticket", station: 2, subject: "ticket" },
    address: () => new URL("/tickets/1001?as=u-jonas", demo.facts.helpdesk).href,
    field: "#cause",
    button: "button.main",
  },
};

const desktop: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };

/** Runs before the host's page: what a host of its own would configure. */
function prepare({ journeys, subject, now, rtl }: { journeys: unknown[]; subject: string; now: number; rtl: boolean }) {
  const answer = {
    ...{ id: "a-1", journey: "start-the-day", step: "look", from: "2020-W01", to: "2099-W52", verdict: "did" },
    ...{ text: "The list opens with today first.", by: "Ines", on: new Date(now).toISOString().slice(0, 10) },
  };
  const answers = async (): Promise<object> => ({ format: "waymark.answers/1", answers: [answer] });
  const records = Array.from({ length: 12 }, (_, n) => ({ id: `9${n}`, label: `Record ${n + 1}` }));
  const dark = rtl ? { locale: "ar", theme: { mode: "dark", accent: "#35607a" } } : {};
  Object.assign(window, {
    waymark: [
      ["configure", { answers, ...dark }],
      ["use", journeys],
      ["setSubjects", subject, records],
    ],
  });
}

/** The host's page in one look, at rest: the person has read their briefs, and has two months of work behind them. */
async function enter(host: HostOfDemo, settings: BrowserContextOptions, rtl: boolean): Promise<Page> {
  const context = await browser.newContext({ ...settings, reducedMotion: "reduce" });
  const page = await context.newPage();
  const now = Date.now();
  await context.addInitScript(prepare, { journeys: hostJourneys(host.role), subject: host.subject, now, rtl });
  await answerForColleagues(page, host.role, now);
  const arrive = async (): Promise<void> => {
    await page.locator("waymark-launcher .pill").waitFor({ state: "attached" });
    await page.locator("waymark-launcher [part=handover-note]").waitFor();
  };
  await page.goto(host.address(rtl));
  await arrive();
  await liveEightWeeks(page);
  await page.reload();
  await arrive();
  for (const service of ["care", "focus", "library", "records", "ask"]) await served(page, service);
  // From here on the page's time is ours: whoever has to wait a week does.
  await page.clock.setFixedTime(now);
  await tell(page, ["begin", "start-the-day"], ["begin", "pass-on"]);
  const menu = page.locator("waymark-launcher [part~=menu]");
  for (let unread = true; unread; ) {
    await page.locator("waymark-launcher .pill").press("Enter");
    const brief = page.locator("waymark-prompt [part=answer]").first();
    await menu.or(brief).first().waitFor();
    unread = (await brief.count()) > 0;
    if (unread) await brief.press("Enter");
    await close(page);
  }
  return page;
}

/** Back to the page alone, whatever was open. */
async function close(page: Page): Promise<void> {
  await tell(page, ["close"]);
  await page.locator("waymark-coach").waitFor({ state: "detached" });
  await page.locator(".surface:not(.strip)").first().waitFor({ state: "detached" });
}

const surfaceOf = (page: Page, { element, part }: HostSurface) =>
  page.locator(`${element}:not([inert]) ${part}`).first();
const focusIn = (page: Page, selector: string): Promise<boolean> =>
  page.evaluate((of) => document.activeElement?.matches(of) ?? false, selector);

/** Where the focus is while it is open; then away by Esc, and where it is then. */
async function byKeys({ page }: Walker, surface: HostSurface): Promise<void> {
  const { element, focus, esc } = surface;
  if (focus !== "stays") await expect.poll(() => focusIn(page, element), { message: surface.name }).toBe(true);
  if (esc === "never") return;
  // What came by itself is left by Esc once the person has gone into it.
  if (esc === "inside") {
    expect(await focusIn(page, element), surface.name).toBe(false);
    await page.locator(`${element} button`).last().focus();
  }
  await page.keyboard.press("Escape");
  await expect.poll(() => surfaceOf(page, surface).count(), { message: surface.name }).toBe(0);
  await expect
    .poll(() => focusIn(page, "[data-at-work], waymark-launcher, waymark-panel"), { message: surface.name })
    .toBe(true);
}

async function walkAll(host: HostOfDemo, page: Page): Promise<void> {
  const walker: Walker = { page, hand: byKeyboard, ...host };
  for (const surface of hostSurfaces) {
    const work = page.locator(surface.esc === "inside" ? host.button : host.field).first();
    await work.evaluate((element) => element.setAttribute("data-at-work", ""));
    await work.focus();
    await surface.open(walker);
    await surfaceOf(page, surface).waitFor();
    expect(await axeFaults(page, surface.element), surface.name).toEqual([]);
    await byKeys(walker, surface);
    await close(page);
    await pass(page, 2 * second);
  }
}

describe.each(Object.keys(hosts))("every surface on the %s", (name) => {
  const host = hosts[name] as HostOfDemo;

  it("K61 is opened and left by keyboard alone, keeps the focus where it belongs, and passes axe-core", async () => {
    const page = await enter(host, desktop, false);
    await walkAll(host, page);
    await page.context().close();
  });
});
