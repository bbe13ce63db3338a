import type { PlanChoice } from "@waymark/engine";
import type { Say } from "../../overlay/say.ts";

/** A moment in the person's words: "Tuesday 10:00", beyond a week with its date. */
export function momentWords(at: number, locale: string, now: number): string {
  const near = Math.abs(at - now) < 6 * 86_400_000;
  const day: Intl.DateTimeFormatOptions = near
    ? { weekday: "long" }
    : { weekday: "short", day: "numeric", month: "short" };
  return new Intl.DateTimeFormat(locale, { ...day, hour: "numeric", minute: "2-digit" }).format(at);
}

/** "When it is Tuesday 10:00, I do: Send the quote": a plan of this form is kept more often (Gollwitzer, 1999). */
export function planWords(due: number, step: string, say: Say, locale: string, now: number): string {
  return say("strip.plan.if", { when: momentWords(due, locale, now), step });
}

/** What a quick answer comes to: its hour where the day says itself, else its date. */
export function choiceWords(key: PlanChoice["key"], at: number, locale: string): string {
  const date: Intl.DateTimeFormatOptions = { weekday: "short", day: "numeric", month: "short" };
  const hour: Intl.DateTimeFormatOptions = { hour: "numeric", minute: "2-digit" };
  return new Intl.DateTimeFormat(locale, key === "week" ? date : hour).format(at);
}
