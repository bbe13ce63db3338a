import type { Action, Deed } from "@waymark/sdk/extend";
import { describe, expect, it } from "vitest";

/** An action with what it does to its world, as text or data. */
export interface ActionWorld {
  action: Action;
  /** What was begun so far, one entry for each. */
  begun(): readonly unknown[];
}

const deeds: readonly Deed[] = [
  { journey: "win-a-deal", step: "log-call", subject: "deal:17" },
  { journey: "win-a-deal", step: "log-call", subject: null },
];

/** What every action promises: it begins one deed each time, for a record and without one, and hands nothing back to wait for. */
export function actionContract(name: string, make: () => ActionWorld | Promise<ActionWorld>): void {
  describe(`${name} as an action`, () => {
    it.each(deeds)("begins one deed for $subject", async (deed) => {
      const { action, begun } = await make();
      expect(begun()).toHaveLength(0);
      expect(action(Object.freeze({ ...deed }))).toBeUndefined();
      await expect.poll(() => begun().length).toBe(1);
    });
  });
}
