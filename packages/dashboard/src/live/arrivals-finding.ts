import type { ArrivalsReport } from "@waymark/schema";
import { spanBetween } from "../text/dates.ts";
import { words } from "../words.ts";

/** Longer than the SDK's own pause between two sends of an open page. */
const quietMs = 300_000;

export function isEmpty(report: ArrivalsReport): boolean {
  return report.received === 0 && report.rejected === 0 && !report.duplicates;
}

/** What is so, as the title of the page. */
export function arrivalsFinding(report: ArrivalsReport, nowMs: number): string {
  if (isEmpty(report)) return words.live.nothing;
  const rejected = report.rejected > 0 ? `; ${words.live.turnedAway(report.rejected)}` : "";
  const last = report.lastAt === null ? null : Date.parse(report.lastAt);
  if (last === null) return `${words.live.nothing}${rejected}`;
  const state = nowMs - last < quietMs ? words.live.arriving : words.live.quietFor(spanBetween(last, nowMs));
  return `${state}${rejected}`;
}

/** The tag that brings the first event, with the collector's own origin. */
export function scriptTag(origin: string): string {
  return `<script async src="${origin}/waymark.js" data-key="pk_..."></script>`;
}
