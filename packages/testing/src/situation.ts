import type {
  Browser,
  BrowserContext,
  BrowserContextOptions,
  Frame,
  LaunchOptions,
  Locator,
  Page,
} from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { launchBrowser } from "./browser.ts";
import { type Host, serveExamples } from "./serve-examples.ts";

/** An open page of one example and what it let out. */
export interface Opened {
  page: Page;
  context: BrowserContext;
  /** Exceptions that nobody caught. */
  errors: string[];
  /** Everything on the console. */
  console: string[];
  /** Reports of the content security policy and of Trusted Types. */
  violations(): Promise<string[]>;
  /** Addresses of all requests. */
  requests: string[];
}

export interface OpenOptions {
  /** Path inside the example's folder. Default: its `index.html`. */
  path?: string;
  /** Settings of the browser's context: viewport, locale, reduced motion. */
  context?: BrowserContextOptions;
  /** Runs before the page loads: init scripts, routes. */
  before?: (context: BrowserContext, page: Page) => Promise<unknown>;
  /** Another page in the context of one that is open already: a second tab. */
  beside?: Opened;
}

/** One example's host and browser, for the tests of a file. */
export interface Situation {
  /** Address of the example's folder, with a slash at its end; known once the tests run. */
  url(): string;
  browser(): Browser;
  open(options?: OpenOptions): Promise<Opened>;
}

/**
 * Starts browser and host before the tests of this file and stops them afterwards; each test's pages are closed with it.
 *
 * @param launch Settings of the browser that this situation needs.
 */
export function situation(folder: string, launch?: LaunchOptions): Situation {
  let browser: Browser;
  let host: Host;
  const contexts: BrowserContext[] = [];
  beforeAll(async () => {
    [browser, host] = await Promise.all([launchBrowser(launch), serveExamples()]);
  });
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
  });
  afterAll(async () => {
    await browser.close();
    await host.close();
  });
  const url = (): string => `${host.url}/${folder}/`;
  return {
    url,
    browser: () => browser,
    open: async ({ path = "", context: settings, before, beside } = {}) => {
      const context =
        beside?.context ?? (await browser.newContext({ viewport: { width: 1000, height: 700 }, ...settings }));
      if (!beside) {
        contexts.push(context);
        await context.addInitScript(() => {
          const seen: string[] = [];
          Object.assign(window, { violationsSeen: seen });
          document.addEventListener("securitypolicyviolation", (event) => {
            seen.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
          });
        });
      }
      const page = await context.newPage();
      const opened: Opened = {
        page,
        context,
        errors: [],
        console: [],
        requests: [],
        violations: () => page.evaluate(() => (window as unknown as { violationsSeen: string[] }).violationsSeen),
      };
      page.on("pageerror", (error) => opened.errors.push(error.message));
      page.on("console", (message) => opened.console.push(`${message.type()}: ${message.text()}`));
      page.on("request", (request) => opened.requests.push(request.url()));
      await before?.(context, page);
      await page.goto(url() + path);
      return opened;
    },
  };
}

/** A page, or a frame that holds the whole app. */
export type Scene = Page | Frame;

/** An element of the scene, or one inside a frame of it. */
function find(scene: Scene, element: string | Locator): Locator {
  return typeof element === "string" ? scene.locator(element).first() : element;
}

/** Asks the guide to show a step; the standard one of `examples/journey.js` by default. */
export async function showStep(scene: Scene, step = "save", journey = "save-order"): Promise<void> {
  await scene.evaluate(
    ([id, name]) =>
      (window as unknown as { waymark: { push(call: unknown[]): void } }).waymark.push(["show", id, name]),
    [journey, step] as const,
  );
}

/** Largest distance in px between the ring's edges and those of an element, the ring's own distance taken off. */
export async function ringOff(scene: Scene, element: string | Locator): Promise<number> {
  const ring = await scene.locator("waymark-spotlight").boundingBox();
  const box = await find(scene, element).boundingBox();
  if (!ring || !box) return Number.POSITIVE_INFINITY;
  const off = 6;
  const edges = [
    ring.x + off - box.x,
    ring.y + off - box.y,
    ring.x + ring.width - off - box.x - box.width,
    ring.y + ring.height - off - box.y - box.height,
  ];
  return Math.max(...edges.map(Math.abs));
}

/** Which element of its document lies on top in the middle of an element, by local name and id: what a click would hit. */
export async function topmostAt(scene: Scene, element: string | Locator): Promise<string> {
  return find(scene, element).evaluate((of) => {
    const { x, y, width, height } = of.getBoundingClientRect();
    let hit = of.ownerDocument.elementFromPoint(x + width / 2, y + height / 2);
    // Inside a component the document names the component.
    while (hit?.shadowRoot && !hit.localName.startsWith("waymark-")) {
      const inner: Element | null = hit.shadowRoot.elementFromPoint(x + width / 2, y + height / 2);
      if (!inner || inner === hit) break;
      hit = inner;
    }
    return hit ? hit.localName + (hit.id ? `#${hit.id}` : "") : "nothing";
  });
}

/** Whether the card is drawn with the size of a card, whole in view, on top, off its target and, if no sheet, near it. */
export async function cardStands(scene: Scene, target: string | Locator): Promise<boolean> {
  const section = scene.locator("waymark-coach section");
  const card = await section.boundingBox();
  const box = await find(scene, target).boundingBox();
  if (!card || !box || card.width < 150 || card.height < 40) return false;
  const across = Math.max(box.x - card.x - card.width, card.x - box.x - box.width);
  const down = Math.max(box.y - card.y - card.height, card.y - box.y - box.height);
  const apart = Math.max(across, down);
  const sheet = card.width === scene.locator("html").page().viewportSize()?.width;
  const whole = await section.evaluate((of) => {
    const { left, top, right, bottom } = of.getBoundingClientRect();
    return left >= -1 && top >= -1 && right <= innerWidth + 1 && bottom <= innerHeight + 1;
  });
  return apart >= 0 && (apart < 60 || sheet) && whole && (await topmostAt(scene, section)) === "waymark-coach";
}

/** Waits until the ring is on an element and the card beside it. */
export async function guideStands(scene: Scene, target: string | Locator = "#target"): Promise<void> {
  await expect.poll(() => ringOff(scene, target)).toBeLessThan(1.5);
  await expect.poll(() => cardStands(scene, target)).toBe(true);
}

/** Presses the card's cross as a person would, and waits until the guide has left. */
export async function closeGuide(scene: Scene): Promise<void> {
  await scene.locator("waymark-coach [part=close]").first().click();
  await expect.poll(() => scene.locator("waymark-coach").count()).toBe(0);
}

/** Presses the launcher as a person would, and waits for what it opens. */
export async function pressLauncher(scene: Scene): Promise<void> {
  await scene.locator("waymark-launcher [part=launcher]").click();
  await scene.locator("waymark-panel, waymark-prompt, waymark-launcher [part=menu]").first().waitFor();
}
