import type { FigureReport, GapReport, Summary } from "@waymark/schema";

/**
 * What a report of one's own may read: what is published, as far as the one who asks may see it. No event and no person is
 * in it, so that no report can say more of anybody than the dashboard does.
 */
export interface Published {
  summary(): Promise<Summary>;
  gap(): Promise<GapReport>;
  /** A page of figures: `briefs`, `fields`, `handoffs`, `prompts`, `value`. Rejects with `not_found` for another one. */
  figures(page: string): Promise<FigureReport<unknown>>;
}

/** A report of the operator's own: answers with plain JSON, made from what is published. */
export type Insight = (published: Published) => unknown;

/** The report as it is: says to the compiler, and to who reads it, what it is. */
export const defineInsight = (insight: Insight): Insight => insight;
