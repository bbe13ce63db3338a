import type { Page } from "playwright-core";
import { fill, type Run, storedLines, until, type World } from "./world.ts";

/** What became of the forty lines of one run. */
export interface Outcome {
  recorded: number;
  /** Different lines at the collector before anybody came back. */
  delivered: number;
  /** Delivered, or on the disk, or (where the page lives on) in its memory: what is not lost. */
  safe: number;
  /** Different lines at the collector in the end. */
  arrived: number;
  /** Lines the collector keeps more than once. */
  twice: number;
  /** Copies that the collector knew already and passed over. */
  suppressed: number;
}

export interface Row {
  name: string;
  /** It ends pages in a way that others would feel: no other run may be under way. */
  alone?: boolean;
  play(run: Run, world: World): Promise<Outcome>;
}

const many = 40;
const fortyLines = [...new Array(many).keys()];
const distinct = (lines: readonly number[]): number => new Set(lines).size;

async function outcome(run: Run, before: { delivered: number; safe: number }, recorded = many): Promise<Outcome> {
  const lines = await run.lines();
  const suppressed = run.proxy.deliveries.reduce((sum, { receipt }) => sum + (receipt?.duplicates ?? 0), 0);
  return { recorded, ...before, arrived: distinct(lines), twice: lines.length - distinct(lines), suppressed };
}

/** What is safe while `page` is open: at the collector or on the disk. */
async function look(run: Run, page: Page): Promise<{ delivered: number; safe: number }> {
  // In this order: what leaves the disk between the two looks is at the collector by then.
  const onDisk = await storedLines(page);
  const lines = await run.lines();
  return { delivered: distinct(lines), safe: distinct([...lines, ...onDisk]) };
}

const allArrive = (run: Run, recorded = many): Promise<number> =>
  until(
    async () => distinct(await run.lines()),
    (count) => count === recorded,
    60_000,
  );

/** The person comes to the page again: what waits on disk arrives. */
async function comeBack(run: Run, page: Page): Promise<void> {
  run.proxy.decide(() => "pass");
  await page.goto(run.url);
  await allArrive(run);
  await until(
    () => storedLines(page),
    (lines) => lines.length === 0,
  );
}

/** What is told while the page stays open lies on the disk first; the fault ends by itself, and everything arrives. */
async function staysOpen(run: Run, page: Page, tell: () => Promise<unknown>): Promise<Outcome> {
  // The line is slow until somebody has looked: on a busy machine all of it could be delivered and gone before.
  const release = run.proxy.hold();
  await tell();
  await until(
    () => storedLines(page),
    (lines) => lines.length === many,
  );
  const before = await look(run, page);
  release();
  await allArrive(run);
  await until(
    () => storedLines(page),
    (lines) => lines.length === 0,
  );
  return outcome(run, before);
}

const answered = (run: Run): Promise<unknown> =>
  until(
    async () => run.proxy.deliveries,
    (all) => all.every(({ receipt, fault }) => receipt ?? fault !== "pass"),
  );

/** Spoils the first delivery that holds lines, or the first few. */
function spoil(run: Run, times: number, fault: Parameters<Run["proxy"]["decide"]>[0]): void {
  let left = times;
  run.proxy.decide((delivery, index) => {
    if (!delivery.types.includes("host.sheet.filled") || left === 0) return "pass";
    left--;
    return fault(delivery, index);
  });
}

function refused(name: string, status: number, headers: () => Record<string, string>): Row {
  return {
    name,
    play: async (run) => {
      spoil(run, 1, () => ({ status, headers: headers() }));
      const page = await run.open();
      return staysOpen(run, page, () => fill(page, 0, many));
    },
  };
}

const leaving: Row = {
  name: "navigate away, 40 x 4 KB queued",
  play: async (run) => {
    const page = await run.open();
    await page.evaluate(() => {
      (window as unknown as { fill(from: number, lines: number): void }).fill(0, 40);
      location.href = "away.html";
    });
    await page.waitForURL(/away/);
    await answered(run);
    const before = await look(run, page);
    await comeBack(run, page);
    return outcome(run, before);
  },
};

const lastMoment: Row = {
  name: "told at pagehide, tab closed",
  alone: true,
  play: async (run) => {
    const page = await run.open();
    await page.evaluate(() => {
      const host = window as unknown as { prepare(from: number, lines: number): () => void };
      const tell = host.prepare(0, 40);
      addEventListener("pagehide", () => {
        tell();
        // A busy machine's browser ends a tab in the middle of its farewell: then nothing was told.
        queueMicrotask(() => localStorage.setItem("told", "40"));
      });
    });
    const closed = page.waitForEvent("close");
    await page.close({ runBeforeUnload: true });
    await closed;
    const next = await run.context.newPage();
    await next.goto(run.away);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const before = await look(run, next);
    const told = Number(await next.evaluate(() => localStorage.getItem("told")));
    if (told === 0 && before.safe === 0) return { recorded: 0, ...before, arrived: 0, twice: 0, suppressed: 0 };
    await comeBack(run, next);
    return outcome(run, before);
  },
};

const offline: Row = {
  name: "offline, then reload online",
  play: async (run) => {
    const page = await run.open();
    await run.context.setOffline(true);
    await fill(page, 0, many);
    await until(
      () => storedLines(page),
      (lines) => lines.length === many,
    );
    await page.waitForTimeout(1200);
    const before = await look(run, page);
    await run.context.setOffline(false);
    await page.reload();
    await allArrive(run);
    await until(
      () => storedLines(page),
      (lines) => lines.length === 0,
    );
    return outcome(run, before);
  },
};

/** Lines whose transaction the page has seen complete, as far as the page lived to say so. */
async function hearCommits(page: Page): Promise<Set<number>> {
  const committed = new Set<number>();
  await page.exposeFunction("sayCommitted", (lines: number[]) => {
    for (const line of lines) committed.add(line);
  });
  await page.addInitScript(() => {
    const { put } = IDBObjectStore.prototype;
    const heard = new WeakMap<IDBTransaction, number[]>();
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...args: Parameters<typeof put>) {
      if (this.name === "queue") {
        const { line } = (JSON.parse(String(args[0])) as { props: { line?: number } }).props;
        const lines = heard.get(this.transaction) ?? [];
        if (!heard.has(this.transaction))
          this.transaction.addEventListener("complete", () => {
            (window as unknown as { sayCommitted(lines: number[]): void }).sayCommitted(lines);
          });
        heard.set(this.transaction, lines);
        if (line !== undefined) lines.push(line);
      }
      return put.apply(this, args);
    };
  });
  return committed;
}

/** A spare process died as well: until the browser knows it, a new page may be put into it, and dies with it. */
async function afterKill(run: Run): Promise<Page> {
  for (let tries = 1; ; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 300));
    const page = await run.context.newPage();
    try {
      await page.goto(run.away);
      return page;
    } catch (error) {
      if (tries === 10) throw error;
      await page.close();
    }
  }
}

const killed: Row = {
  name: "renderer killed, no pagehide",
  alone: true,
  play: async (run, world) => {
    run.proxy.decide(() => ({ status: 503, headers: { "retry-after": "60" } }));
    const page = await run.context.newPage();
    const committed = await hearCommits(page);
    await page.goto(run.url);
    // Line by line, and the end comes wherever it comes.
    page
      .evaluate(async () => {
        for (let line = 0; line < 40; line++) {
          (window as unknown as { fill(from: number, lines: number): void }).fill(line, 1);
          await new Promise((resolve) => setTimeout(resolve, 3));
        }
      })
      .catch(() => "killed");
    await until(
      async () => committed.size,
      (size) => size > 0,
    );
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 250));
    const died = page.waitForEvent("crash");
    await world.killRenderers();
    await died;
    const recorded = committed.size;
    const next = await afterKill(run);
    const onDisk = new Set(await storedLines(next));
    const safe = [...committed].filter((line) => onDisk.has(line)).length;
    run.proxy.decide(() => "pass");
    await next.goto(run.url);
    await until(
      () => storedLines(next),
      (lines) => lines.length === 0,
      60_000,
    );
    const lines = await run.lines();
    const found = await outcome(run, { delivered: 0, safe }, recorded);
    return { ...found, arrived: [...committed].filter((line) => lines.includes(line)).length };
  },
};

const hangs: Row = {
  name: "server takes it and never answers",
  play: async (run) => {
    spoil(run, 1, () => "hang");
    const page = await run.open();
    await fill(page, 0, many);
    await until(async () => run.proxy.deliveries.some(({ fault }) => fault === "hang"), Boolean);
    const before = await look(run, page);
    // Half a minute of patience, then the pause before the next try.
    await until(
      async () => distinct(await run.lines()),
      (count) => count === many,
      60_000,
    );
    await until(
      () => storedLines(page),
      (lines) => lines.length === 0,
    );
    return outcome(run, before);
  },
};

const reset: Row = {
  name: "connection reset, twice",
  play: async (run) => {
    spoil(run, 2, () => "reset");
    const page = await run.open();
    return staysOpen(run, page, () => fill(page, 0, many));
  },
};

const answerLost: Row = {
  name: "answer lost after the commit",
  play: async (run) => {
    spoil(run, 1, () => "lose");
    const page = await run.open();
    await fill(page, 0, many);
    await until(
      async () => distinct(await run.lines()),
      (count) => count === many,
    );
    const before = await look(run, page);
    await until(
      () => storedLines(page),
      (lines) => lines.length === 0,
      60_000,
    );
    return outcome(run, before);
  },
};

const twoTabs: Row = {
  name: "two tabs at once",
  play: async (run) => {
    const one = await run.open();
    const two = await run.open();
    return staysOpen(run, one, () => Promise.all([fill(one, 0, 20), fill(two, 20, 20)]));
  },
};

const backForward: Row = {
  name: "back/forward cache",
  play: async (run) => {
    await run.context.addInitScript(() => {
      addEventListener("pageshow", ({ persisted }) => Object.assign(window, { persisted }));
    });
    const page = await run.open();
    await page.evaluate(() => (window as unknown as { fill(from: number, lines: number): void }).fill(0, 30));
    // A browser on a busy machine now and then gives a page up that it meant to keep: then the person goes once more.
    for (let tries = 1, kept = false; !kept; tries++) {
      if (tries > 5) throw new Error("The page was never kept.");
      await page.evaluate(() => {
        location.href = "away.html";
      });
      await page.waitForURL(/away/);
      await page.goBack({ waitUntil: "commit" });
      await page.waitForFunction(() => "persisted" in window);
      kept = await page.evaluate(() => (window as unknown as { persisted: boolean }).persisted);
    }
    await fill(page, 30, 10);
    await until(
      () => storedLines(page),
      (lines) => lines.includes(39) || lines.length === 0,
    );
    const before = await look(run, page);
    await allArrive(run);
    await until(
      () => storedLines(page),
      (lines) => lines.length === 0,
    );
    return outcome(run, before);
  },
};

const quota: Row = {
  name: "disk full (quota error)",
  play: async (run) => {
    const page = await run.open({
      before: async (opened) => {
        const session = await run.context.newCDPSession(opened);
        // Room for the person's progress and the first events, not for forty large ones.
        await session.send("Storage.overrideQuotaForOrigin", { origin: new URL(run.url).origin, quotaSize: 40_000 });
      },
    });
    await fill(page, 0, many);
    await allArrive(run);
    const { failures } = await explained(page);
    if (!failures.storage) throw new Error("The disk was not full: this run proves nothing.");
    // Nothing was ever on the disk: what arrived came from memory.
    return outcome(run, { delivered: many, safe: many });
  },
};

/** What the guest says of itself. */
export function explained(page: Page): Promise<{ failures: Record<string, number> }> {
  return page.evaluate(() =>
    (
      window as unknown as { waymark: { explain(id: string): Promise<{ failures: Record<string, number> }> } }
    ).waymark.explain("fill-a-sheet"),
  );
}

function clockOff(name: string, byMs: number): Row {
  return {
    name,
    play: async (run) => {
      await run.context.addInitScript((off) => {
        const real = Date.now;
        Date.now = () => real() + off;
      }, byMs);
      spoil(run, 1, () => ({ status: 503, headers: { "retry-after": "1" } }));
      const page = await run.open();
      const found = await staysOpen(run, page, () => fill(page, 0, many));
      const kept = (await run.kept()).filter(({ type }) => type === "host.sheet.filled");
      const wrong = kept.filter(({ skewMs }) => Math.abs(skewMs + byMs) > 30_000).length;
      const inOrder = kept.every(({ props }, at) => props.line === at);
      if (wrong > 0 || !inOrder) throw new Error(`${wrong} events without the skew; in order: ${inOrder}`);
      return found;
    },
  };
}

/** Lines before the person says no wait for a server that is down; those after they say yes again are another matter. */
const withdrawn: Row = {
  name: "consent withdrawn, then given again",
  play: async (run) => {
    run.proxy.decide(() => ({ status: 503, headers: { "retry-after": "1" } }));
    const page = await run.open();
    const consent = (value: string): Promise<void> =>
      page.evaluate(
        (next) =>
          (window as unknown as { waymark: { push(call: unknown[]): void } }).waymark.push(["setConsent", next]),
        value,
      );
    await fill(page, 100, 20);
    await until(async () => run.proxy.deliveries.some(({ types }) => types.includes("host.sheet.filled")), Boolean);
    await consent("denied");
    await until(
      () => storedLines(page),
      (lines) => lines.length === 0,
    );
    // What left before may still be on its way.
    await page.waitForTimeout(500);
    const asked = run.proxy.deliveries.length;
    run.proxy.decide(() => "pass");
    await fill(page, 200, 20);
    await page.waitForTimeout(3000);
    if (run.proxy.deliveries.length !== asked) throw new Error("Something left after consent was withdrawn.");
    await consent("granted");
    await fill(page, 0, many);
    await allArrive(run);
    const lines = await run.lines();
    if (lines.some((line) => !fortyLines.includes(line))) throw new Error("What was withdrawn has arrived.");
    return outcome(run, { delivered: many, safe: many });
  },
};

const dayMs = 86_400_000;

export const rows: readonly Row[] = [
  leaving,
  lastMoment,
  offline,
  killed,
  refused("429 with Retry-After: 2", 429, () => ({ "retry-after": "2" })),
  refused("429 with Retry-After as a date", 429, () => ({ "retry-after": new Date(Date.now() + 2500).toUTCString() })),
  refused("503 with Retry-After: 1", 503, () => ({ "retry-after": "1" })),
  refused("502 without a word", 502, () => ({})),
  hangs,
  reset,
  answerLost,
  twoTabs,
  backForward,
  quota,
  clockOff("clock a day ahead", dayMs),
  clockOff("clock a day behind", -dayMs),
  withdrawn,
];

/** What went wrong in a run; empty where every line is delivered or stored, arrives in the end, and once. */
export function faults(run: Run, it: Outcome): string[] {
  const preflights = run.proxy.others.filter((each) => each === "OPTIONS /v1/events").length;
  return [
    ...(it.recorded === it.safe ? [] : [`${it.recorded - it.safe} neither delivered nor stored`]),
    ...(it.recorded === it.arrived ? [] : [`${it.recorded - it.arrived} never arrived`]),
    ...(it.twice === 0 ? [] : [`${it.twice} kept twice`]),
    ...(preflights === 0 ? [] : [`${preflights} preflights`]),
  ];
}
