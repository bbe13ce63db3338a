import { createCollector, type ProjectKeys, serve } from "@waymark/collector";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { findBrowser } from "../../packages/testing/src/browser.ts";
import { serveExamples } from "../../packages/testing/src/serve-examples.ts";
import { type FaultProxy, startFaultProxy } from "./fault-proxy.ts";

/** An event as the collector exports it. */
export interface Kept {
  id: string;
  type: string;
  ts: string;
  skewMs: number;
  props: Record<string, unknown>;
}

/** One project and one browser profile: what a run of a row has for itself. */
export interface Run {
  context: BrowserContext;
  proxy: FaultProxy;
  /** Address of the page with the guest. */
  url: string;
  /** Address of a page of the same host without it. */
  away: string;
  /** A new tab with the guest, once its sender is there. `before` runs before the page loads. */
  open(more?: { query?: string; before?: (page: Page) => Promise<unknown> }): Promise<Page>;
  /** Everything the collector keeps of this project. */
  kept(): Promise<Kept[]>;
  /** The numbers of the lines the collector keeps, in the order of their ids. */
  lines(): Promise<number[]>;
  arrivals(): Promise<{ received: number; duplicates: number; dropped: Record<string, number> }>;
  close(): Promise<void>;
}

export interface World {
  browser: Browser;
  run(): Promise<Run>;
  /** Kills every page's process; nothing of the page's own code runs any more. */
  killRenderers(): Promise<void>;
  close(): Promise<void>;
}

/** Asks until it holds. Fails with what was last seen. */
export async function until<T>(ask: () => Promise<T>, holds: (value: T) => boolean, ms = 30_000): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const value = await ask();
    if (holds(value)) return value;
    if (Date.now() > end) throw new Error(`Not within ${ms} ms; last seen ${JSON.stringify(value)?.slice(0, 300)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Texts that wait on this device's disk, of every person; read by a page without the guest too. */
export function stored(page: Page): Promise<string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const late = Object.entries(localStorage).flatMap(([key, value]) =>
          key.startsWith("waymark-late-") ? (JSON.parse(String(value)) as [id: string, text: string][]) : [],
        );
        const open = indexedDB.open("waymark");
        open.onerror = () => reject(open.error);
        open.onsuccess = () => {
          const done = (texts: string[]): void => {
            open.result.close();
            resolve([...new Set([...texts, ...late.map(([, text]) => text)])]);
          };
          if (!open.result.objectStoreNames.contains("queue")) return done([]);
          const all = open.result.transaction("queue").objectStore("queue").getAll();
          all.onsuccess = () => done(all.result as string[]);
          all.onerror = () => reject(all.error);
        };
      }),
  );
}

/** Which of the sheet's lines wait on disk. */
export async function storedLines(page: Page): Promise<number[]> {
  const events = (await stored(page)).map((text) => JSON.parse(text) as Kept);
  return events.filter(({ type }) => type === "host.sheet.filled").map(({ props }) => Number(props.line));
}

export function fill(page: Page, from: number, lines: number): Promise<void> {
  return page.evaluate(
    ([first, count]) => (window as unknown as { fill(from: number, lines: number): void }).fill(first, count),
    [from, lines] as const,
  );
}

export async function startWorld(): Promise<World> {
  const host = await serveExamples();
  const collector = await createCollector({ dataDir: ":memory:" });
  const server = await serve(collector, { port: 0 });
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
    // Playwright switches it off; people's browsers have it.
    ignoreDefaultArgs: ["--disable-back-forward-cache"],
  });
  // Chromium ends with its last tab, and a row closes its own.
  await browser.newPage();
  let runs = 0;

  const keysOf = async (): Promise<ProjectKeys> =>
    collector.admin.createProject({ id: `delivery-${++runs}`, title: "Delivery", roles: [] });

  const run = async (): Promise<Run> => {
    const { writeKey, ownerKey } = await keysOf();
    const proxy = await startFaultProxy(server.url);
    const context = await browser.newContext();
    const read = async (path: string): Promise<string> => {
      const response = await fetch(server.url + path, { headers: { authorization: `Bearer ${ownerKey}` } });
      return response.text();
    };
    const kept = async (): Promise<Kept[]> => {
      const text = await read("/v1/events?limit=10000");
      return text
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Kept);
    };
    const base = `${host.url}/delivery/`;
    const url = `${base}?key=${writeKey}&collector=${encodeURIComponent(proxy.url)}`;
    return {
      context,
      proxy,
      url,
      away: `${base}away.html`,
      open: async ({ query = "", before } = {}) => {
        const page = await context.newPage();
        await before?.(page);
        await page.goto(url + query);
        await page.waitForFunction(() =>
          performance.getEntriesByType("resource").some(({ name }) => name.includes("/sdk/delivery")),
        );
        // It opens its queue and sends what waits there; then it listens.
        await page.waitForTimeout(300);
        return page;
      },
      kept,
      lines: async () =>
        (await kept()).filter(({ type }) => type === "host.sheet.filled").map(({ props }) => Number(props.line)),
      arrivals: async () => JSON.parse(await read("/v1/arrivals")) as Awaited<ReturnType<Run["arrivals"]>>,
      close: async () => {
        await context.close();
        await proxy.close();
      },
    };
  };

  return {
    browser,
    run,
    killRenderers: async () => {
      const session = await browser.newBrowserCDPSession();
      const { processInfo } = await session.send("SystemInfo.getProcessInfo");
      for (const { id, type } of processInfo) if (type === "renderer") process.kill(id, "SIGKILL");
      await session.detach();
    },
    close: async () => {
      await browser.close();
      await server.close();
      await collector.close();
      await host.close();
    },
  };
}
