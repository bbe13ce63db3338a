import type { Day } from "@waymark/schema";

const dayMs = 86_400_000;

/** The calendar day of a moment (Unix ms) in a time zone. Swedish writes days as ISO 8601 does. */
export function dayOf(at: number, timeZone: string): Day {
  return new Intl.DateTimeFormat("sv-SE", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(at);
}

/** So many days later. */
export function daysAfter(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}
