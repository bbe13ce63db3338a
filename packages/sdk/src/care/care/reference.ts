import { type Ledger, type Reference, referenceTime } from "@waymark/engine";
import type { Guest } from "../../runtime/guest.ts";
import { type AttemptHere, stepOf } from "./attempt-here.ts";

/** How long each step should take: what its author says, else what it took this person in the beginning. */
export interface References {
  learn(ledger: Ledger): void;
  of(at: AttemptHere): Reference | null;
}

/** Knows the authors' times at once, and the person's own once their ledger was read. */
export function createReferences(guest: Guest): References {
  let ledger: Ledger | null = null;
  return {
    learn: (next) => {
      ledger = next;
    },
    of: (at) => referenceTime(stepOf(guest, at)?.minutes, ledger?.tasks[`${at.journey}/${at.step}`]),
  };
}
