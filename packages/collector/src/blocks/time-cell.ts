import type { CellTime, Withheld } from "@waymark/schema";
import { median, medianInterval90 } from "./interval.ts";
import { floor, isShown, type ShownShare } from "./share-cell.ts";

/** Below this an order-statistic interval says nothing. */
export const fewestTimes = 12;

/** What was last shown of a step's time, with how many people were behind it then; `cell` null where nothing was shown. */
export interface ShownTime {
  people: number;
  cell: CellTime | null;
}

export const noTimeShown: ShownTime = { people: 0, cell: null };

/** A time with no number in it. */
export function withheldTime(reason: Withheld): CellTime {
  return { medianMs: null, intervalMs: null, people: null, reason };
}

/** Two digits of whole seconds: a median and the ends of its interval are single people's own values, so they are blurred. */
function blurred(ms: number): number {
  const seconds = Math.round(ms / 1000);
  const grain = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, seconds))) - 1);
  return Math.round(seconds / grain) * grain * 1000;
}

/** How many people are behind a time is said only where it gives away nobody beside the share of the same step. */
function peopleBehind(count: number, share: ShownShare): number | null {
  const apart = share.through - count;
  return !share.atLeast && (apart === 0 || apart >= floor) ? count : null;
}

/**
 * What may be shown of a step's time now: like a share it moves only when five or more people joined it.
 *
 * @param times - One median per person, ms.
 * @param share - What is shown of the same step.
 */
export function moveTime(shown: ShownTime, times: readonly number[], share: ShownShare): ShownTime {
  const people = times.length;
  if (!isShown(share) || people < fewestTimes || people - shown.people < floor) return shown;
  const middle = median(times);
  const interval = medianInterval90(times);
  if (middle === null || interval === null) return shown;
  const cell: CellTime = {
    medianMs: blurred(middle),
    intervalMs: [blurred(interval[0]), blurred(interval[1])],
    people: peopleBehind(people, share),
    reason: null,
  };
  return { people, cell };
}

/** The cell as it is served; a step without a share has no time either. */
export function timeCell(shown: ShownTime, share: ShownShare): CellTime {
  return (isShown(share) ? shown.cell : null) ?? withheldTime("too_few");
}
