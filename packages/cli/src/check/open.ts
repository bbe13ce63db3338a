import type { BrowserContext, Page, Request } from "playwright-core";
import { Failure } from "../failure.ts";
import { bringTargeting, type InPage } from "./look.ts";

/** What came of opening a path. */
export interface Opened {
  /** The HTTP status of the page's document. */
  status: number;
  /** Asks the SDK's targeting in the page, and once more where the page was replaced meanwhile. */
  ask<T>(act: (targeting: InPage) => Promise<T>): Promise<T>;
  /** The path the app has come to, once it is at rest. */
  settle(): Promise<string>;
}

/** One role's browser window. */
export interface Visitor {
  page: Page;
  /** Opens a path, unless it stands open: nothing is pressed there, so that it is as it was. */
  open(path: string): Promise<Opened>;
  /** Paths of the links on the page as it is. */
  links(): Promise<string[]>;
  close(): Promise<void>;
}

/** A page is at rest when nothing has been loading for this long, ms. */
const quietMs = 150;
/** A page that never comes to rest is looked at all the same, ms. */
const longestMs = 3000;

/** What a page is loading, and how its document was answered. */
interface Traffic {
  status(): number;
  /** Waits until nothing is loading any more. */
  rest(): Promise<void>;
}

function followTraffic(page: Page): Traffic {
  const loading = new Set<Request>();
  let last = Date.now();
  let status = 200;
  const note = (): void => {
    last = Date.now();
  };
  const done = (request: Request): void => {
    loading.delete(request);
    note();
  };
  page.on("request", (request) => {
    loading.add(request);
    note();
  });
  page.on("requestfinished", done);
  page.on("requestfailed", done);
  page.on("framenavigated", (frame) => {
    // What the last page was loading is nobody's any more.
    if (frame === page.mainFrame()) loading.clear();
    note();
  });
  page.on("response", (response) => {
    const request = response.request();
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) status = response.status();
  });
  return {
    status: () => status,
    rest: async () => {
      const until = Date.now() + longestMs;
      while (Date.now() < until && (loading.size > 0 || Date.now() - last < quietMs)) await page.waitForTimeout(50);
    },
  };
}

/** The path in the app, which may be behind a hash. */
function pathOf(address: string): string {
  const { hash, pathname } = new URL(address);
  const path = /^#!?\//.test(hash) ? (hash.replace(/^#!?/, "").split("?")[0] ?? "/") : pathname;
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

async function goTo(page: Page, traffic: Traffic, address: string): Promise<number> {
  try {
    const response = await page.goto(address, { waitUntil: "load", timeout: 30_000 });
    return response?.status() ?? 200;
  } catch (error) {
    const said = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
    // A failure without a page of its own: Chromium calls that no navigation.
    if (said.includes("ERR_HTTP_RESPONSE_CODE_FAILURE")) return traffic.status();
    throw new Failure("host_silent", `${address} cannot be opened: ${said.replace(/^page\.goto: /, "")}`);
  }
}

/** What Playwright says where a page went away while it was asked. */
const replaced = /context was destroyed|navigation|Cannot find context/;

/** Opens a window for a role and signs in by its path, if it has one. */
export async function startVisitor(
  context: BrowserContext,
  { base, signIn, source }: { base: string; signIn: string | undefined; source: string },
): Promise<Visitor> {
  const page = await context.newPage();
  const entry = new URL(signIn ?? "", base).href;
  const traffic = followTraffic(page);
  const status = await goTo(page, traffic, entry);
  await traffic.rest();
  if (signIn !== undefined && status >= 400)
    throw new Failure("sign_in_failed", `${entry} answered ${status}, so nobody is signed in.`);
  // The same rule as the guide's own: after a hash where the page is on one, or where the app's links are.
  const inHash = (): Promise<boolean> =>
    page.evaluate(
      () => /^#!?\//.test(location.hash) || document.querySelector('a[href^="#/"], a[href^="#!/"]') !== null,
    );
  let byHash = await inHash();
  let last: { path: string; opened: Opened } | undefined;
  const open = async (path: string): Promise<Opened> => {
    byHash ||= await inHash();
    const address = new URL(base);
    if (byHash) Object.assign(address, { hash: path });
    else Object.assign(address, { pathname: path, hash: "" });
    // Another hash alone would leave the last page's elements standing for a moment.
    if (byHash) await page.goto("about:blank");
    const status = await goTo(page, traffic, address.href);
    let targeting: InPage | undefined;
    const ask = async <T>(act: (targeting: InPage) => Promise<T>, left = 5): Promise<T> => {
      try {
        targeting ??= await bringTargeting(page, source);
        return await act(targeting);
      } catch (error) {
        if (left === 0 || !replaced.test(String(error))) throw error;
        targeting = undefined;
        await page.waitForLoadState("load");
        return ask(act, left - 1);
      }
    };
    let rested = false;
    const settle = async (): Promise<string> => {
      if (!rested) await traffic.rest();
      rested = true;
      return pathOf(page.url());
    };
    return { status, ask, settle };
  };
  return {
    page,
    open: async (path) => {
      if (last?.path !== path) last = { path, opened: await open(path) };
      return last.opened;
    },
    links: async () => {
      const all = await page.evaluate(() =>
        Array.from(document.querySelectorAll<HTMLAnchorElement>("a[href]"), ({ href }) => href),
      );
      const origin = new URL(page.url()).origin;
      return all.filter((each) => URL.canParse(each) && new URL(each).origin === origin).map(pathOf);
    },
    close: () => context.close(),
  };
}
