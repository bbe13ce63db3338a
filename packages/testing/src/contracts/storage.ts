import type { Storage } from "@waymark/sdk/extend";
import { describe, expect, it } from "vitest";

/**
 * What every storage promises: what was written is there, as it was, and two changes at the same time both count.
 *
 * @param make - A fresh, empty one for each case; `again` opens what it wrote, as the next page does.
 */
export function storageContract(
  name: string,
  make: () => { storage: Storage; again?: () => Storage } | Promise<{ storage: Storage; again?: () => Storage }>,
): void {
  describe(`${name} as a storage`, () => {
    it("knows nothing of what was never written", async () => {
      const { storage } = await make();
      expect(await storage.get("progress")).toBeUndefined();
      let seen: unknown = "not asked";
      await storage.update<number>("progress", (old) => {
        seen = old;
        return 1;
      });
      expect(seen).toBeUndefined();
    });

    it("gives back what was written, by key, and forgets what is written as undefined", async () => {
      const { storage } = await make();
      const value = { format: "x/1", list: [1, "two", null, { deep: true }], text: "ä\u0000ß😀", none: null };
      await storage.update("a", () => value);
      await storage.update("b", () => 0);
      expect(await storage.get("a")).toEqual(value);
      expect(await storage.get("b")).toBe(0);
      await storage.update("a", () => undefined);
      expect(await storage.get("a")).toBeUndefined();
      expect(await storage.get("b")).toBe(0);
    });

    it("hands out copies: what a caller changes is not what is kept", async () => {
      const { storage } = await make();
      const value = { count: 1 };
      await storage.update("a", () => value);
      value.count = 2;
      const read = await storage.get<{ count: number }>("a");
      expect(read).toEqual({ count: 1 });
      if (read) read.count = 3;
      expect(await storage.get("a")).toEqual({ count: 1 });
    });

    it("loses no change of many at the same time", async () => {
      const { storage } = await make();
      await Promise.all(Array.from({ length: 20 }, () => storage.update<number>("count", (old) => (old ?? 0) + 1)));
      expect(await storage.get("count")).toBe(20);
    });

    it("keeps the old value where a change throws, and works on", async () => {
      const { storage } = await make();
      await storage.update("a", () => 1);
      const broken = storage.update("a", () => {
        throw new Error("no");
      });
      await expect(Promise.resolve(broken)).rejects.toThrow();
      await storage.update<number>("a", (old) => (old ?? 0) + 1);
      expect(await storage.get("a")).toBe(2);
    });

    it("has it still for the next page", async () => {
      const { storage, again } = await make();
      if (!again) return;
      await storage.update("a", () => ({ kept: true }));
      expect(await again().get("a")).toEqual({ kept: true });
    });
  });
}
