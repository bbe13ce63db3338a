import type { Locator, Page } from "playwright-core";
import { pass, second, tell, week } from "../gallery/ways.ts";
import * as use from "./host-uses.ts";
import type { Walker } from "./walker.ts";

/** One surface of a host: how a person comes to it, and how they leave it. */
export interface HostSurface {
  name: string;
  element: string;
  part: string;
  /** What a screen reader calls it. Default: a dialog. */
  role?: "complementary" | "dialog" | "region";
  /** Its name, in English; `null` where a journey or the host gives it one. */
  title: string | null;
  open(walker: Walker): Promise<void>;
  /** What a person does in it, and what comes of that. It is open afterwards. */
  use?(walker: Walker): Promise<void>;
  /** `stays`: it came by itself or stands beside the work, and took no focus. Default: the focus goes in. */
  focus?: "stays";
  /** Left by Esc: at once (default), once the person has gone in, or not at all: it is no dialog. */
  esc?: "inside" | "never";
  /** What a finger leaves it by, in its element. Default: what closes it. */
  leave?: string;
}

const at = (page: Page, selector: string): Locator => page.locator(selector).first();

async function menu({ page, hand }: Walker): Promise<void> {
  await hand(page, at(page, "waymark-launcher .pill"));
  await at(page, "waymark-launcher [part~=menu]").waitFor();
}

const fromMenu =
  (press: string) =>
  async (walker: Walker): Promise<void> => {
    await menu(walker);
    const line = at(walker.page, `waymark-launcher [part~=menu] ${press}`);
    await line.waitFor();
    await walker.hand(walker.page, line);
  };

const panel =
  (title: string) =>
  async (walker: Walker): Promise<void> => {
    await fromMenu(`[part~=journey]:has-text("${title}")`)(walker);
    await at(walker.page, "waymark-panel [part~=card]").waitFor();
  };

const hard = async ({ page, hand }: Walker): Promise<void> => {
  await hand(page, page.locator("waymark-panel [part~=card] .acts [part~=act]").last());
  await at(page, "waymark-report [part=reason]").waitFor();
};

const showMe = async (walker: Walker): Promise<void> => {
  const { page, hand, way, station } = walker;
  await panel(way)(walker);
  const wanted = page.locator("waymark-panel ol button").nth(station);
  if ((await wanted.getAttribute("aria-current")) === null) await hand(page, wanted);
  await hand(page, at(page, "waymark-panel [part~=primary]"));
  await at(page, "waymark-spotlight").waitFor({ state: "attached" });
  await at(page, "waymark-coach .surface").waitFor();
};

const answer = async (walker: Walker): Promise<void> => {
  const { page, hand } = walker;
  await panel("Start the day")(walker);
  await hard(walker);
  await hand(page, at(page, "waymark-report [part=reason]"));
  await hand(page, at(page, "waymark-report [part=send]"));
  await at(page, "waymark-report [part=send]").waitFor({ state: "detached" });
  await tell(page, ["close"]);
  await at(page, ".surface:not(.strip)").waitFor({ state: "detached" });
  await panel("Start the day")(walker);
  await at(page, "waymark-panel [part=answer]").waitFor();
};

/** In the next pause after something was done, at a breakpoint. */
async function atBreakpoint(page: Page, say: () => Promise<void>, part: string): Promise<void> {
  // What opens within a second of a press of ours counts as opened by it; the clock that measures this is not held.
  await page.waitForTimeout(1100);
  await pass(page, week);
  await say();
  await pass(page, 9 * second);
  // Whatever is new makes it look whether this is the moment.
  await tell(page, ["announce", { id: "old", title: "Long gone", until: "2020-01-01T00:00:00Z" }]);
  await at(page, `waymark-ask ${part}`).waitFor();
  await pass(page, 9 * second);
}

/** Every surface there is, in the order in which a person could meet them. */
export const hostSurfaces: readonly HostSurface[] = [
  {
    ...{ name: "menu of the launcher", element: "waymark-launcher", part: "[part~=menu]", title: "Your journeys" },
    open: menu,
  },
  {
    ...{ name: "brief", element: "waymark-prompt", part: ".surface", title: null, leave: "[part~=later]" },
    open: fromMenu("[part~=why]"),
  },
  {
    ...{ name: "map", element: "waymark-panel", part: ".surface", role: "complementary", title: null },
    open: (walker) => panel(walker.way)(walker),
    use: use.map,
  },
  {
    ...{ name: "coach and spotlight", element: "waymark-coach", part: ".surface", title: null, focus: "stays" },
    open: showMe,
  },
  {
    ...{ name: "My map", element: "waymark-my-map", part: ".surface", title: "My map" },
    open: fromMenu("[part~=records]"),
    use: use.myMap,
  },
  {
    ...{ name: "library", element: "waymark-library", part: ".surface", title: "How do I ...?" },
    open: fromMenu("[part~=find]"),
    use: use.library,
  },
  {
    ...{ name: "focus view", element: "waymark-focus", part: ".bar", role: "region", title: "Focus view" },
    ...{ focus: "stays", esc: "never" },
    open: async (walker) => {
      const { page } = walker;
      await showMe(walker);
      await page.keyboard.press("Escape");
      await at(page, "waymark-coach").waitFor({ state: "detached" });
      // The panel may have come back over the form.
      await tell(page, ["close"]);
      await at(page, "waymark-focus .bar").waitFor();
    },
    use: use.focusView,
  },
  {
    ...{ name: "report", element: "waymark-report", part: ".surface", title: "This is hard" },
    open: async (walker) => {
      await panel(walker.way)(walker);
      await hard(walker);
    },
    use: use.report,
  },
  {
    ...{ name: "answers", element: "waymark-panel", part: ".surface", role: "complementary", title: null },
    open: answer,
    use: use.answers,
  },
  {
    ...{ name: "my gains", element: "waymark-gains", part: ".surface", title: "My gains" },
    open: fromMenu("[part~=gains]"),
  },
  {
    ...{ name: "settings", element: "waymark-settings", part: ".surface", title: "Settings" },
    open: fromMenu("[part~=settings]"),
    use: use.settings,
  },
  {
    ...{ name: "hand-over", element: "waymark-handover", part: ".surface", title: "Hand-overs" },
    open: fromMenu("[part~=handovers]"),
    use: use.handover,
  },
  {
    ...{ name: "thanks", element: "waymark-handover", part: "[part=thanks]", title: "Thank Ines?" },
    // What is handed over comes first; once it was looked at, there is room for a thank-you.
    open: async ({ page, hand }) => {
      const note = at(page, "waymark-launcher [part=handover-note]");
      await note.waitFor();
      await hand(page, note);
    },
    use: use.thanks,
  },
  {
    ...{ name: "single question", element: "waymark-ask", part: "[part=question]", focus: "stays", esc: "inside" },
    ...{ title: "How difficult or easy was this step?", leave: "[part=score] >> nth=6" },
    open: ({ page }) => atBreakpoint(page, () => tell(page, ["track", "walk.looked"]), "[part=question]"),
  },
  {
    ...{ name: "banner", element: "waymark-ask", part: "[part=banner]", focus: "stays", esc: "inside" },
    ...{ role: "region", title: null, leave: "[part=snooze]" },
    open: ({ page }) =>
      atBreakpoint(
        page,
        () =>
          tell(page, ["announce", { id: "n-1", title: "Labels can be printed in the van.", text: "Try it today." }]),
        "[part=banner]",
      ),
    use: use.banner,
  },
];
