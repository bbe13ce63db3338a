import type { DroppedReport } from "@waymark/schema";

const reasons = new Set(["queue_full", "expired", "refused", "rejected", "too_large", "storage"]);

/** The report in words of our own: whoever has the write key chooses the names, and the live page shows them. */
export function knownReasons({ counter, reasons: sent }: DroppedReport): DroppedReport {
  const known: Record<string, number> = {};
  for (const [reason, count] of Object.entries(sent)) {
    const name = reasons.has(reason) ? reason : "other";
    known[name] = (known[name] ?? 0) + count;
  }
  return { counter, reasons: known };
}
