/** What a brief asks people to keep doing: an event of the host, and how often, as ISO 8601 (`P1D`, `P1W`, `P1M`). */
export interface CoreAction {
  event: string;
  every: string;
}

/** How often somebody did what was agreed, in the weeks they were watched. */
export interface CoreUse {
  /** Share of the core actions that they do as often as was agreed, 0 to 1. */
  depth: number;
  /** Share of the periods in which one was expected that had it, 0 to 1. */
  regularity: number;
}

const pattern = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T.+)?$/;
const daysOfWeek = 7;
/** Every day means every working day. */
const workingDays = 5;
/** Three of four weeks, so that a week of illness takes nothing away. */
const enough = 0.75;

/** Days of an interval: a month is four weeks and a year thirteen months, so that whole weeks fit; hours are a day. */
function daysOf(every: string): number {
  const [, years = 0, months = 0, weeks = 0, days = 0] = (pattern.exec(every) ?? []).map((each) => Number(each ?? 0));
  return Math.max(1, (years * 13 + months) * 4 * daysOfWeek + weeks * daysOfWeek + days);
}

/** How often an action is expected: so many times in every so many weeks. */
interface Rhythm {
  times: number;
  weeks: number;
}

function rhythmOf(every: string): Rhythm {
  const days = daysOf(every);
  if (days < daysOfWeek) return { times: Math.max(1, Math.min(workingDays, Math.floor(daysOfWeek / days))), weeks: 1 };
  return { times: 1, weeks: Math.ceil(days / daysOfWeek) };
}

/**
 * How often an action is expected in so many whole weeks. Every day is five days a week; what is due in longer than the weeks
 * that are looked at is expected in none of them: 0.
 *
 * @param weeks That are looked at, of which somebody may have been watched in the last few only.
 * @param watched Whole weeks. Default: all.
 * @example
 * ```ts
 * [expectedTimes("P1D", 4), expectedTimes("P2W", 4), expectedTimes("P3M", 4)]; // [20, 2, 0]
 * ```
 */
export function expectedTimes(every: string, weeks: number, watched: number = weeks): number {
  const rhythm = rhythmOf(every);
  if (rhythm.weeks > weeks) return 0;
  return rhythm.times * Math.max(1, Math.floor(watched / rhythm.weeks));
}

/** Periods of one action in which it was done, of those in which it was expected. */
function kept({ every }: CoreAction, days: readonly number[], weeks: number): { kept: number; of: number } {
  const { times, weeks: length } = rhythmOf(every);
  const of = expectedTimes(every, weeks, days.length);
  if (of === 0) return { kept: 0, of };
  if (length === 1) return { kept: days.reduce((sum, each) => sum + Math.min(times, each), 0), of };
  const periods = of / times;
  let count = 0;
  for (let index = 0; index < periods; index += 1) {
    // Weeks that fill no period of their own belong to the last.
    const to = index === periods - 1 ? days.length : (index + 1) * length;
    if (days.slice(index * length, to).some((each) => each > 0)) count += 1;
  }
  return { kept: count, of };
}

/**
 * Depth and regularity of M8 for one person: which of the brief's core actions they do as often as was agreed (in three
 * quarters of the periods or more), and in how many of all expected periods they did one.
 *
 * @param daysOf By action: on how many days they did it, week by week, as long as they were watched.
 * @param weeks That are looked at.
 * @returns `null` where no action is expected within those weeks.
 * @example
 * ```ts
 * const core = [{ event: "call.logged", every: "P1W" }, { event: "plan.made", every: "P2W" }];
 * coreUse(core, ({ event }) => (event === "call.logged" ? [1, 3, 0, 1] : [0, 1, 0, 0]), 4);
 * // three of four weeks, one of two fortnights: { depth: 0.5, regularity: 4 / 6 }
 * ```
 */
export function coreUse(
  core: readonly CoreAction[],
  daysOf: (action: CoreAction) => readonly number[],
  weeks: number,
): CoreUse | null {
  const all = core.map((action) => kept(action, daysOf(action), weeks)).filter(({ of }) => of > 0);
  const expected = all.reduce((sum, { of }) => sum + of, 0);
  if (expected === 0) return null;
  return {
    depth: all.filter((each) => each.kept >= enough * each.of).length / all.length,
    regularity: all.reduce((sum, each) => sum + each.kept, 0) / expected,
  };
}
