/**
 * Adds an ISO 8601 duration in the local calendar: `P1M` from 31 January is the last day of February, `P1D` keeps the
 * wall clock over a change to summer time.
 *
 * @param from Unix milliseconds.
 * @returns Unix milliseconds; `from` itself where the text is no duration.
 */
export function addDuration(from: number, duration: string): number {
  const [days = "", clock = ""] = duration.slice(1).split("T");
  const part = (text: string, unit: string): number =>
    Number.parseInt(new RegExp(`\\d+(?=${unit})`).exec(text)?.[0] ?? "0", 10);
  const date = new Date(from);
  const day = date.getDate();
  date.setMonth(date.getMonth() + part(days, "Y") * 12 + part(days, "M"));
  // 31 January and a month would be 3 March: the last day of February is meant.
  if (date.getDate() !== day) date.setDate(0);
  date.setDate(date.getDate() + part(days, "W") * 7 + part(days, "D"));
  return date.getTime() + (part(clock, "H") * 3600 + part(clock, "M") * 60 + part(clock, "S")) * 1000;
}

/** The last millisecond of the local day that holds `at`. */
export function endOfDay(at: number): number {
  return new Date(at).setHours(23, 59, 59, 999);
}

/** The local day of a moment, `2026-11-24`. */
export function dayOf(moment: number): string {
  const date = new Date(moment);
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
