import type { Page } from "playwright-core";
import { expect } from "vitest";

/**
 * Brings what fades, slides and draws itself to its end, in all shadow trees, and waits until that is drawn: nothing is
 * judged or measured half way, and nobody sits through a way that takes seconds to draw.
 */
export async function rested(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const running = (root: Document | ShadowRoot): Animation[] => [
      ...root.getAnimations(),
      ...[...root.querySelectorAll("*")].flatMap(({ shadowRoot }) => (shadowRoot ? running(shadowRoot) : [])),
    ];
    // What turns for ever, or with the scrolling, has no end to wait for.
    const moves = ({ playState, effect }: Animation): boolean =>
      playState === "running" && Number.isFinite(effect?.getComputedTiming().endTime);
    for (let still = 0; still < 3; ) {
      await new Promise((drawn) => requestAnimationFrame(drawn));
      const moving = running(document).filter(moves);
      for (const animation of moving) animation.finish();
      still = moving.length > 0 ? 0 : still + 1;
    }
  });
}

/** So long in the page's own time: timers that it has set before and that are shorter have run by then. */
export function passes(page: Page, ms: number): Promise<void> {
  return page.evaluate((time) => new Promise<void>((done) => setTimeout(done, time)), ms);
}

/**
 * Waits until one of the services that load while the page is idle has been started: its chunk is there and has been run.
 *
 * @param service `care`, `library` and so on. The browser lists no chunks to a page whose clock stands still.
 */
export async function served(page: Page, service: string): Promise<void> {
  // As a text, since the test runner writes `import` anew. The module itself, once it has been run: whoever loaded it goes
  // on in the same breath.
  const run = (): Promise<boolean> =>
    page.evaluate(`(async () => {
      const loaded = performance.getEntriesByType("resource").find(({ name }) => name.includes("${service}-service"));
      if (!loaded) return false;
      await import(loaded.name);
      return new Promise((resolve) => setTimeout(resolve, 0, true));
    })()`);
  await expect.poll(run).toBe(true);
}
