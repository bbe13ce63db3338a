import type { Page } from "playwright-core";
import type { Surface } from "./surface.ts";

/** How a person comes to a surface. */
export type Way = (page: Page) => Promise<void>;

type Call = readonly [method: string, ...args: unknown[]];

export const tell = (page: Page, ...calls: Call[]): Promise<void> =>
  page.evaluate(
    (given) => (window as unknown as { waymark: { push(...calls: unknown[]): void } }).waymark.push(...given),
    calls as unknown[],
  );

const menu = "waymark-launcher [part~=menu]";

/** The way a person takes from the button in the corner, by keyboard. */
export const fromMenu =
  (press: string): Way =>
  async (page: Page): Promise<void> => {
    await page.locator("waymark-launcher .pill").press("Enter");
    await page.locator(`${menu} ${press}`).first().press("Enter");
  };

export const records: Way = fromMenu("li:nth-child(2) > [part~=journey]");

export const panel: Way = async (page) => {
  await records(page);
  await page.locator('waymark-panel [part~=record]:has-text("Nordwind")').press("Enter");
  await page.locator("waymark-panel [part~=card]").waitFor();
};

/** From the panel on, by keyboard. */
export const fromPanel =
  (press: string): Way =>
  async (page: Page): Promise<void> => {
    await panel(page);
    await page.locator(`waymark-panel ${press}`).first().press("Enter");
  };

/** What no button of this page leads to: the host opens it for whoever has just pressed something. */
export const byHost =
  (name: string): Way =>
  async (page: Page): Promise<void> => {
    await page.locator("waymark-launcher .pill").press("Enter");
    await tell(page, ["open", name]);
  };

/** The page's clock goes on: its time is fixed, so that pictures are the same. */
export const pass = async (page: Page, ms: number): Promise<void> =>
  page.clock.setFixedTime((await page.evaluate(() => Date.now())) + ms);

export const second: number = 1000;
export const week: number = 8 * 86_400 * second;

/** What opens within a second of a press of ours counts as opened by it; the clock that measures this is not held. */
const longAfterPress = (page: Page): Promise<void> => page.waitForTimeout(1100);

/** The first deal that has not begun: its steps are finished one by one, and after each something may be asked. */
const steps = ["note-call", "name-decider", "next-date", "quote"] as const;

/** After a finished step, at a breakpoint, the week's question comes by itself. */
export const question = (name: string, title: string, step: (typeof steps)[number]): Surface => ({
  ...{ name, title, element: "waymark-ask", part: "[part=question]" },
  ...{ from: "#work", focus: "stays", esc: "inside" },
  open: async (page) => {
    await longAfterPress(page);
    await pass(page, week);
    await tell(page, ["track", step, { deal: "2" }]);
    await pass(page, 9 * second);
    // Whatever is new makes it look whether this is the moment.
    await tell(page, ["announce", { id: `old-${name}`, title: "Long gone", until: "2026-01-01T00:00:00Z" }]);
    await page.locator("waymark-ask [part=question]").waitFor();
    await pass(page, 9 * second);
  },
});

/** "How do I ...?" in the menu. */
export const library: Way = fromMenu("[part~=find]");

/** A journey is looked for that is not there, and the person asks for it. */
export const request: Way = async (page) => {
  await library(page);
  await page.locator("waymark-library [part=field]").fill("Split an invoice");
  await page.locator("waymark-library .none [part=request-it]").press("Enter");
};

/** Somebody reports that a step is hard, and the answer to it is there at once. */
export const answer: Way = async (page) => {
  const start = fromMenu("li:nth-child(1) > [part~=journey]");
  await start(page);
  if ((await page.locator("waymark-panel [part=answer]").count()) > 0) return;
  await page.locator("waymark-panel [part~=card] .acts [part~=act] >> nth=-1").press("Enter");
  await page.locator("waymark-report [part=reason]").first().press("Enter");
  await page.locator("waymark-report [part=words]").fill("I scroll past old calls every morning.");
  await page.locator("waymark-report [part=send]").press("Enter");
  await page.locator("waymark-report [part=send]").waitFor({ state: "detached" });
  await page.keyboard.press("Escape");
  await page.locator("waymark-panel [part=answer]").waitFor();
};

/** The host's own code shows the step; nobody has pressed anything of ours for it. */
export const showMe: Way = async (page) => {
  await longAfterPress(page);
  await tell(page, ["show", "win-a-deal", "next-date", { subject: "deal:1" }]);
};
