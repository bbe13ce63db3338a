import { words } from "../words.ts";

/** `2027-03-31` as people write it. Calendar days have no time zone. */
export function writtenDay(day: string): string {
  const at = new Date(`${day}T00:00:00Z`);
  return new Intl.DateTimeFormat(words.locale, {
    timeZone: "UTC",
    day: "numeric",
    month: "long",
    year: "numeric",
  }).format(at);
}

/** The day of a moment in the project's time zone. */
export function writtenDayOf(timestamp: string, timeZone: string): string {
  return new Intl.DateTimeFormat(words.locale, { timeZone, day: "numeric", month: "long", year: "numeric" }).format(
    new Date(timestamp),
  );
}

/** A day so many days from now, as a date field takes it. */
export function dayFrom(now: number, days: number): string {
  return new Date(now + days * 86_400_000).toISOString().slice(0, 10);
}
