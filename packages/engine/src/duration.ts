/**
 * Adds an ISO 8601 duration in the local calendar: `P1M` from 31 January is the last day of February, `P1D` keeps the
 * wall clock over a change to summer time.
 *
 * @param from Unix milliseconds.
 * @returns Unix milliseconds; `from` itself where the text is no duration.
 */
export function addDuration(from: number, duration: string): number {
  const match = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(duration);
  if (!match) return from;
  const [years, months, weeks, days, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const date = new Date(from);
  const day = date.getDate();
  date.setDate(1);
  date.setMonth(date.getMonth() + years * 12 + months);
  const lastDay = new Date(date.getFullYear(), date.getMonth() + 1, 0).getDate();
  date.setDate(Math.min(day, lastDay) + weeks * 7 + days);
  return date.getTime() + (hours * 3600 + minutes * 60 + seconds) * 1000;
}

/** The last millisecond of the local day that holds `at`. */
export function endOfDay(at: number): number {
  return new Date(at).setHours(23, 59, 59, 999);
}
