import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { settled, situation, tell } from "../../packages/testing/src/index.ts";

const here = situation("two-tabs");

const launcher = (page: Page): Promise<void> => page.locator("waymark-launcher button").waitFor();

describe("a page open twice", () => {
  it("I15 a person who is forgotten in one tab is forgotten in the other, and neither brings them back", async () => {
    const first = await here.open();
    await launcher(first.page);
    const second = await here.open({ beside: first });
    await launcher(second.page);
    await tell(second.page, "track", "add");
    await expect.poll(() => settled(first.page)).toEqual(["add"]);
    await first.page.evaluate(() => (window as unknown as { waymark: { erase(): Promise<void> } }).waymark.erase());
    await expect.poll(() => settled(second.page)).toEqual([]);
    // The other tab goes on: only what is done from now on is kept.
    await tell(second.page, "track", "save");
    await expect.poll(() => settled(second.page)).toEqual(["save"]);
    await expect.poll(() => settled(first.page)).toEqual(["save"]);
    for (const { page } of [first, second]) {
      await page.reload();
      await launcher(page);
      expect(await settled(page)).toEqual(["save"]);
    }
    expect([...first.errors, ...second.errors]).toEqual([]);
  });
});
