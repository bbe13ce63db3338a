import type { Browser } from "playwright-core";
import { launchBrowser } from "../../packages/testing/src/browser.ts";
import type { PageResult } from "./page/suite.ts";
import { type RealPage, realPages, serveReal } from "./pages.ts";
import { runOn } from "./suite.ts";

export interface LongRun {
  path: string;
  holdOut: boolean;
  result: PageResult;
}

async function runPage(browser: Browser, url: string, most: number): Promise<PageResult | null> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    // Nothing from elsewhere: fonts and maps of these pages are not what is looked for.
    await page.route("**/*", (route) =>
      route
        .request()
        .url()
        .startsWith(url.slice(0, url.indexOf("/", 8)))
        ? route.continue()
        : route.abort(),
    );
    await page.goto(url, { waitUntil: "load", timeout: 20_000 });
    await page.waitForTimeout(300);
    return await runOn(page, { most });
  } finally {
    await context.close();
  }
}

/** Puts the real pages through the suite; pages that do not load are passed over and named. */
export async function runReal(
  choose: (page: RealPage) => boolean,
  { most = 25, tell = () => undefined }: { most?: number; tell?: (line: string) => void } = {},
): Promise<LongRun[]> {
  const [browser, host] = await Promise.all([launchBrowser(), serveReal()]);
  const runs: LongRun[] = [];
  try {
    for (const each of realPages().filter(choose)) {
      const begun = Date.now();
      const result = await runPage(browser, `${host.url}/${each.path}`, most).catch((error: Error) => {
        tell(`${each.path}: passed over, ${error.message.split("\n")[0]}`);
        return null;
      });
      if (result) runs.push({ ...each, result });
      if (result) tell(`${each.path}: ${result.described} of ${result.elements} described, ${Date.now() - begun} ms`);
    }
  } finally {
    await browser.close();
    await host.close();
  }
  return runs;
}
