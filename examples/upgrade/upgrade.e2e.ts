import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { situation } from "../../packages/testing/src/index.ts";
import { type RealCollector, startCollector } from "../../packages/testing/src/real-collector.ts";
import { capturedKey, layStored, readStored, type Stored } from "./stored.ts";

const here = situation("upgrade");
let now = Date.now();
let collector: RealCollector;
beforeAll(async () => {
  collector = await startCollector(undefined, () => now);
});
afterAll(() => collector.stop());

const captured = readdirSync(import.meta.dirname).filter((name) => /^stored-.*\.json$/.test(name));
const load = (name: string): Stored => JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8")) as Stored;

/** The page believes that it is then: what waits on a device is given up after 90 days. */
function believe(at: number): void {
  const Real = Date;
  const off = at - Real.now();
  class Then extends Real {
    constructor(...given: unknown[]) {
      super(...((given.length === 0 ? [Real.now() + off] : given) as [number]));
    }
    static override now(): number {
      return Real.now() + off;
    }
  }
  window.Date = Then as DateConstructor;
}

describe("upgrades", () => {
  it.each(captured)(
    "W84 what an older build left on the device is there, and what waited arrives: %s",
    async (name) => {
      const stored = load(name);
      now = stored.at + 60_000;
      const waiting = Object.values(stored.database.stores.queue ?? []).map(
        ([, text]) => JSON.parse(String(text)) as { id: string; type: string },
      );
      expect(waiting.map(({ type }) => type)).toContain("step.completed");
      const { page, errors } = await here.open({
        path: `?collector=${collector.url}&key=${capturedKey}`,
        before: async (context, tab) => {
          await context.addInitScript(believe, now);
          // What lies on a device lies under the project's key: ours stands in its place on the way.
          await context.route(`${collector.url}/**`, (route) => {
            const ours = (text: string): string => text.replaceAll(capturedKey, collector.key);
            const headers = Object.entries(route.request().headers()).map(([name, value]) => [name, ours(value)]);
            return route.continue({ url: ours(route.request().url()), headers: Object.fromEntries(headers) });
          });
          await tab.goto(`${here.url()}../journey.js`);
          await layStored(tab, stored);
        },
      });
      await page.locator("waymark-launcher button").waitFor();
      const stations = (): Promise<string> =>
        page.evaluate(() => {
          const { waymark } = window as unknown as {
            waymark: { $progress: { get(): { journeys: Record<string, unknown> } } };
          };
          return JSON.stringify(waymark.$progress.get().journeys);
        });
      await expect.poll(stations).toMatch(/"count":\{[^{}]*"completed":\d/);
      await expect.poll(stations).toMatch(/"light":\{[^{}]*"completed":\d/);
      // What waited for a collector that was away is taken by the one that is there.
      const kinds = async (): Promise<string[]> => (await collector.events()).map(({ type }) => type);
      await expect.poll(kinds).toEqual(expect.arrayContaining(waiting.map(({ type }) => type)));
      await expect.poll(async () => (await readStored(page)).database.stores.queue).toEqual([]);
      expect(errors).toEqual([]);
    },
  );

  it("W84 there is a device of some build to try", () => expect(captured.length).toBeGreaterThan(0));
});
