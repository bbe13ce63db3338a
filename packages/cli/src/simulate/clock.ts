export const minuteMs = 60_000;
export const hourMs = 3_600_000;
export const dayMs = 86_400_000;
export const weekMs: number = 7 * dayMs;
/** Weeks of a frozen block. */
export const blockWeeks = 4;

const open = 8;
const closes = 17;

/** Moves to the next working moment, Monday to Friday, 8 to 17 UTC. Moments count from a Monday 00:00 UTC. */
export function workingMoment(at: number): number {
  const day = Math.floor(at / dayMs);
  const hour = (at - day * dayMs) / hourMs;
  const minutes = (hour % 1) * hourMs;
  const shifted =
    hour >= closes ? (day + 1) * dayMs + open * hourMs + minutes : Math.max(at, day * dayMs + openFrom(hour, minutes));
  const weekday = Math.floor(shifted / dayMs) % 7;
  return weekday < 5 ? shifted : shifted + (7 - weekday) * dayMs;
}

/** Who comes before eight begins at eight, at the same minute. */
function openFrom(hour: number, minutes: number): number {
  return hour < open ? open * hourMs + minutes : 0;
}

/** Monday 00:00 UTC of the week that holds a moment in Unix time. */
export function mondayOf(at: number): number {
  const date = new Date(at);
  date.setUTCHours(0, 0, 0, 0);
  return date.getTime() - ((date.getUTCDay() + 6) % 7) * dayMs;
}
