import type { Page } from "playwright-core";
import { liveEightWeeks } from "./eight-weeks.ts";

/** One surface as a person meets it. */
export interface Surface {
  /** Names its pictures and its list of names and roles. */
  name: string;
  /** What it is, for the gallery in the docs. */
  title: string;
  /** The element that holds it. */
  element: string;
  /** What is photographed, inside that element. Default: `.surface`. */
  part?: string;
  open(page: Page): Promise<void>;
  /** Where the person has the focus before. Default: `#next`, a field of the host's. */
  from?: string;
  /** Where the focus is expected: inside, once a person opened it (default); or where it was. */
  focus?: "inside" | "stays";
  /** Left by Esc: at once (default), once the person has gone into it, or never: it is no dialog. */
  esc?: true | "inside" | false;
}

type Call = readonly [method: string, ...args: unknown[]];

const tell = (page: Page, ...calls: Call[]): Promise<void> =>
  page.evaluate(
    (given) => (window as unknown as { waymark: { push(...calls: unknown[]): void } }).waymark.push(...given),
    calls as unknown[],
  );

const menu = "waymark-launcher [part~=menu]";

/** The way a person takes from the button in the corner, by keyboard. */
const fromMenu =
  (press: string) =>
  async (page: Page): Promise<void> => {
    await page.locator("waymark-launcher .pill").press("Enter");
    await page.locator(`${menu} ${press}`).first().press("Enter");
  };

const records = fromMenu("li:nth-child(2) > [part~=journey]");

const panel = async (page: Page): Promise<void> => {
  await records(page);
  await page.locator('waymark-panel [part~=record]:has-text("Nordwind")').press("Enter");
  await page.locator("waymark-panel [part~=card]").waitFor();
};

/** From the panel on, by keyboard. */
const fromPanel =
  (press: string) =>
  async (page: Page): Promise<void> => {
    await panel(page);
    await page.locator(`waymark-panel ${press}`).first().press("Enter");
  };

/** What no button of this page leads to: the host opens it for whoever has just pressed something. */
const byHost =
  (name: string) =>
  async (page: Page): Promise<void> => {
    await page.locator("waymark-launcher .pill").press("Enter");
    await tell(page, ["open", name]);
  };

/** The page's clock goes on: its time is fixed, so that pictures are the same. */
const pass = async (page: Page, ms: number): Promise<void> =>
  page.clock.setFixedTime((await page.evaluate(() => Date.now())) + ms);

const second = 1000;
const week = 8 * 86_400 * second;

/** The first deal that has not begun: its steps are finished one by one, and after each something may be asked. */
const steps = ["note-call", "name-decider", "next-date", "quote"] as const;

/** After a finished step, at a breakpoint, the week's question comes by itself. */
const question = (name: string, title: string, step: (typeof steps)[number]): Surface => ({
  ...{ name, title, element: "waymark-ask", part: "[part=question]" },
  ...{ from: "#work", focus: "stays", esc: "inside" },
  open: async (page) => {
    await pass(page, week);
    await tell(page, ["track", step, { deal: "2" }]);
    await pass(page, 9 * second);
    // Whatever is new makes it look whether this is the moment.
    await tell(page, ["announce", { id: `old-${name}`, title: "Long gone", until: "2026-01-01T00:00:00Z" }]);
    await page.locator("waymark-ask [part=question]").waitFor();
    await pass(page, 9 * second);
  },
});

/** A journey is looked for that is not there, and the person asks for it. */
const request = async (page: Page): Promise<void> => {
  await library(page);
  await page.locator("waymark-library [part=field]").fill("Split an invoice");
  await page.locator("waymark-library .none [part=request-it]").press("Enter");
};
const library = fromMenu("[part~=find]");

/** Somebody reports that a step is hard, and the answer to it is there at once. */
const answer = async (page: Page): Promise<void> => {
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

const showMe = (page: Page): Promise<void> => tell(page, ["show", "win-a-deal", "next-date", { subject: "deal:1" }]);

/** Every surface there is. A new one is a line here: its pictures come from `node examples/gallery/shoot.mjs`. */
export const surfaces: readonly Surface[] = [
  {
    name: "launcher",
    title: "The button in the corner",
    element: "waymark-launcher",
    part: ".pill",
    open: async () => undefined,
    focus: "stays",
    esc: false,
  },
  {
    name: "menu",
    title: "Your journeys",
    element: "waymark-launcher",
    part: "[part~=menu]",
    open: (page) => page.locator("waymark-launcher .pill").press("Enter"),
  },
  { name: "brief", title: "The role brief", element: "waymark-prompt", open: fromMenu("[part~=why]") },
  {
    name: "panel",
    title: "The way as a picture",
    element: "waymark-panel",
    open: panel,
  },
  {
    name: "records",
    title: "The records of a way",
    element: "waymark-panel",
    open: records,
  },
  {
    name: "my-map",
    title: "My map",
    element: "waymark-my-map",
    open: fromMenu("[part~=records]"),
  },
  {
    name: "my-day",
    title: "Plan my day",
    element: "waymark-my-map",
    open: async (page) => {
      await fromMenu("[part~=records]")(page);
      await page.locator("waymark-my-map [part=plan-day]").press("Enter");
      await page.locator("waymark-my-map [part=my-day]").waitFor();
    },
  },
  { name: "library", title: "The library", element: "waymark-library", open: library },
  { name: "request", title: "Not in the library", element: "waymark-library", open: request },
  {
    name: "gains",
    title: "My gains",
    element: "waymark-gains",
    open: async (page) => {
      await liveEightWeeks(page);
      await byHost("gains")(page);
      await page.locator("waymark-gains svg").first().waitFor();
    },
  },
  { name: "settings", title: "Settings", element: "waymark-settings", open: fromMenu("[part~=settings]") },
  {
    name: "report",
    title: "This is hard",
    element: "waymark-report",
    open: fromPanel("[part~=card] .acts [part~=act] >> nth=-1"),
  },
  { name: "handover", title: "Hand-overs", element: "waymark-handover", open: fromMenu("[part~=handovers]") },
  {
    name: "thanks",
    title: "Thanks",
    element: "waymark-handover",
    part: "[part=thanks]",
    open: async (page) => {
      // What is new comes first; once it was looked at, there is room for a thank-you.
      await fromMenu("[part~=handovers]")(page);
      await page.locator("waymark-handover [part=handovers]").waitFor();
      await page.keyboard.press("Escape");
      await page.locator("#next").focus();
      await page.locator("waymark-launcher [part=handover-note]").press("Enter");
    },
  },
  { name: "answer", title: "You said, we did", element: "waymark-panel", open: answer },
  {
    name: "strip",
    title: "The strip on a record's page",
    element: "waymark-map",
    part: ".strip",
    open: async () => undefined,
    focus: "stays",
    esc: false,
  },
  {
    name: "coach",
    title: "Show me",
    element: "waymark-coach",
    open: showMe,
    focus: "stays",
  },
  // The guide has asked for the fields of its step; a key folds the others.
  {
    name: "focus",
    title: "The fields a step needs",
    element: "waymark-focus",
    part: ".bar",
    open: async (page) => {
      if ((await page.locator("waymark-focus .bar").count()) === 0) {
        await showMe(page);
        await page.locator("waymark-coach .surface").waitFor();
        await page.keyboard.press("Escape");
      }
      await page.locator("waymark-focus .bar").waitFor();
      await page.keyboard.press("Alt+f");
      await page.locator("waymark-focus .bar.whole").waitFor();
    },
    focus: "stays",
    esc: false,
  },
  // Each a week after the one before: nobody is asked more often.
  question("useful", "One question: does it help", "note-call"),
  question("trust", "One question: can problems be told", "name-decider"),
  question("easy", "One question: is it easy", "next-date"),
  question("ease", "One question: how easy was that step", "quote"),
  {
    name: "banner",
    title: "Something new",
    element: "waymark-ask",
    part: "[part=banner]",
    from: "#work",
    open: async (page) => {
      await pass(page, week);
      const text = "The customer signs on the phone.";
      const action = { label: "Show me", journey: "send-a-quote" };
      await tell(page, ["announce", { id: "n-1", title: "Quotes can be signed online.", text, action }]);
      await page.locator("waymark-ask [part=banner]").waitFor();
      await pass(page, 9 * second);
    },
    focus: "stays",
    esc: "inside",
  },
];
