import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { explained, faults, rows } from "./rows.ts";
import { playRow, tableOf } from "./score.ts";
import { fill, type Run, startWorld, stored, storedLines, until, type World } from "./world.ts";

declare global {
  interface Window {
    sessionBefore?: string | null;
    queueBefore?: string[];
    waymark: { push(call: unknown[]): void; erase(): Promise<void>; $progress: { get(): unknown } };
  }
}

let world: World;
let run: Run;

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  run = await world.run();
});
afterEach(() => run.close());

const call = (page: Page, ...what: unknown[]): Promise<void> =>
  page.evaluate((given) => window.waymark.push(given), what);
const sheets = (types: readonly string[]): number => types.filter((type) => type === "host.sheet.filled").length;
const emptied = (page: Page): Promise<unknown> =>
  until(
    () => storedLines(page),
    (lines) => lines.length === 0,
  );
const arrived = (count: number): Promise<number[]> =>
  until(
    () => run.lines(),
    (lines) => lines.length === count,
  );
const failuresOf = async (page: Page): Promise<Record<string, number>> => (await explained(page)).failures;

const runs = Number(process.env.WAYMARK_RUNS ?? 1);

describe("the scorecard: forty lines of 4 KB, each delivered or still stored, each there in the end, once", () => {
  it.each(rows)(
    "Q1 $name",
    async (row) => {
      const score = await playRow(world, row, runs);
      console.log(tableOf([score]));
      expect(score.failed).toEqual([]);
    },
    120_000 * runs,
  );

  it("Q1 is judged by a count that sees what is lost", async () => {
    const whole = { recorded: 40, delivered: 40, safe: 40, arrived: 40, twice: 0, suppressed: 0 };
    expect(faults(run, whole)).toEqual([]);
    expect(faults(run, { ...whole, safe: 39, arrived: 38, twice: 1 })).toHaveLength(3);
  });
});

describe("what travels", () => {
  it("Q2 goes in batches, as gzip and text/plain, stamped anew for each try, and asks nobody first", async () => {
    run.proxy.decide((_, index) => (index === 1 ? { status: 503 } : "pass"));
    const page = await run.open();
    await fill(page, 0, 150);
    await arrived(150);
    await emptied(page);
    const tries = run.proxy.deliveries.filter(({ types }) => sheets(types) > 0);
    expect(tries.length).toBeGreaterThan(2);
    expect(tries.every(({ gzip }) => gzip)).toBe(true);
    for (const { types, bytes } of tries) {
      // 256 KB before compression.
      expect(sheets(types)).toBeLessThanOrEqual(62);
      expect(bytes).toBeLessThan(256_000);
    }
    const stamps = tries.map(({ sentAt }) => sentAt);
    expect(new Set(stamps).size).toBe(stamps.length);
    expect(run.proxy.others.filter((each) => each.startsWith("OPTIONS"))).toEqual([]);
    const texts = (await run.kept()).filter(({ type }) => type === "host.sheet.filled");
    expect(Math.min(...texts.map((event) => Buffer.byteLength(JSON.stringify(event))))).toBeGreaterThan(4096);
  });

  it("Q2 a small batch holds at most 200 events", async () => {
    const page = await run.open({ query: "&fields=0" });
    await fill(page, 0, 450);
    await arrived(450);
    const sizes = run.proxy.deliveries.map(({ ids }) => ids.length);
    expect(Math.max(...sizes)).toBe(200);
  });
});

const go = (page: Page, lines: number): Promise<unknown> =>
  page
    .evaluate((count) => {
      (window as unknown as { fill(from: number, lines: number): void }).fill(0, count);
      location.href = "away.html";
    }, lines)
    .then(() => page.waitForURL(/away/));

describe("leaving", () => {
  it("Q3 sends several plain bodies whose sum the browser takes, and keeps the rest", async () => {
    const page = await run.open();
    await go(page, 40);
    const plain = () => run.proxy.deliveries.filter(({ gzip }) => !gzip);
    const total = (): number => plain().reduce((bytes, each) => bytes + each.bytes, 0);
    // Of five bodies that fit the quota the browser now and then refuses the last: what it held stays on the disk.
    await until(
      async () => total(),
      (bytes) => bytes > 45_000,
    );
    await page.waitForTimeout(500);
    const bodies = plain();
    const sum = total();
    expect(bodies.length).toBeGreaterThanOrEqual(4);
    expect(sum).toBeLessThanOrEqual(65_039);
    const sent = bodies.reduce((count, { types }) => count + sheets(types), 0);
    expect(sent).toBeLessThan(40);
    expect((await storedLines(page)).length).toBeGreaterThanOrEqual(40 - sent);
  });

  it("Q3 takes a beacon where the browser has no keepalive", async () => {
    await run.context.addInitScript(() => {
      Reflect.deleteProperty(Request.prototype, "keepalive");
    });
    const page = await run.open();
    await go(page, 10);
    expect((await arrived(10)).length).toBe(10);
    expect(run.proxy.others.filter((each) => each.startsWith("OPTIONS"))).toEqual([]);
  });

  it("Q3 keeps everything where the host has used up the quota", async () => {
    const page = await run.open();
    const taken = await page.evaluate(async () => {
      // A request of the host's own, under way for as long as the test lasts.
      const big = new Blob(["x".repeat(64_000)], { type: "text/plain" });
      fetch("/slow", { method: "POST", body: big, keepalive: true }).catch(() => undefined);
      const more = fetch("/more", { method: "POST", body: big, keepalive: true });
      return more.then(
        () => "room",
        () => "full",
      );
    });
    expect(taken).toBe("full");
    await go(page, 10);
    expect(await storedLines(page)).toHaveLength(10);
    await page.goto(run.url);
    await arrived(10);
    await emptied(page);
  });

  it("Q4 what the ledger allows in one body, the browser takes", async () => {
    const page = await run.open();
    const address = `${new URL(run.url).searchParams.get("collector")}/v1/events?key=pk_something`;
    const largest = await page.evaluate(async (url) => {
      const empty = JSON.stringify({ sentAt: "", person: "", events: [], pad: "" });
      // Answered with a refusal; only what the browser itself fails is too large.
      const takes = (bytes: number): Promise<boolean> => {
        const body = empty.replace(/""}$/, `"${"x".repeat(bytes - empty.length)}"}`);
        return fetch(url, { method: "POST", body, keepalive: true, credentials: "omit" })
          .then((response) => response.text())
          .then(
            () => true,
            () => false,
          );
      };
      let [low, high] = [60_000, 65_537];
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        // The bytes of the one before are given back a moment after its answer.
        await new Promise((resolve) => setTimeout(resolve, 150));
        if (await takes(middle)) low = middle;
        else high = middle;
      }
      return low;
    }, address);
    console.log(`largest keepalive body to an address of ${address.length} characters: ${largest} bytes`);
    // As `leave.ts` counts: body, address, and 512 bytes of headers.
    const allowed = 65_536 - address.length - 512;
    expect(allowed).toBeLessThanOrEqual(largest);
    expect(largest).toBeLessThanOrEqual(65_536);
  });
});

describe("when it is sent", () => {
  it("Q14 is on disk before it is sent, and what is told in the page's last moment too", async () => {
    await run.context.addInitScript(() => {
      addEventListener("pagehide", () => {
        const { fill } = window as unknown as { fill?(from: number, lines: number): void };
        if (!fill) return;
        fill(7, 1);
        queueMicrotask(() => localStorage.setItem("told", "7"));
      });
    });
    run.proxy.decide(() => ({ status: 503 }));
    const page = await run.open();
    await fill(page, 0, 3);
    await until(async () => run.proxy.deliveries.some(({ types }) => sheets(types) === 3), Boolean);
    expect((await storedLines(page)).sort()).toEqual([0, 1, 2]);
    // The tab is closed, and its process with it: nobody is left to end a transaction.
    const end = async (tab: Page): Promise<Page> => {
      const closed = tab.waitForEvent("close");
      await tab.close({ runBeforeUnload: true });
      await closed;
      const next = await run.context.newPage();
      await next.goto(run.away);
      return next;
    };
    let other = await end(page);
    // A busy machine's browser ends a tab in the middle of its farewell: then nothing was told, and another tab tells it.
    for (let tries = 1; (await other.evaluate(() => localStorage.getItem("told"))) === null; tries++) {
      expect(tries).toBeLessThan(5);
      other = await end(await run.open());
    }
    await until(
      () => storedLines(other),
      (lines) => lines.sort().join() === "0,1,2,7",
    );
  });

  it("Q14 goes out while the host never rests", async () => {
    const page = await run.open({ query: "&fields=0" });
    await page.evaluate(() => {
      let line = 0;
      setInterval(() => (window as unknown as { fill(from: number, lines: number): void }).fill(line++, 1), 100);
    });
    await until(
      () => run.lines(),
      (lines) => lines.length >= 5,
    );
  });

  it("Q5 one tab sends at a time, and none knows a copy that another has sent", async () => {
    run.proxy.decide(() => ({ status: 503 }));
    const tabs = [await run.open(), await run.open(), await run.open()];
    for (const [at, tab] of tabs.entries()) await fill(tab, at * 10, 10);
    await until(
      () => storedLines(tabs[0] as Page),
      (lines) => lines.length === 30,
    );
    run.proxy.decide(() => "pass");
    await arrived(30);
    await emptied(tabs[0] as Page);
    // The tabs that had nothing sent have nothing to send at leaving either, once they have looked.
    await tabs[1]?.waitForTimeout(6000);
    for (const tab of tabs) await tab.goto(run.away);
    expect((await run.arrivals()).duplicates).toBe(0);
  });

  it("Q5 without locks every tab sends, and the collector passes over what it has", async () => {
    await run.context.addInitScript(() => {
      Object.defineProperty(Navigator.prototype, "locks", { get: () => undefined, configurable: true });
    });
    const tabs = [await run.open(), await run.open()];
    await Promise.all(tabs.map((tab, at) => fill(tab, at * 20, 20)));
    expect(new Set(await arrived(40)).size).toBe(40);
    await emptied(tabs[0] as Page);
  });
});

describe("what the collector answers", () => {
  it("Q6 waits as long as it is asked to, on the next page of the tab too, and sends nothing while it leaves", async () => {
    run.proxy.decide(() => ({ status: 429, headers: { "retry-after": "6" } }));
    const page = await run.open();
    await fill(page, 0, 5);
    await until(
      async () => run.proxy.deliveries.length,
      (count) => count === 1,
    );
    // A page that goes before the answer has come knows of no wait: it is left once it knows.
    await expect
      .poll(() => page.evaluate(() => Object.keys(sessionStorage)))
      .toContainEqual(expect.stringContaining("waymark-patience"));
    run.proxy.decide(() => "pass");
    await page.reload();
    await fill(page, 5, 5);
    await arrived(10);
    const [first, second] = run.proxy.deliveries;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(5500);
  });

  it("Q7 halves what is too large, and gives up what is too large alone", async () => {
    run.proxy.decide(({ ids }) => (ids.length > 6 ? { status: 413 } : "pass"));
    const page = await run.open({ query: "&fields=3" });
    await fill(page, 0, 40);
    await arrived(40);
    await emptied(page);
    expect((await failuresOf(page)).too_large).toBeUndefined();
    run.proxy.decide(({ types }) => (sheets(types) > 0 ? { status: 413 } : "pass"));
    await fill(page, 40, 2);
    await until(
      () => failuresOf(page),
      ({ too_large }) => too_large === 2,
    );
    await emptied(page);
  });

  it("Q7 Q10 never sends again what was refused as a whole, and reports it once though the answer is lost", async () => {
    run.proxy.decide(({ types }) => (sheets(types) > 0 ? { status: 400 } : "pass"));
    const page = await run.open({ query: "&fields=3" });
    await fill(page, 0, 7);
    const { refused = 0 } = await until(
      () => failuresOf(page),
      (failures) => (failures.refused ?? 0) >= 7,
    );
    expect(refused).toBe(run.proxy.deliveries.find(({ types }) => sheets(types) === 7)?.ids.length);
    await emptied(page);
    let lost = 0;
    run.proxy.decide(() => (lost++ === 0 ? "lose" : "pass"));
    await page.reload();
    await fill(page, 7, 3);
    expect((await arrived(3)).sort()).toEqual([7, 8, 9]);
    await emptied(page);
    await fill(page, 10, 1);
    await arrived(4);
    await expect.poll(async () => (await run.arrivals()).dropped).toEqual({ refused });
  });

  it("Q7 Q10 counts what the collector rejects event by event, and the others arrive", async () => {
    const page = await run.open({ query: "&fields=16" });
    await fill(page, 0, 3);
    await until(
      () => failuresOf(page),
      ({ rejected }) => rejected === 3,
    );
    await emptied(page);
    await page.goto(`${run.url}&fields=3`);
    await fill(page, 3, 2);
    await arrived(2);
    await until(
      async () => (await run.arrivals()).dropped,
      ({ rejected }) => rejected === 3,
    );
  });

  it.each([401, 403, 404])(
    "Q8 keeps everything when turned away with %i, and asks again on the next page only",
    async (status) => {
      run.proxy.decide(() => ({ status }));
      const page = await run.open();
      await fill(page, 0, 5);
      await until(
        () => failuresOf(page),
        (failures) => failures[`status_${status}`] === 1,
      );
      const asked = run.proxy.deliveries.length;
      await fill(page, 5, 5);
      await page.waitForTimeout(4000);
      expect(run.proxy.deliveries).toHaveLength(asked);
      await expect.poll(async () => (await storedLines(page)).length).toBe(10);
      run.proxy.decide(() => "pass");
      await page.reload();
      await arrived(10);
      expect(await run.arrivals()).toMatchObject({ dropped: {} });
    },
  );
});

describe("consent", () => {
  const toEvents = (): number => run.proxy.deliveries.length;

  it("Q11 pending queues and sends nothing; granted begins; denied empties the disk and ends", async () => {
    const page = await run.open({ query: "&consent=pending" });
    await fill(page, 0, 5);
    await page.waitForTimeout(1500);
    expect([toEvents(), await stored(page)]).toEqual([0, []]);
    await call(page, "setConsent", "granted");
    await fill(page, 5, 5);
    expect((await arrived(5)).sort()).toEqual([5, 6, 7, 8, 9]);
    run.proxy.decide(() => ({ status: 503 }));
    await fill(page, 10, 5);
    await until(
      () => storedLines(page),
      (lines) => lines.length === 5,
    );
    await call(page, "setConsent", "denied");
    await until(
      () => stored(page),
      (all) => all.length === 0,
    );
    const asked = toEvents();
    run.proxy.decide(() => "pass");
    await go(page, 5);
    await page.waitForTimeout(1500);
    expect([toEvents(), await stored(page)]).toEqual([asked, []]);
  });

  it("Q11 a visit that begins denied empties what an earlier one left; one that is pending keeps it", async () => {
    run.proxy.decide(() => ({ status: 503 }));
    const page = await run.open();
    await fill(page, 0, 5);
    await until(
      () => storedLines(page),
      (lines) => lines.length === 5,
    );
    await page.goto(run.away);
    // What was sent at leaving has been refused by then.
    await page.goto(`${run.url}&consent=pending`);
    await page.waitForTimeout(1000);
    run.proxy.decide(() => "pass");
    await page.waitForTimeout(1500);
    expect((await storedLines(page)).length).toBe(5);
    await page.goto(`${run.url}&consent=denied`);
    await until(
      () => stored(page),
      (all) => all.length === 0,
    );
    expect(await run.lines()).toEqual([]);
  });

  it.each(["globalPrivacyControl", "doNotTrack"])(
    "Q12 %s makes it denied unless the host says otherwise",
    async (name) => {
      await run.context.addInitScript((property) => {
        const value = property === "doNotTrack" ? "1" : true;
        Object.defineProperty(Navigator.prototype, property, { get: () => value, configurable: true });
      }, name);
      const page = await run.open();
      await fill(page, 0, 5);
      await page.waitForTimeout(1500);
      expect([toEvents(), await stored(page)]).toEqual([0, []]);
      const told = await run.open({ query: "&consent=granted" });
      await fill(told, 5, 5);
      await arrived(5);
    },
  );
});

describe("erasing", () => {
  const left = (page: Page): Promise<unknown> =>
    page.evaluate(
      () =>
        new Promise((resolve) => {
          const open = indexedDB.open("waymark");
          open.onsuccess = () => {
            const both = open.result.transaction(["kv", "queue"]);
            const queue = both.objectStore("queue").getAll();
            const kv = both.objectStore("kv");
            const [keys, values] = [kv.getAllKeys(), kv.getAll()];
            both.oncomplete = () => {
              const progress = values.result.filter((_, at) => String(keys.result[at]).startsWith("progress-"));
              open.result.close();
              resolve({
                queue: queue.result.filter((text) => String(window.queueBefore).includes(JSON.parse(text).id)).length,
                filled: JSON.stringify(progress).includes('"completed":1'),
                session: sessionStorage.getItem("waymark-session") === window.sessionBefore,
              });
            };
          };
        }),
    );
  const remember = async (page: Page): Promise<unknown> =>
    page.evaluate(
      (queueBefore) => Object.assign(window, { queueBefore, sessionBefore: sessionStorage.getItem("waymark-session") }),
      await stored(page),
    );

  it("Q13 forgets queue, progress and visit in every tab, and no tab brings them back", async () => {
    run.proxy.decide(() => ({ status: 503, headers: { "retry-after": "60" } }));
    const one = await run.open();
    const two = await run.open();
    await call(one, "track", "sheet.filled", Object.fromEntries([["line", -1], ...allFields]));
    await fill(two, 0, 10);
    const done = (page: Page): Promise<unknown> =>
      until(
        () => page.evaluate(() => JSON.stringify(window.waymark.$progress.get())),
        (text) => text.includes('"completed":1'),
      );
    await Promise.all([done(one), done(two)]);
    await until(
      () => storedLines(one),
      (lines) => lines.length >= 10,
    );
    await Promise.all([remember(one), remember(two)]);
    await one.evaluate(() => window.waymark.erase());
    const gone = { queue: 0, filled: false, session: false };
    await until(
      async () => JSON.stringify(await left(two)),
      (text) => text === JSON.stringify(gone),
    );
    // What had left before they were erased may still be on its way.
    await one.waitForTimeout(500);
    // The second tab goes on, is left and opened again: what it knew is forgotten too.
    run.proxy.decide(() => "pass");
    const asked = toLines();
    await two.reload();
    await two.waitForTimeout(1500);
    await one.reload();
    await one.waitForTimeout(1500);
    for (const page of [one, two]) {
      expect(await page.evaluate(() => JSON.stringify(window.waymark.$progress.get()))).not.toContain('"completed":1');
      expect(await storedLines(page)).toEqual([]);
    }
    expect(toLines()).toBe(asked);
    expect(await run.lines()).toEqual([]);
  });

  it.each(["here", "in another tab"])(
    "Q13 a delivery that is being packed when they are erased %s never leaves",
    async (where) => {
      await run.context.addInitScript(() => {
        const { stream } = Blob.prototype;
        Blob.prototype.stream = function slow(this: Blob) {
          Object.assign(window, { packing: true });
          const transform = async (chunk: Uint8Array, out: TransformStreamDefaultController): Promise<void> => {
            // For as long as it takes to forget the person.
            while (!("unpack" in window)) await new Promise((resolve) => setTimeout(resolve, 20));
            out.enqueue(chunk);
          };
          return stream.call(this).pipeThrough(new TransformStream({ transform }));
        } as Blob["stream"];
      });
      const one = await run.open();
      const two = await run.open();
      await fill(one, 0, 10);
      await until(
        async () => Promise.all([one, two].map((page) => page.evaluate(() => "packing" in window))),
        (packing) => packing.includes(true),
      );
      const session = (): Promise<string | null> => one.evaluate(() => sessionStorage.getItem("waymark-session"));
      const before = await session();
      await (where === "here" ? one : two).evaluate(() => window.waymark.erase());
      // The other tab hears of it.
      await expect.poll(session).not.toBe(before);
      for (const tab of [one, two]) await tab.evaluate(() => Object.assign(window, { unpack: true }));
      await one.waitForTimeout(1500);
      expect([toLines(), await storedLines(one), await run.lines()]).toEqual([0, [], []]);
      // It is no standstill: what is done from now on arrives.
      await fill(one, 10, 1);
      await arrived(1);
    },
  );

  const toLines = (): number => run.proxy.deliveries.reduce((sum, { types }) => sum + sheets(types), 0);
  const allFields = Array.from({ length: 15 }, (_, at) => [
    `line-of-the-order-sheet-in-the-large-central-warehouse-field-${at}`,
    "x",
  ]);
});
