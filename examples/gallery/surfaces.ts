import { liveEightWeeks } from "./eight-weeks.ts";
import type { Surface } from "./surface.ts";
import {
  answer,
  byHost,
  fromMenu,
  fromPanel,
  library,
  panel,
  pass,
  question,
  records,
  request,
  second,
  showMe,
  tell,
  week,
} from "./ways.ts";

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
      // One gets its time today, one tomorrow.
      for (const [row, answer] of [0, 1].entries()) {
        const button = page.locator("waymark-my-map [part=day-row]").nth(row).locator("[part=when]").nth(answer);
        if ((await button.getAttribute("aria-pressed")) === "false") await button.press("Enter");
      }
      await page.locator("waymark-my-map [part=calendar-today]").waitFor();
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
