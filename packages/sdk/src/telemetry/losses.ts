import type { Platform } from "../ports/platform.ts";

/**
 * Why an event was given up. `queue_full`, `expired`: the device's cap; `refused`: its delivery was refused as a whole;
 * `rejected`: the collector judged it; `too_large`: no body can hold it; `storage`: the disk refused it and the page ended.
 */
export type LossReason = "queue_full" | "expired" | "refused" | "rejected" | "too_large" | "storage";

/**
 * What was given up and not reported yet. Totals under an id of their own: the collector keeps the highest of each, so
 * that a report that arrives twice counts once.
 */
export interface Losses {
  counter: string;
  reasons: Partial<Record<LossReason, number>>;
}

export const lossesKey = (owner: string): string => `losses-${owner}`;

/** Adds to what a person's queue has lost. Kept on disk until it is reported. */
export async function addLoss(platform: Platform, owner: string, reason: LossReason, count: number): Promise<void> {
  if (count === 0) return;
  await platform.store.update<Losses | undefined>(lossesKey(owner), (old) => ({
    counter: old?.counter ?? platform.id(platform.now()),
    reasons: { ...old?.reasons, [reason]: (old?.reasons[reason] ?? 0) + count },
  }));
}

/** A report arrived: the counter ends, unless more was lost meanwhile. */
export async function endLosses(platform: Platform, owner: string, told: Losses): Promise<void> {
  await platform.store.update<Losses | undefined>(lossesKey(owner), (old) =>
    JSON.stringify(old) === JSON.stringify(told) ? undefined : old,
  );
}
