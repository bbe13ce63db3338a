import { describe, expect, it } from "vitest";
import { followRoutes, go, panelLine, settled, situation, tell } from "../../packages/testing/src/index.ts";

const here = situation("routes-navigation");

describe("an app whose routes the browser tells", () => {
  it("R1 follows the app by the Navigation API, and touches nothing of the history", async () => {
    const { page, errors, console } = await here.open();
    await followRoutes(page);
    expect(await page.evaluate(() => Object.getOwnPropertyNames(history))).toEqual([]);
    expect(errors).toEqual([]);
    expect(console).toEqual([]);
  });

  it("R1 takes a route that is replaced, with a slash at its end or a query behind it; an anchor is no route", async () => {
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
});
