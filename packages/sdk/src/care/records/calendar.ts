import { generateIcsCalendar } from "ts-ics";

/** One plan as a calendar knows it. Times are Unix milliseconds. */
export interface PlannedEvent {
  /** The same plan has the same one: a calendar replaces it instead of keeping two. */
  uid: string;
  title: string;
  text: string;
  start: number;
  minutes: number;
}

/** Everything a text line of RFC 5545 cannot hold: control characters, also the line ends some readers know beside CR LF. */
const unwritable = /[\p{Cc}\u2028\u2029]+/gu;
const line = (text: string): string => text.replace(unwritable, " ").trim();

/**
 * Plans as an iCalendar file (RFC 5545). Moments are written in UTC, so that no calendar has to know a time zone to
 * show them at the right hour.
 *
 * @param now When the file is made, Unix milliseconds.
 */
export function calendarFile(events: readonly PlannedEvent[], now: number): string {
  const stamp = { date: new Date(now) };
  return generateIcsCalendar({
    version: "2.0",
    prodId: "-//Waymark//Plans//EN",
    events: events.map(({ uid, title, text, start, minutes }) => ({
      uid: line(uid),
      summary: line(title),
      description: line(text),
      stamp,
      start: { date: new Date(start) },
      end: { date: new Date(start + minutes * 60_000) },
    })),
  });
}
