import {
  bandOf,
  type Estimate,
  estimateShown,
  fewestPeople,
  shareOfAttempts,
  showAbility,
  type Tally,
} from "@waymark/engine/metrics";
import type { Figure, FigureWhy } from "@waymark/schema";
import { smallestGroup } from "../blocks/partition.ts";

/** A figure that is not there. Zero, one to four and "would give a neighbour away" are the same bytes. */
export const noFigure = (why: FigureWhy): Figure => ({ value: null, interval: null, n: null, why });

/** As far as it is rounded: the value to the nearest, the ends of its interval outward. */
export interface Grain {
  of: number;
  /** Where the scale ends. */
  most?: number;
}

export const hundredths: Grain = { of: 0.01, most: 1 };

// Multiples of a hundredth have no exact double: one more rounding takes the noise off.
const clean = (value: number): number => Math.round(value * 1e6) / 1e6;

/** An estimate as it is published; fewer than ten people are never behind one. */
export function figureOf({ value, interval, people, reason }: Estimate, { of, most }: Grain): Figure {
  if (value === null || interval === null)
    return noFigure(
      reason === "few_answers" || reason === "no_headcount" ? reason : reason === "not_yet" ? "not_reached" : "too_few",
    );
  if (people < smallestGroup) return noFigure("too_few");
  const [low, high] = interval;
  const top = high === null ? null : clean(Math.ceil(high / of - 1e-9) * of);
  return {
    value: clean(Math.round(value / of) * of),
    interval: [clean(Math.floor(low / of + 1e-9) * of), top === null ? null : Math.min(top, most ?? top)],
    n: bandOf(people),
    why: null,
  };
}

/** A share of people, each of whom counts once: ten or more, five on either side; else that nearly all or nearly none do. */
export function shareFigure(hits: number, of: number): Figure {
  const shown = showAbility(hits, of);
  if (shown.shows === "figure") return figureOf(estimateShown(shown), hundredths);
  if (shown.shows === "nothing") return noFigure("too_few");
  // The interval holds whichever of the counts it is.
  return { ...figureOf(estimateShown(shown), hundredths), value: null, why: shown.shows };
}

/**
 * A share of what people did, clustered by person: ten people or more, of whom five did it at least once and five not
 * always. Where fewer than five ever did it, or fewer than five ever did not, only that is said.
 */
export function clusteredFigure(
  tallies: readonly Tally[],
  share: (all: readonly Tally[]) => Estimate = shareOfAttempts,
): Figure {
  const counted = tallies.filter(({ of }) => of > 0);
  if (counted.length < smallestGroup) return noFigure("too_few");
  const did = counted.filter(({ hits }) => hits > 0).length;
  const missed = counted.filter(({ hits, of }) => hits < of).length;
  if (did < fewestPeople) return { ...noFigure("nearly_none"), n: bandOf(counted.length) };
  if (missed < fewestPeople) return { ...noFigure("nearly_all"), n: bandOf(counted.length) };
  return figureOf(share(counted), hundredths);
}

/** Two digits of a number: ends of order-statistic intervals are single people's own values, so they are blurred. */
export function blurred({ value, interval, ...rest }: Figure): Figure {
  const twoDigits = (amount: number): number => {
    const grain = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, amount))) - 1);
    return Math.round(amount / grain) * grain;
  };
  return {
    ...rest,
    value: value === null ? null : twoDigits(value),
    interval: interval === null ? null : [twoDigits(interval[0]), interval[1] === null ? null : twoDigits(interval[1])],
  };
}
