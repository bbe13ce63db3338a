import type { CustomCondition } from "@waymark/sdk/extend";
import { describe, expect, it } from "vitest";

/** A condition with the world that it looks at. */
export interface ConditionWorld {
  condition: CustomCondition;
  /** Makes it hold, or not. */
  become(holds: boolean): void | Promise<void>;
}

/**
 * What every condition promises: it answers with a truth value, quickly and without a trace, and one that says itself when
 * to ask says so with every change, and no more once it was stopped.
 *
 * @param make - A fresh world for each case, in which the condition does not hold yet.
 */
export function conditionContract(name: string, make: () => ConditionWorld | Promise<ConditionWorld>): void {
  const holdsOf = (condition: CustomCondition): boolean =>
    typeof condition === "function" ? condition() : condition.holds();

  describe(`${name} as a condition`, () => {
    it("says what is so, each time it is asked", async () => {
      const { condition, become } = await make();
      expect(holdsOf(condition)).toBe(false);
      await become(true);
      expect([holdsOf(condition), holdsOf(condition)]).toEqual([true, true]);
      await become(false);
      expect(holdsOf(condition)).toBe(false);
    });

    it("tells of each change where it offers to, and of none after its stop", async () => {
      const { condition, become } = await make();
      if (typeof condition === "function" || !condition.watch) return;
      let told = 0;
      const stop = condition.watch(() => {
        told++;
      });
      await become(true);
      await expect.poll(() => told).toBeGreaterThan(0);
      const before = told;
      await become(false);
      await expect.poll(() => told).toBeGreaterThan(before);
      stop();
      const after = told;
      await become(true);
      stop();
      expect(told).toBe(after);
      expect(holdsOf(condition)).toBe(true);
    });
  });
}
