import type { Page } from "playwright-core";

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
  /** Where the focus is expected once a person opened it: inside (default), or where it was. */
  focus?: "inside" | "stays";
  /** Left by Esc. Default: yes. */
  esc?: boolean;
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
    name: "coach",
    title: "Show me",
    element: "waymark-coach",
    open: (page) => tell(page, ["show", "win-a-deal", "next-date", { subject: "deal:1" }]),
    focus: "stays",
  },
  {
    name: "my-map",
    title: "My map",
    element: "waymark-my-map",
    open: fromMenu("[part~=records]"),
  },
  { name: "library", title: "The library", element: "waymark-library", open: fromMenu("[part~=find]") },
  { name: "gains", title: "My gains", element: "waymark-gains", open: byHost("gains") },
  { name: "settings", title: "Settings", element: "waymark-settings", open: fromMenu("[part~=settings]") },
  {
    name: "report",
    title: "This is hard",
    element: "waymark-report",
    open: fromPanel("[part~=card] .acts [part~=act] >> nth=2"),
  },
];
