const dayMs = 86_400_000;

/** The local calendar day `offset` days from now, as `2026-03-09`. */
export function dayFromNow(offset: number, now: Date = new Date()): string {
  const day = new Date(now.getTime() + offset * dayMs);
  return [day.getFullYear(), pad(day.getMonth() + 1), pad(day.getDate())].join("-");
}

export function today(): string {
  return dayFromNow(0);
}

/** "9 Mar", with the year only where it is another one. */
export function showDay(day: string | null | undefined): string {
  if (!day) return "None";
  const date = new Date(`${day.slice(0, 10)}T12:00`);
  const year = date.getFullYear() === new Date().getFullYear() ? undefined : "numeric";
  return date.toLocaleDateString("en-GB", { day: "numeric", month: "short", year });
}

/** "Today", "Yesterday", "Tomorrow" or the day itself. */
export function showDue(day: string): string {
  const near = [
    [-1, "Yesterday"],
    [0, "Today"],
    [1, "Tomorrow"],
  ] as const;
  return near.find(([offset]) => dayFromNow(offset) === day)?.[1] ?? showDay(day);
}

export function showMoment(moment: string): string {
  const date = new Date(moment);
  const time = date.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  return `${showDay(dayFromNow(0, date))}, ${time}`;
}

function pad(part: number): string {
  return String(part).padStart(2, "0");
}
