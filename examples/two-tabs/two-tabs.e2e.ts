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
      await expect.poll(() => settled(page)).toEqual(["save"]);
    }
    expect([...first.errors, ...second.errors]).toEqual([]);
  });

  it("Y91 what a newer copy of the SDK keeps in progress is still there after this one has written", async () => {
    const { page } = await here.open();
    await launcher(page);
    await tell(page, "track", "add");
    await expect.poll(() => settled(page)).toEqual(["add"]);
    const disk = (moods?: object): Promise<unknown> =>
      page.evaluate(async (put) => {
        const read = <T>(request: IDBRequest<T>): Promise<T> =>
          new Promise((resolve) => {
            request.onsuccess = () => resolve(request.result);
          });
        const db = await read(indexedDB.open("waymark"));
        const store = db.transaction("kv", "readwrite").objectStore("kv");
        const key = (await read(store.getAllKeys())).find((each) => String(each).startsWith("progress-")) ?? "";
        const kept = await read(store.get(key));
        if (put) await read(store.put({ ...kept, moods: put }, key));
        db.close();
        return [kept.moods, JSON.stringify(kept.journeys).split('"completed":1').length - 1];
      }, moods);
    await expect.poll(() => disk()).toEqual([undefined, 1]);
    await disk({ "save-order": "fine" });
    await tell(page, "track", "save");
    await expect.poll(() => disk()).toEqual([{ "save-order": "fine" }, 2]);
  });
});
