/** A quick answer to "When is the next one?". */
export interface PlanChoice {
  key: "today" | "tomorrow" | "week";
  due: number;
}

/** Hours of the local day at which a plan falls: late on the same day, early on another. */
const [late, early] = [17, 10];
const monday = 1;

/**
 * Quick answers, each with an hour, in the local calendar: today at five or at the next full hour but one, tomorrow at
 * ten, Monday of next week at ten. Today falls away when it is nearly over.
 */
export function planChoices(now: number): PlanChoice[] {
  const at = (days: number, hour: number): number => {
    const date = new Date(now);
    date.setDate(date.getDate() + days);
    return date.setHours(hour, 0, 0, 0);
  };
  const date = new Date(now);
  const hour = Math.max(late, date.getHours() + 2);
  const toMonday = ((monday - date.getDay() + 6) % 7) + 1;
  return [
    ...(hour < 24 ? [{ key: "today" as const, due: at(0, hour) }] : []),
    { key: "tomorrow", due: at(1, early) },
    // On a Sunday tomorrow is that Monday already: the one after it is meant.
    { key: "week", due: at(toMonday === 1 ? 8 : toMonday, early) },
  ];
}
