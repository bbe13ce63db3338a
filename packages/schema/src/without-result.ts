import type { GapReason, GapRow } from "./gap.ts";

const found = ["believed", "reported", "measured", "verdict", "barrier", "forecast"] as const;

/** A row as a manager reads it who has not said what they believe: the plan, and nothing that was found. */
export function withoutResult(row: GapRow): GapRow {
  const { journey, version, role, step, expected } = row;
  const hidden = found.map((of): GapReason => ({ of, why: "estimate_first" }));
  return {
    ...{ journey, version, role, step, expected },
    ...{ believed: null, reported: null, measured: null, interval: null, n: null },
    ...{ verdict: null, barrier: null, forecast: null },
    reasons: [...row.reasons.filter(({ of }) => of === "expected"), ...hidden],
  };
}
