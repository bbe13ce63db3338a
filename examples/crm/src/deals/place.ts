import type { Deal, Stage } from "../data/records.ts";

/** The deals of one column in their order. */
export function columnOf(deals: Deal[], stage: Stage): Deal[] {
  return deals.filter((deal) => deal.stage === stage).sort((a, b) => a.rank - b.rank);
}

/** A rank between the two neighbours at `index`; ranks are fractions, so that one move writes one record. */
export function rankAt(column: Deal[], index: number): number {
  const before = column[index - 1]?.rank;
  const after = column[index]?.rank;
  if (before !== undefined && after !== undefined) return (before + after) / 2;
  return before !== undefined ? before + 1 : (after ?? 1) - 1;
}
