/** What decides when news may be told. */
export interface Datable {
  id: string;
  /** From then on it is not news any more, RFC 3339. */
  until?: string | undefined;
}

/** How long "Later" is. */
export type Snooze = "hours" | "tomorrow" | "week";

const hourMs = 3_600_000;
/** When a person's working day begins, hours after midnight. */
const morning = 6;

/** Under which name it is marked on all devices when a person closed this news or took it up; `Progress.marks`. */
export function newsKey({ id }: Pick<Datable, "id">): string {
  return `news/${id}`;
}

/** Under which name it is marked on all devices until when a person has put this news off. */
export function laterKey({ id }: Pick<Datable, "id">): string {
  return `later/${id}`;
}

/** Until when news stays away: four hours, six in the morning of the next local day, or of the day a week from now. */
export function snoozeUntil(snooze: Snooze, now: number): number {
  if (snooze === "hours") return now + 4 * hourMs;
  const date = new Date(now);
  date.setDate(date.getDate() + (snooze === "week" ? 7 : 1));
  return date.setHours(morning, 0, 0, 0);
}

/** The first news that may be told now; what has no id or an end that is no date is passed over. */
export function nextNews<T extends Datable>(
  news: readonly T[],
  marks: Readonly<Record<string, number>>,
  now: number,
): T | null {
  const isOpen = (each: T): boolean => {
    if (typeof each?.id !== "string" || each.id === "") return false;
    const end = each.until === undefined ? Number.POSITIVE_INFINITY : Date.parse(each.until);
    return now < end && marks[newsKey(each)] === undefined && (marks[laterKey(each)] ?? 0) <= now;
  };
  return news.find(isOpen) ?? null;
}

/** When news that was put off may be told again, the earliest; `null`: none waits. */
export function nextReturn(
  news: readonly Datable[],
  marks: Readonly<Record<string, number>>,
  now: number,
): number | null {
  const open = news.filter((each) => marks[newsKey(each)] === undefined);
  const times = open.map((each) => marks[laterKey(each)] ?? 0).filter((at) => at > now);
  return times.length > 0 ? Math.min(...times) : null;
}
