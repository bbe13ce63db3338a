/** A stretch of the day that is taken. `start` in Unix milliseconds. */
export interface Taken {
  start: number;
  minutes: number;
}

const minuteMs = 60_000;
/** Plans begin at a quarter of an hour: that is how calendars are read. */
const quarterMs = 15 * minuteMs;

/**
 * The first free stretch of today that is long enough and does not meet what is taken; it begins at a quarter of an hour.
 *
 * @param now Unix milliseconds.
 * @param minutes How long it takes.
 * @returns When it begins; `null` where the local day has no room left.
 * @example
 * ```ts
 * slotToday(Date.parse("2026-03-10T09:05:00Z"), [], 15); // 09:15
 * ```
 */
export function slotToday(now: number, taken: readonly Taken[], minutes: number): number | null {
  const end = new Date(now).setHours(24, 0, 0, 0);
  const length = minutes * minuteMs;
  let start = Math.ceil(now / quarterMs) * quarterMs;
  const inOrder = [...taken].sort((a, b) => a.start - b.start);
  for (const each of inOrder) {
    const over = each.start + each.minutes * minuteMs;
    if (over <= start) continue;
    if (start + length <= each.start) break;
    start = Math.ceil(over / quarterMs) * quarterMs;
  }
  return start + length <= end ? start : null;
}
