import { describe, expect, it } from "vitest";
import { followRoutes, go, panelLine, settled, situation, tell } from "../../packages/testing/src/index.ts";

const here = situation("routes-hash");

describe("an app whose routes stand behind a hash", () => {
  it("R3 takes the hash for the path", async () => {
    const { page, errors, console } = await here.open();
    await followRoutes(page);
    expect(errors).toEqual([]);
    expect(console).toEqual([]);
  });

  it("R3 takes a hashbang, a query behind the hash and a slash at its end; an anchor is no route", async () => {
    const { page } = await here.open({ path: "#!/orders/17/?tab=1" });
    await page.locator("waymark-launcher button").waitFor();
    await tell(page, "open", "panel", { journey: "pay-order" });
    await expect.poll(() => panelLine(page)).toContain("Order 17 · 0 of 2 done");
    await page.evaluate(() => {
      location.hash = "notes";
    });
    await expect.poll(() => panelLine(page)).not.toContain("17");
    await go(page, "/orders/18/items?sort=price");
    await expect.poll(() => settled(page, "pay-order", "order:18")).toEqual(["items"]);
  });
});
