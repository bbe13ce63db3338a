import { describe, expect, it } from "vitest";
import { followRoutes, go, panelLine, settled, situation, tell } from "../../packages/testing/src/index.ts";

const here = situation("routes-history");

describe("an app in a browser that does not tell of routes", () => {
  it("R2 follows the app by its history where there is no Navigation API", async () => {
    const { page, errors, console } = await here.open();
    await followRoutes(page);
    expect(errors).toEqual([]);
    expect(console).toEqual([]);
  });

  it("R2 takes a route that is replaced, with a slash at its end or a query behind it; an anchor is no route", async () => {
    const { page } = await here.open();
    await page.locator("waymark-launcher button").waitFor();
    await go(page, "/orders/17/", "replaceState");
    await tell(page, "open", "panel", { journey: "pay-order" });
    await expect.poll(() => panelLine(page)).toContain("Order 17 · 0 of 2 done");
    await go(page, "/orders/18?tab=1#/orders", "replaceState");
    await go(page, "/orders/18?tab=1#notes", "replaceState");
    await expect.poll(() => panelLine(page)).toContain("Order 18 · 0 of 2 done");
    await go(page, "/orders/18/items/?sort=price", "replaceState");
    await expect.poll(() => settled(page, "pay-order", "order:18")).toEqual(["items"]);
  });

  it("R2 leaves the history as it was after stop(), and who wrapped it later in peace", async () => {
    const { page, errors } = await here.open();
    await page.locator("waymark-launcher button").waitFor();
    const own = (): Promise<string[]> => page.evaluate(() => Object.getOwnPropertyNames(history).sort());
    expect(await own()).toEqual(["pushState", "replaceState"]);
    await page.evaluate(() => {
      const { pushState } = history;
      const heard: unknown[] = [];
      Object.assign(window, { heard });
      history.pushState = function hostWrapped(...args) {
        heard.push(args[2]);
        pushState.apply(this, args);
      };
      (window as unknown as { waymark: { start(): () => void } }).waymark.start()();
    });
    expect(await own()).toEqual(["pushState"]);
    await go(page, "/orders/17");
    expect(await page.evaluate(() => (window as unknown as { heard: unknown[] }).heard)).toEqual([
      "/routes-history/orders/17",
    ]);
    expect(await page.evaluate(() => location.pathname)).toBe("/routes-history/orders/17");
    expect(errors).toEqual([]);
  });
});
