import { type Gains, gainsOf, type StatedTask } from "../gains.ts";
import type { Ledger } from "../ledger.ts";

/** M14, milliseconds: what was saved minus what was put in, as a range. Also when it is negative. */
export interface ValueRange {
  low: number | null;
  high: number | null;
  /** The day since which the balance has not been negative again, Unix milliseconds. */
  paidBack: number | null;
  /** What is still needed before there is a range. */
  missing: Gains["missing"];
}

/**
 * M14, what a person got back: the private account as a range. The very first run of a task is left out of its baseline.
 * It runs on the device alone (`gainsOf`); no event carries it, so there is none of a group.
 *
 * @param stated By `journey/step`: minutes a task takes and saves, from its author.
 */
export function valueRange(ledger: Ledger, stated: Readonly<Record<string, StatedTask>>, now: number): ValueRange {
  const gains = gainsOf(ledger, stated, now);
  const { balance } = gains;
  if (balance === null) return { low: null, high: null, paidBack: null, missing: gains.missing };
  const { netMs, marginMs, paidBack } = balance;
  return { low: netMs - marginMs, high: netMs + marginMs, paidBack, missing: null };
}
