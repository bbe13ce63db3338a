const dayMs = 86_400_000;
/** 1970-01-01 was a Thursday: three days after a Monday. */
const mondayOffset = 3;

/** ISO weeks in one time zone. A week is a whole number: weeks since the Monday before 1970-01-01. */
export interface Calendar {
  /** The week a moment (Unix ms) falls in. */
  weekOf(at: number): number;
  /** The Monday of a week as `2026-10-19`. */
  mondayOf(week: number): string;
  /** The moment (Unix ms) at which a local day begins, `days` after the Monday of a week. */
  startOf(week: number, days: number): number;
}

function localClock(timeZone: string): (at: number) => number {
  if (timeZone === "UTC") return (at) => at;
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  return (at) => {
    const parts: Record<string, number> = {};
    for (const part of format.formatToParts(at)) parts[part.type] = Number(part.value);
    const { year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
    return Date.UTC(year, month - 1, day, hour, minute, second);
  };
}

/**
 * ISO weeks as a project's time zone has them.
 *
 * @param timeZone - IANA name, like `Europe/Berlin`. Fails with a RangeError when there is no such zone.
 */
export function createCalendar(timeZone: string): Calendar {
  const known = calendars.get(timeZone) ?? makeCalendar(timeZone);
  calendars.set(timeZone, known);
  return known;
}

/** Asking Intl for a zone costs more than taking a whole delivery: each zone is asked once. */
const calendars = new Map<string, Calendar>();

/** Weeks begin, and clocks change, on a quarter of an hour everywhere. */
const quarterMs = 900_000;
const quartersKept = 10_000;

function byQuarter(weekOf: (at: number) => number): (at: number) => number {
  const weeks = new Map<number, number>();
  return (at) => {
    const quarter = Math.floor(at / quarterMs);
    const known = weeks.get(quarter);
    if (known !== undefined) return known;
    if (weeks.size >= quartersKept) weeks.clear();
    const week = weekOf(at);
    weeks.set(quarter, week);
    return week;
  };
}

function makeCalendar(timeZone: string): Calendar {
  const local = localClock(timeZone);
  const weekOf = (at: number): number => Math.floor((Math.floor(local(at) / dayMs) + mondayOffset) / 7);
  return {
    weekOf: timeZone === "UTC" ? weekOf : byQuarter(weekOf),
    mondayOf: (week) => new Date((week * 7 - mondayOffset) * dayMs).toISOString().slice(0, 10),
    startOf(week, days) {
      const wanted = (week * 7 - mondayOffset + days) * dayMs;
      // The offset at the guess may differ from the one at the answer where the clocks change: one more round settles it.
      const guess = wanted - (local(wanted) - wanted);
      return wanted - (local(guess) - guess);
    },
  };
}
