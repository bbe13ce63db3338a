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
  page.setDefaultTimeout(8000);
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

describe("at a quarter of the machine's speed, with 300 records", () => {
  it("K18 nothing of the page moves by itself while surfaces open and close; what each press costs is printed", async () => {
    const { page, errors } = await slowPage();
    const browser = here.browser();
    const figures: string[] = [];
    const measured = async (title: string, selector: string, shown: string): Promise<void> => {
      await browser.startTracing(page, { categories: ["toplevel", "__metadata"] });
      const { length } = (await heard(page)).presses;
      await press(page, selector, shown);
      const busy = longestTask(await browser.stopTracing());
      const presses = (await heard(page)).presses.slice(length).map(([, ms]) => ms);
      figures.push(`${title}: ${Math.max(0, ...presses)} ms to the next picture, longest task ${busy} ms busy`);
    };
    const way = '[part~=journey]:has-text("Win your first deal")';
    await measured("menu", "waymark-launcher .pill", menu);
    await measured("records", `${menu} ${way}`, panel);
    await measured("panel", `${panel} [part~=record]`, `${panel} [part~=station]`);
    await measured("station", `${panel} [part~=station] >> nth=1`, `${panel} [part~=card]`);
    await measured("close", `${panel} [part~=close]`, "waymark-launcher .pill");
    const { presses, shift } = await heard(page);
    console.log(`300 records, processor ${slower} times slower\n${figures.join("\n")}\nshift ${shift}`);
    expect(presses.length).toBeGreaterThan(5);
    expect(shift).toBe(0);
    expect(errors).toEqual([]);
  });
});
