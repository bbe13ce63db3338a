import type { TargetStrategy } from "@waymark/sdk/extend";
import { describe, expect, it } from "vitest";

/** A strategy on a page of its own. */
export interface StrategyWorld {
  strategy: TargetStrategy;
  /** What it is asked for, with the element that is meant. */
  known: readonly (readonly [at: string | undefined, element: () => Element | null])[];
  /** What is not on the page. */
  unknown: readonly string[];
}

/** What every target strategy promises: the element that is meant or `null`, never another one, and nothing is changed. */
export function strategyContract(name: string, make: () => StrategyWorld | Promise<StrategyWorld>): void {
  describe(`${name} as a target strategy`, () => {
    it("finds what is there", async () => {
      const { strategy, known } = await make();
      expect(known.length).toBeGreaterThan(0);
      for (const [at, element] of known) {
        expect(element()).not.toBeNull();
        expect(strategy(at), `at ${at}`).toBe(element());
      }
    });

    it("answers null rather than a guess", async () => {
      const { strategy, unknown } = await make();
      for (const at of [...unknown, "", "no such thing \u0000", '"]) *'])
        expect(strategy(at), `at ${JSON.stringify(at)}`).toBeNull();
    });

    it("leaves the page as it is", async () => {
      const { strategy, known, unknown } = await make();
      const before = document.documentElement.outerHTML;
      for (const at of [...known.map(([each]) => each), ...unknown]) strategy(at);
      expect(document.documentElement.outerHTML).toBe(before);
    });

    it("finds no element that has left the page", async () => {
      const { strategy, known } = await make();
      const [at, element] = known[0] ?? [];
      element?.()?.remove();
      expect(strategy(at)?.isConnected ?? true).toBe(true);
    });
  });
}
