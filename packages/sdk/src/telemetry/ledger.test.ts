import fc from "fast-check";
import { expect, it } from "vitest";
import { createLedger } from "./ledger.ts";

it("Q4 never books more than the quota, whatever is reserved and returned, in any order and twice", () => {
  const acts = fc.array(
    fc.oneof(fc.record({ reserve: fc.integer({ min: 1, max: 70_000 }) }), fc.record({ giveBack: fc.nat(20) })),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(acts, (all) => {
      const quota = 65_536;
      const ledger = createLedger(quota);
      const booked: { bytes: number; release: () => void; open: boolean }[] = [];
      for (const act of all) {
        if ("reserve" in act) {
          const inFlight = booked.reduce((sum, each) => sum + (each.open ? each.bytes : 0), 0);
          const release = ledger.reserve(act.reserve);
          // It says no where it must, and only there.
          expect(release !== null).toBe(inFlight + act.reserve <= quota);
          if (release) booked.push({ bytes: act.reserve, release, open: true });
        } else {
          const each = booked[act.giveBack];
          each?.release();
          if (each) each.open = false;
        }
      }
    }),
  );
});
