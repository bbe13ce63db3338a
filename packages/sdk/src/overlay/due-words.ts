import type { DueView } from "@waymark/engine";
import { momentIn } from "./moments.ts";
import type { Say } from "./say.ts";

const dayMs = 86_400_000;
/** Within a week the day's name says it best; beyond it the date does. */
const weekMs = 7 * dayMs;

/**
 * A due date in a few words: "Today", "Since Thursday", "By 18 Dec".
 * @param now - Unix milliseconds.
 */
export function dueWords(due: DueView, say: Say, locale: string, now: number): string {
  const hour = due.time === undefined ? "" : `, ${momentIn("hour", locale, due.time)}`;
  if (due.state === "today") return say("due.today") + hour;
  // `at` is the end of the local day: a moment before it still is that day.
  const at = due.at - 1;
  const near = Math.abs(at - now) < weekMs - dayMs;
  const far = new Date(at).getFullYear() !== new Date(now).getFullYear();
  const day = momentIn(near ? "weekday" : far ? "year" : "date", locale, at);
  if (due.state === "overdue") return say("due.since", { day });
  return isDayAfter(at, now) ? say("due.tomorrow") + hour : say("due.by", { day });
}

function isDayAfter(at: number, now: number): boolean {
  const next = new Date(now);
  next.setDate(next.getDate() + 1);
  return new Date(at).toDateString() === next.toDateString();
}
