import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { byKeyboard, byMouse, byTouch, type Hand, served } from "../../packages/testing/src/index.ts";
import type { Demo } from "../crm/e2e/demo.ts";
import { liveEightWeeks } from "../gallery/eight-weeks.ts";
import { tell } from "../gallery/ways.ts";
import { answerForColleagues, hostJourneys } from "./host-journeys.ts";
import type { HostOfDemo, Visit } from "./hosts.ts";

const desktop: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };

/** What the browser is like, and how things are pressed. */
const settings: Readonly<Record<Visit, { browser: BrowserContextOptions; hand: Hand }>> = {
  keyboard: { browser: desktop, hand: byKeyboard },
  touch: {
    browser: { viewport: { width: 320, height: 640 }, isMobile: true, hasTouch: true, colorScheme: "dark" },
    hand: byTouch,
  },
  arabic: { browser: { ...desktop, colorScheme: "dark" }, hand: byMouse },
};

export const handOf = (visit: Visit): Hand => settings[visit].hand;

interface Prepared {
  journeys: unknown[];
  subject: string;
  now: number;
  look: object;
}

/** Runs before the host's page: what a host of its own would configure. */
function prepare({ journeys, subject, now, look }: Prepared): void {
  const answer = {
    ...{ id: "a-1", journey: "start-the-day", step: "look", from: "2020-W01", to: "2099-W52", verdict: "did" },
    ...{ text: "The list opens with today first.", by: "Ines", on: new Date(now).toISOString().slice(0, 10) },
  };
  const answers = async (): Promise<object> => ({ format: "waymark.answers/1", answers: [answer] });
  const records = Array.from({ length: 12 }, (_, n) => ({ id: `9${n}`, label: `Record ${n + 1}` }));
  Object.assign(window, {
    waymark: [
      ["configure", { answers, ...look }],
      ["use", journeys],
      ["setSubjects", subject, records],
    ],
  });
}

const looks: Readonly<Record<Visit, object>> = {
  keyboard: {},
  touch: { theme: { mode: "dark", accent: "#35607a" } },
  arabic: { locale: "ar", theme: { mode: "dark", accent: "#35607a" } },
};

/** The host's page in one look, at rest: the person has read their briefs, and has two months of work behind them. */
export async function enter(browser: Browser, demo: Demo, host: HostOfDemo, visit: Visit): Promise<Page> {
  const { hand, browser: options } = settings[visit];
  const context = await browser.newContext({ ...options, reducedMotion: "reduce" });
  const page = await context.newPage();
  const now = Date.now();
  const { role, subject } = host;
  await context.addInitScript(prepare, { journeys: hostJourneys(role), subject, now, look: looks[visit] });
  await answerForColleagues(page, role, now);
  const arrive = async (): Promise<void> => {
    await page.locator("waymark-launcher .pill").waitFor({ state: "attached" });
    await page.locator("waymark-launcher [part=handover-note]").waitFor();
  };
  await page.goto(host.address(demo, visit));
  await arrive();
  await liveEightWeeks(page);
  await page.reload();
  await arrive();
  for (const service of ["care", "focus", "library", "records", "ask"]) await served(page, service);
  // From here on the page's time is ours: whoever has to wait a week does.
  await page.clock.setFixedTime(now);
  await tell(page, ["begin", "start-the-day"], ["begin", "pass-on"]);
  await readBriefs(page, hand);
  return page;
}

/** Each way asks once whether it is clear what it is for. */
async function readBriefs(page: Page, hand: Hand): Promise<void> {
  const menu = page.locator("waymark-launcher [part~=menu]");
  for (let unread = true; unread; ) {
    await hand(page, page.locator("waymark-launcher .pill"));
    const brief = page.locator("waymark-prompt [part=answer]").first();
    await menu.or(brief).first().waitFor();
    unread = (await brief.count()) > 0;
    if (unread) await hand(page, brief);
    await close(page);
  }
}

/** Back to the page alone, whatever was open. */
export async function close(page: Page): Promise<void> {
  await tell(page, ["close"]);
  await page.locator("waymark-coach").waitFor({ state: "detached" });
  await page.locator(".surface:not(.strip)").first().waitFor({ state: "detached" });
}
