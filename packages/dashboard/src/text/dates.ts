import type { BlockSpan } from "@waymark/schema";
import { words } from "../words.ts";

const dayMs = 86_400_000;

function written(at: Date, timeZone: string, options: Intl.DateTimeFormatOptions): string {
  // Some versions of the browsers' tables write a comma after an English weekday, some do not.
  return new Intl.DateTimeFormat(words.locale, { ...options, timeZone }).format(at).replace(/^(\w+day), /, "$1 ");
}

/** `2026-12-17T05:00:00Z` in `Europe/Vienna` becomes `Thursday 17 December`. */
export function dayOf(timestamp: string, timeZone: string): string {
  return written(new Date(timestamp), timeZone, { weekday: "long", day: "numeric", month: "long" });
}

/** `2026-09-28` becomes `28 September`; with `year`, `28 September 2026`. Calendar days have no time zone. */
function calendarDay(atMs: number, year: boolean): string {
  return written(new Date(atMs), "UTC", { day: "numeric", month: "long", ...(year ? { year: "numeric" } : {}) });
}

/** The weeks of a block by their first and last day: `to` is the Monday after, so the last day is the Sunday before it. */
export function spanOf(block: Pick<BlockSpan, "from" | "to">, year = false): string {
  const from = Date.parse(block.from);
  const last = Date.parse(block.to) - dayMs;
  const crossesYear = block.from.slice(0, 4) !== new Date(last).toISOString().slice(0, 4);
  return words.range(calendarDay(from, year && crossesYear), calendarDay(last, year));
}

/** The whole window of several blocks, or `null` where none is closed. */
export function windowOf(blocks: readonly BlockSpan[], year = false): string | null {
  if (blocks.length === 0) return null;
  const from = blocks.map((block) => block.from).sort()[0] ?? "";
  const to = blocks.map((block) => block.to).sort()[blocks.length - 1] ?? "";
  return spanOf({ from, to }, year);
}

/** How long between two moments in the largest whole unit: `12 seconds`, `3 hours`. */
export function spanBetween(fromMs: number, toMs: number): string {
  const seconds = Math.max(0, Math.floor((toMs - fromMs) / 1000));
  if (seconds < 60) return words.spans.second(seconds);
  if (seconds < 3600) return words.spans.minute(Math.floor(seconds / 60));
  if (seconds < 172_800) return words.spans.hour(Math.floor(seconds / 3600));
  return words.spans.day(Math.floor(seconds / 86_400));
}

/** `12 seconds ago`; clocks that disagree never give a negative age. */
export function ago(timestamp: string, nowMs: number): string {
  const at = Date.parse(timestamp);
  return nowMs - at < 1000 ? words.justNow : words.ago(spanBetween(at, nowMs));
}

/** A calendar day as people write it: `2026-11-23` becomes `23 November 2026`. */
export function writtenDay(day: string): string {
  return new Intl.DateTimeFormat(words.locale, { dateStyle: "long", timeZone: "UTC" }).format(Date.parse(day));
}
