import { z90 } from "./distributions.ts";
import { type Estimate, fewestPeople, type Interval, missing } from "./estimate.ts";
import { shareOfPeople } from "./share.ts";

/** How long one was watched, in any unit, and whether it happened then or the watching ended. */
export interface Watched {
  time: number;
  happened: boolean;
}

/** The curve after one moment at which it moved. */
export interface SurvivalStep {
  time: number;
  atRisk: number;
  happened: number;
  /** Share to whom it has not happened yet. */
  remaining: number;
  /** 90%, log-log; `null` where the share is 0. */
  interval: [number, number] | null;
}

function intervalOf(remaining: number, greenwood: number): [number, number] | null {
  if (remaining <= 0) return null;
  const spread = Math.exp((z90 * Math.sqrt(greenwood)) / Math.abs(Math.log(remaining)));
  return [remaining ** spread, remaining ** (1 / spread)];
}

/**
 * The share to whom it has not happened yet, moment by moment; who was watched no longer counts up to there
 * (Kaplan and Meier, 1958; variance by Greenwood, 1926; interval on the log-log scale: Kalbfleisch and Prentice, 2002).
 */
export function survival(watched: readonly Watched[]): SurvivalStep[] {
  const sorted = [...watched].sort((a, b) => a.time - b.time);
  const steps: SurvivalStep[] = [];
  let remaining = 1;
  let greenwood = 0;
  for (let i = 0; i < sorted.length; ) {
    const time = sorted[i]?.time ?? 0;
    const atRisk = sorted.length - i;
    let happened = 0;
    for (; i < sorted.length && sorted[i]?.time === time; i += 1) happened += sorted[i]?.happened ? 1 : 0;
    if (happened === 0) continue;
    remaining *= (atRisk - happened) / atRisk;
    greenwood += happened / (atRisk * (atRisk - happened));
    steps.push({ time, atRisk, happened, remaining, interval: intervalOf(remaining, greenwood) });
  }
  return steps;
}

/**
 * When it had happened to so many: the first moment at which the curve is down to the rest, with the moments at which the
 * ends of its interval are (Brookmeyer and Crowley, 1982).
 *
 * @param share `0.5` for the median, `0.8` for P80.
 * @returns `not_yet` where the curve has not come that far, or fewer than five were still watched there.
 * @example
 * ```ts
 * timeUntil([1, 2, 3, 4, 5, 6, 7, 8].map((time) => ({ time, happened: true })), 0.5).value; // 4
 * ```
 */
export function timeUntil(watched: readonly Watched[], share: number): Estimate {
  const people = watched.length;
  if (people < fewestPeople) return missing("too_few", people);
  const steps = survival(watched);
  // A product of fractions may miss the rest by its last bit.
  const rest = 1 - share + 1e-12;
  const at = steps.find((each) => each.remaining <= rest);
  if (at === undefined || at.atRisk < fewestPeople) return missing("not_yet", people);
  const low = steps.find((each) => each.interval === null || each.interval[0] <= rest)?.time ?? at.time;
  const high = steps.find((each) => each.interval !== null && each.interval[1] <= rest)?.time ?? null;
  const interval: Interval = [Math.min(low, at.time), high];
  return { value: at.time, interval, people, reason: null };
}

/**
 * To what share it had happened by a moment.
 *
 * @returns `not_yet` where nobody was watched that long, or of fewer than five it is known how they stood then.
 */
export function shareBy(watched: readonly Watched[], time: number): Estimate {
  const people = watched.length;
  if (people < fewestPeople) return missing("too_few", people);
  const last = survival(watched).findLast((each) => each.time <= time);
  const beyond = watched.filter((each) => each.time >= time).length;
  const known = watched.filter((each) => each.time >= time || each.happened).length;
  // Where it happened to all or to nobody the curve has no spread, and each of those who are known counts once.
  if (last !== undefined && last.remaining <= 0) return plain(known, known, people);
  if (known < fewestPeople || beyond === 0) return missing("not_yet", people);
  if (last === undefined || last.interval === null) return plain(0, beyond, people);
  return { value: 1 - last.remaining, interval: [1 - last.interval[1], 1 - last.interval[0]], people, reason: null };
}

function plain(happened: number, of: number, people: number): Estimate {
  return of < fewestPeople ? missing("not_yet", people) : { ...shareOfPeople(happened, of), people };
}
