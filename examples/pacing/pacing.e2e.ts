import axe from "axe-core";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import {
  type OpenOptions,
  passes,
  rested,
  served,
  settled,
  situation,
  tell,
} from "../../packages/testing/src/index.ts";
import { startCollector } from "../../packages/testing/src/real-collector.ts";

const here = situation("pacing");

interface Rule {
  rule: string;
  holds: boolean;
  has: string;
}

/** Nothing is watched before the service is there, which loads when the page is idle, and has been run. */
async function watched(page: Page): Promise<Page> {
  await page.locator("waymark-launcher button").first().waitFor();
  await served(page, "care");
  return page;
}

/** The page has had time to answer a press, and the same refusal is a new one. */
const answered = (page: Page): Promise<void> => passes(page, 1_100);

async function open(options: OpenOptions = {}): Promise<Page> {
  return watched((await here.open({ path: "#/orders", ...options })).page);
}

/** What `explain` says of the rules that begin with a word. */
async function rules(page: Page, word: string): Promise<Rule[]> {
  const all = await page.evaluate(() =>
    (window as unknown as { waymark: { explain(id: string): Promise<{ rules: Rule[] }> } }).waymark.explain("orders"),
  );
  return all.rules.filter(({ rule }) => rule.startsWith(word));
}

/** The rules of pacing that refuse now. */
async function refusing(page: Page): Promise<string[]> {
  return (await rules(page, "pacing ")).filter(({ holds }) => !holds).map(({ rule }) => rule.slice(7));
}

const reports = (page: Page): Promise<[string, Record<string, unknown>][]> =>
  page.evaluate(() => (window as unknown as { reports: [string, Record<string, unknown>][] }).reports);
const signs = async (page: Page): Promise<unknown[]> =>
  (await reports(page)).filter(([type]) => type === "step.struggled").map(([, { sign }]) => sign);

const line = (page: Page): ReturnType<Page["locator"]> => page.locator("waymark-launcher [part=help]");

/** What this device remembers of attempts under way. */
function attempts(page: Page): Promise<Record<string, unknown>[]> {
  return page.evaluate(async () => {
    const read = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve) => {
        request.onsuccess = () => resolve(request.result);
      });
    const db = await read(indexedDB.open("waymark"));
    const store = db.transaction("kv").objectStore("kv");
    const key = (await read(store.getAllKeys())).find((each) => String(each).startsWith("attempts-"));
    const kept = key === undefined ? undefined : await read(store.get(key));
    db.close();
    return kept?.attempts ?? [];
  });
}

describe("when something may speak unasked", () => {
  it("Y50 explain tells which rule spoke: a field in use, an unsaved form, work under way, no pause", async () => {
    const page = await open();
    await expect.poll(() => refusing(page)).toEqual([]);
    // The clock stands still: on a slow machine a pause is soon over.
    const now = await page.evaluate(() => Date.now());
    await page.clock.setFixedTime(now + 10_000);
    await page.locator("#article").click();
    await expect.poll(() => refusing(page)).toEqual(["no field in use", "a task finished", "a pause"]);
    await page.clock.setFixedTime(now + 20_000);
    await page.locator("#article").fill("Bolts");
    await expect
      .poll(() => refusing(page))
      .toEqual(["no field in use", "no unsaved form", "a task finished", "a pause"]);
    await page.clock.setFixedTime(now + 30_000);
    await page.locator("#target").click();
    await expect.poll(() => settled(page, "orders")).toEqual(["save"]);
    await expect.poll(() => refusing(page)).toEqual(["a pause"]);
    await page.clock.setFixedTime(now + 32_900);
    expect(await refusing(page)).toEqual(["a pause"]);
    await page.clock.setFixedTime(now + 33_000);
    await expect.poll(() => refusing(page)).toEqual([]);
    await tell(page, "open", "launcher");
    await expect.poll(() => refusing(page)).toContain("nothing open");
  });

  it("Y51 what one device showed counts on the other: two a week, and a pause made there", async () => {
    const collector = await startCollector();
    try {
      const token = collector.token("u-1", []);
      const address = `${collector.url}/v1/progress?key=${encodeURIComponent(collector.key)}`;
      const put = (prompts: unknown): Promise<Response> =>
        fetch(address, {
          method: "PUT",
          headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
          body: JSON.stringify({ format: "waymark.progress/1", journeys: {}, prompts }),
        });
      const day = 86_400_000;
      const shown = [2, 5].map((ago) => ({ at: Date.now() - ago * day, kind: "ask" }));
      expect((await put({ shown })).status).toBe(200);
      const search = new URLSearchParams({ collector: collector.url, key: collector.key, token });
      const page = await open({ path: `?${search}#/orders` });
      await expect.poll(() => refusing(page)).toEqual(["two a week"]);
      expect((await put({ shown: [], quiet: { until: null, at: Date.now() } })).status).toBe(200);
      await page.reload();
      await watched(page);
      await expect.poll(() => refusing(page)).toEqual(["not paused", "two a week"]);
    } finally {
      await collector.stop();
    }
  });
});

describe("help where somebody struggles", () => {
  it("Y52 an action refused three times offers help once, as one quiet line that takes no focus", async () => {
    const page = await open();
    for (let time = 0; time < 4; time++) {
      await page.locator("#target").click();
      await answered(page);
      if (time === 1) expect(await line(page).count()).toBe(0);
    }
    await line(page).waitFor();
    await rested(page);
    expect(await signs(page)).toEqual(["repeat"]);
    expect(await page.evaluate(() => document.activeElement?.localName)).not.toMatch(/^waymark-/);
    const box = await line(page).boundingBox();
    expect(box && box.height <= 64 && box.y > 500).toBe(true);
    await page.evaluate(axe.source);
    const wrong = await page.evaluate(async () => {
      const { axe: run } = window as unknown as {
        axe: { run(of: unknown): Promise<{ violations: { id: string }[] }> };
      };
      return (await run.run({ include: [["waymark-launcher"]] })).violations.map(({ id }) => id);
    });
    expect(wrong).toEqual([]);
    // By keyboard: the line's button shows the step on the real screen.
    await line(page).locator("[part=help-show]").focus();
    await page.keyboard.press("Enter");
    await page.locator("waymark-coach").getByText("The article goes in here.").waitFor();
    await expect.poll(() => line(page).count()).toBe(0);
    const helped = async (): Promise<unknown> => (await reports(page)).find(([type]) => type === "step.helped")?.[1];
    await expect.poll(helped).toEqual({ attempt: 1, guide: "full" });
  });

  it("Y53 back and forth, pressing in vain and a dead button are signs; ordinary presses and double clicks are not", async () => {
    const page = await open();
    await page.locator("#text").dblclick();
    await page.locator("#text").click();
    await page.locator("#article").click({ clickCount: 3 });
    await answered(page);
    expect(await signs(page)).toEqual([]);
    for (let time = 0; time < 2; time++) {
      for (const name of ["Stock", "Orders"]) {
        await page.getByRole("link", { name }).click();
        await expect.poll(() => page.evaluate(() => location.hash)).toBe(`#/${name.toLowerCase()}`);
      }
    }
    await expect.poll(() => signs(page)).toEqual(["back"]);
    // Three within a second, also where the machine takes longer for them.
    await page.clock.setFixedTime(await page.evaluate(() => Date.now()));
    await page.locator("#dead").click({ clickCount: 3, delay: 20 });
    await expect.poll(() => signs(page)).toEqual(["back", "rage"]);
    await page.locator("#dead").click();
    await expect.poll(() => signs(page)).toEqual(["back", "rage"]);
    await answered(page);
    await page.locator("#dead").click();
    await expect.poll(() => signs(page)).toEqual(["back", "rage", "dead"]);
  });

  it("Y59 an attempt goes on when the page is loaded anew, and the line stands whole on a phone and from right to left", async () => {
    const context = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true };
    const page = await open({ path: "?locale=ar#/orders", context });
    const refuse = async (times: number): Promise<void> => {
      for (let time = 0; time < times; time++) {
        await page.locator("#target").tap();
        await answered(page);
      }
    };
    await page.evaluate(() => document.documentElement.setAttribute("dir", "rtl"));
    await refuse(2);
    await page.reload();
    await watched(page);
    expect(await line(page).count()).toBe(0);
    await refuse(1);
    await line(page).waitFor();
    await rested(page);
    const box = await line(page).boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= 320 && box.y + box.height <= 640).toBe(true);
    await line(page).locator("[part=help-show]").tap();
    await page.locator("waymark-coach").getByText("The article goes in here.").waitFor();
  });

  it("Y54 closing the offer ends it for this visit", async () => {
    const page = await open();
    const struggle = async (): Promise<void> => {
      for (let time = 0; time < 3; time++) {
        await page.locator("#target").click();
        await answered(page);
      }
    };
    await struggle();
    await line(page).locator("[part=help-close]").click();
    await expect.poll(() => line(page).count()).toBe(0);
    await page.locator("#article").fill("Bolts");
    await page.locator("#target").click();
    await expect.poll(() => settled(page, "orders")).toEqual(["save"]);
    await tell(page, "begin", "orders");
    await page.locator("#article").fill("");
    await struggle();
    await expect.poll(() => signs(page)).toEqual(["repeat", "repeat"]);
    expect(await line(page).count()).toBe(0);
    const closed = async (): Promise<boolean> =>
      (await reports(page)).some(([type, { surface }]) => type === "prompt.closed" && surface === "help");
    await expect.poll(closed).toBe(true);
  });
});

describe("what an attempt was like", () => {
  it("Y55 goes along with its completion: active time, refusals, returns, help and the first barrier", async () => {
    const page = await open();
    await page.locator("#target").click();
    await answered(page);
    await page.locator("#article").pressSequentially("Bolts", { delay: 200 });
    await page.locator("#target").click();
    await expect.poll(() => settled(page, "orders")).toEqual(["save"]);
    const done = async () => (await reports(page)).find(([type]) => type === "step.completed")?.[1];
    await expect.poll(done).toBeDefined();
    const props = (await done()) ?? {};
    expect(props).toMatchObject({ attempt: 1, how: "condition", failed: 1, backtracks: 0, barrier: "tries_and_fails" });
    expect(props.activeMs).toBeGreaterThan(1_500);
    expect(props.activeMs).toBeLessThan(30_000);
  });

  it("Y56 Y99 of the first barrier only its code and attempt are told", async () => {
    const page = await open();
    await tell(page, "open", "panel", { journey: "orders" });
    await page.locator("waymark-panel [part=act]").getByText("Does not apply").click();
    const told = async (): Promise<unknown> => (await reports(page)).filter(([type]) => type === "step.barrier");
    await expect.poll(told).toEqual([["step.barrier", { attempt: 1, barrier: "does_not_apply" }]]);
  });

  const barriers = async (page: Page): Promise<unknown> =>
    (await reports(page)).filter(([type]) => type === "step.barrier").map(([, props]) => props);
  /** Looks away from the tab, or back at it. */
  const turn = (page: Page, state: "hidden" | "visible"): Promise<void> =>
    page.evaluate((value) => {
      Object.defineProperty(document, "visibilityState", { value, configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    }, state);

  it("Y85 a step that was left lying for seven days tells its first barrier once, on the next start or on coming back", async () => {
    const page = await open();
    const day = 86_400_000;
    const start = Date.now();
    // The browser lists no resources to a page whose clock stands still.
    const again = async (): Promise<void> => {
      const loaded = page.waitForRequest((request) => request.url().includes("care-service"));
      await page.reload();
      await page.locator("waymark-launcher button").first().waitFor();
      const chunk = (await loaded).url();
      await page.evaluate(`import(${JSON.stringify(chunk)}).then(() => new Promise((done) => setTimeout(done)))`);
    };
    await tell(page, "begin", "orders");
    // Refused: an order needs its article.
    await page.locator("#target").click();
    await expect.poll(() => attempts(page)).toMatchObject([{ failed: 1, at: expect.any(Number) }]);
    await page.clock.setFixedTime(start + 8 * day);
    await again();
    await expect.poll(() => barriers(page)).toEqual([{ attempt: 1, barrier: "tries_and_fails" }]);
    await again();
    await page.waitForTimeout(4_000);
    expect(await barriers(page)).toEqual([]);
    // The next attempt goes well and is simply forgotten, in a tab that stands open.
    await page.locator("#article").fill("Bolts");
    await page.locator("#target").click();
    await expect.poll(() => settled(page, "orders")).toEqual(["save"]);
    await tell(page, "begin", "orders");
    await expect.poll(() => attempts(page)).toMatchObject([{ attempt: 1 }, { attempt: 2, failed: 0 }]);
    const before = (await reports(page)).length;
    await turn(page, "hidden");
    await page.clock.setFixedTime(start + 14 * day);
    await turn(page, "visible");
    await turn(page, "hidden");
    await page.clock.setFixedTime(start + 16 * day);
    await turn(page, "visible");
    await expect
      .poll(async () => (await reports(page)).slice(before).at(-1))
      .toEqual(["step.barrier", { attempt: 2, barrier: "not_now" }]);
    await expect.poll(() => attempts(page)).toMatchObject([{ attempt: 2, told: true }]);
  });

  it("Y84 a panel that opens tells which step it shows, each time, also where the host opens it", async () => {
    const page = await open();
    const shown = async (): Promise<number> => (await reports(page)).filter(([type]) => type === "step.shown").length;
    for (const times of [1, 2]) {
      await tell(page, "open", "panel", { journey: "orders" });
      await page.locator("waymark-panel [part=card]").waitFor();
      await expect.poll(shown).toBe(times);
      await tell(page, "close");
      await page.locator("waymark-panel").waitFor({ state: "detached" });
    }
  });

  it("Y57 no value of a field is read, and a page at rest calls nothing", async () => {
    const page = await open({
      before: (context) =>
        context.addInitScript(() => {
          const seen: string[] = [];
          Object.assign(window, { seen });
          for (const { prototype } of [HTMLInputElement, HTMLTextAreaElement, HTMLSelectElement]) {
            const value = Object.getOwnPropertyDescriptor(prototype, "value");
            if (!value?.get) continue;
            const { get } = value;
            Object.defineProperty(prototype, "value", {
              ...value,
              get() {
                seen.push(new Error("value").stack ?? "");
                return get.call(this);
              },
            });
          }
          let frames = 0;
          const ask = window.requestAnimationFrame.bind(window);
          window.requestAnimationFrame = (call) => {
            frames++;
            return ask(call);
          };
          Object.assign(window, { framesAsked: () => frames });
        }),
    });
    await page.locator("#article").pressSequentially("4711");
    await page.locator("#dead").click();
    const frames = (): Promise<number> =>
      page.evaluate(() => (window as unknown as { framesAsked(): number }).framesAsked());
    // At rest: what loads in idle time is there, and a whole second goes by without a frame.
    const asked = async (): Promise<number> => {
      const before = await frames();
      await passes(page, 1_000);
      return (await frames()) - before;
    };
    await expect.poll(asked).toBe(0);
    const reads = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
    expect(reads.filter((stack) => stack.includes("care-service"))).toEqual([]);
    expect(await asked()).toBe(0);
  });
});

describe("guidance by skill", () => {
  it("Y87 where nobody stated a time, much longer than in the beginning offers help, and nobody is told", async () => {
    const page = await open({ path: "?untimed=1#/orders" });
    const day = 86_400_000;
    const start = Date.now();
    const done = async (): Promise<number> =>
      (await reports(page)).filter(([type]) => type === "step.completed").length;
    const work = async (time: number, keys: readonly number[]): Promise<void> => {
      await page.clock.setFixedTime(time);
      await tell(page, "begin", "orders");
      for (const after of keys) {
        await page.clock.setFixedTime(time + after);
        await page.locator("#article").press("1");
      }
    };
    const reference = async (): Promise<unknown> => (await rules(page, "reference save"))[0]?.has;
    expect(await reference()).toBe("none");
    // The very first takes longest; it is no measure.
    for (const [index, ms] of [28_000, 10_000, 12_000, 11_000, 11_000].entries()) {
      await work(start + index * day, [0, ms]);
      await page.locator("#target").click();
      await expect.poll(done).toBe(index + 1);
    }
    await expect.poll(reference).toBe("own: from the first five runs");
    await work(start + 9 * day, [0, 8_000, 16_000]);
    expect(await line(page).count()).toBe(0);
    await page.clock.setFixedTime(start + 9 * day + 17_000);
    await page.locator("#article").press("1");
    await line(page).waitFor();
    expect(await signs(page)).toEqual([]);
    const shown = async (): Promise<number> => (await reports(page)).filter(([type]) => type === "prompt.shown").length;
    await expect.poll(shown).toBe(1);
  });

  it("Y58 is a word after three attempts alone, all of it again after four weeks; explain says why", async () => {
    const page = await open();
    const once = async (time: number): Promise<void> => {
      const done = async (): Promise<number> =>
        (await reports(page)).filter(([type]) => type === "step.completed").length;
      const before = await done();
      await page.clock.setFixedTime(time);
      await tell(page, "begin", "orders");
      await page.locator("#article").press("1");
      await page.clock.setFixedTime(time + 20_000);
      await page.locator("#article").press("2");
      await page.locator("#target").click();
      await expect.poll(done).toBe(before + 1);
    };
    const day = 86_400_000;
    const start = Date.now();
    const guidance = async (): Promise<unknown> => (await rules(page, "guidance save"))[0]?.has;
    await expect.poll(guidance).toBe("full: new here");
    expect((await rules(page, "reference save"))[0]?.has).toBe("stated: 120 s");
    for (const index of [1, 2, 3]) await once(start + index * day);
    await expect.poll(guidance).toBe("light: three alone");
    await tell(page, "begin", "orders");
    await tell(page, "show", "orders", "save");
    await page.locator("waymark-coach").getByText("Save.", { exact: true }).waitFor();
    expect(await page.locator("waymark-coach [part=next]").count()).toBe(0);
    const helped = async (): Promise<unknown> =>
      (await reports(page)).filter(([type]) => type === "step.helped").at(-1)?.[1];
    await expect.poll(helped).toMatchObject({ guide: "light" });
    await page.clock.setFixedTime(start + 40 * day);
    await expect.poll(guidance).toBe("full: after a gap");
  });
});
