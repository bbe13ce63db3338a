import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { type Opened, situation } from "../../packages/testing/src/index.ts";

const here = situation("responsiveness");

/** How much slower than this machine the page runs. */
const slower = 4;

interface Heard {
  /** What the browser measured from a press to the next picture, ms; multiples of 8. */
  presses: [name: string, ms: number][];
  tasks: [at: number, ms: number][];
  shift: number;
}

const heard = (page: Page): Promise<Heard> => page.evaluate(() => (window as unknown as { heard: Heard }).heard);

/** The page with 300 records, all kept, opened anew, at rest and slowed down. */
async function slowPage(): Promise<Opened> {
  const opened = await here.open({ context: { viewport: { width: 1280, height: 800 } } });
  const { page } = opened;
  await page.locator("waymark-launcher .pill").waitFor();
  await page.waitForTimeout(1500);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: slower });
  await page.waitForTimeout(500);
  await page.evaluate(() => {
    const { heard: all } = window as unknown as { heard: Heard };
    Object.assign(all, { presses: [], tasks: [], shift: 0 });
  });
  return opened;
}

/** Presses one after the other; each is drawn before the next. */
async function press(page: Page, selector: string, shown: string): Promise<void> {
  await page.locator(selector).first().click();
  await page.locator(shown).first().waitFor();
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 120))));
}

const menu = "waymark-launcher [part~=menu]";
const panel = "waymark-panel .surface";

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  tdur?: number;
  args: { name?: string };
}

/** The longest task of the page's main thread, ms of its own processor time: what else the machine does is not in it. */
function longestTask(trace: Buffer): number {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const mains = traceEvents.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain");
  const ours = new Set(mains.map(({ pid, tid }) => `${pid} ${tid}`));
  const tasks = traceEvents.filter(({ name, pid, tid }) => name.endsWith("RunTask") && ours.has(`${pid} ${tid}`));
  return Math.round(Math.max(0, ...tasks.map(({ tdur = 0 }) => tdur)) / 1000);
}

interface Cost {
  /** From the press to the next picture, by the browser's own measure, ms. */
  press: number;
  /** The longest task that came of it, ms of its own processor time. */
  task: number;
}

const way = '[part~=journey]:has-text("Win your first deal")';
const map = "waymark-my-map";
const library = "waymark-library";
const report = "waymark-report";
/** What is pressed, and what must then be on the screen. */
const taps: readonly (readonly [title: string, selector: string, shown: string])[] = [
  ["menu", "waymark-launcher .pill", menu],
  ["records", `${menu} ${way}`, panel],
  ["panel", `${panel} [part~=record]`, `${panel} [part~=station]`],
  ["station", `${panel} [part~=station] >> nth=1`, `${panel} [part~=card]`],
  ["report", `${panel} [part~=card] .acts [part~=act] >> nth=-1`, `${report} [part=reason]`],
  ["a reason", `${report} [part=reason]`, `${report} [part=reason][aria-pressed=true]`],
  ["report, closed", `${report} [part~=close]`, panel],
  ["my map", `${panel} [part~=records]`, `${map} [part~=map]`],
  ["plan my day", `${map} [part~=plan-day]`, `${map} [part~=when]`],
  ["a time for a record", `${map} [part~=when]`, `${map} [part~=when][aria-pressed=true]`],
  ["my map, closed", `${map} [part~=close]`, panel],
  ["panel, closed", `${panel} [part~=close]`, "waymark-launcher .pill"],
  ["menu again", "waymark-launcher .pill", menu],
  ["library", `${menu} [part~=find]`, `${library} .hit`],
  ["a journey of it", `${library} .hit`, panel],
  ["close", `${panel} [part~=close]`, "waymark-launcher .pill"],
  ["menu, a third time", "waymark-launcher .pill", menu],
  ["settings", `${menu} [part~=settings]`, "waymark-settings .surface"],
  ["a journey, hidden", "waymark-settings [part=hide]", "waymark-settings [part=hide]"],
  ["settings, closed", "waymark-settings [part~=close]", "waymark-launcher .pill"],
];
/** Opening these adds no task over 50 ms. */
const calm = ["records", "panel", "library"];

/** What each press costs, once through. */
async function costs(): Promise<Map<string, Cost>> {
  const { page, errors } = await slowPage();
  const browser = here.browser();
  const found = new Map<string, Cost>();
  // The first trace of a browser starts its tracing service: that is none of the first press's.
  await browser.startTracing(page, { categories: ["toplevel", "__metadata"] });
  await browser.stopTracing();
  await page.waitForTimeout(300);
  for (const [title, selector, shown] of taps) {
    await browser.startTracing(page, { categories: ["toplevel", "__metadata"] });
    const { length } = (await heard(page)).presses;
    await press(page, selector, shown);
    const task = longestTask(await browser.stopTracing());
    const presses = (await heard(page)).presses.slice(length).map(([, ms]) => ms);
    found.set(title, { press: Math.max(0, ...presses), task });
  }
  const { presses, shift } = await heard(page);
  expect(presses.length).toBeGreaterThan(taps.length);
  expect(shift).toBe(0);
  expect(errors).toEqual([]);
  await page.context().close();
  return found;
}

describe("at a quarter of the machine's speed, with 300 records", () => {
  it("K18 K23 K24 nothing moves by itself, each press is answered within 100 ms, and opening adds no task over 50 ms", async () => {
    const best = new Map<string, Cost>();
    const late = (): string[] =>
      [...best]
        .filter(([title, { press: ms, task }]) => ms > 100 || (calm.includes(title) && task > 50))
        .map(([title]) => title);
    // What else this machine does meanwhile is not ours: of at most eight times, the quickest of each press counts.
    let times = 0;
    do {
      times += 1;
      for (const [title, { press: ms, task }] of await costs()) {
        const before = best.get(title) ?? { press: Number.POSITIVE_INFINITY, task: Number.POSITIVE_INFINITY };
        best.set(title, { press: Math.min(before.press, ms), task: Math.min(before.task, task) });
      }
    } while (late().length > 0 && times < 8);
    const lines = [...best].map(
      ([title, { press: ms, task }]) => `${title}: ${ms} ms to the next picture, longest task ${task} ms busy`,
    );
    console.log(
      `300 records, 50 small journeys, processor ${slower} times slower, best of ${times}\n${lines.join("\n")}`,
    );
    expect(late()).toEqual([]);
  });
});
