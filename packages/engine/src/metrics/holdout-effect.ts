import { type Arm, anytimeIntervals, evidenceAgainstShare, lowerEffect } from "./anytime.ts";
import { type Estimate, fewestPeople, missing, type Reason } from "./estimate.ts";

/** What a journey did to its value event, shares of people from 0 to 1. */
export interface HoldoutEffect {
  /** Who reached the value within the weeks they were watched, of those who were shown the journey and of those who were not. */
  shown: Estimate;
  held: Estimate;
  /** The first minus the second. The interval may be looked at as often as one likes. */
  effect: Estimate;
  /**
   * The smallest difference that so many people would show four times in five, be it for the better or for the worse; where one
   * of them is not possible, since hardly anybody or nearly everybody reaches the value unshown, that of the other. `null`: none.
   */
  detectable: number | null;
  /** `helps` or `harms` only if the whole interval lies on one side of nought. */
  says: "helps" | "harms" | "not_shown" | null;
}

/** People of each arm below which nothing is said: five who reached the value and five who did not, at least. */
export const fewestOfArm: number = 2 * fewestPeople;

/** One in a thousand that are as stated would look like this, over all looks. */
const mostEvidence = 1000;
/** The normal quantile of .8: a difference that is shown four times in five lies so many standard errors inside. */
const z80 = 0.8416212335729143;
const halvings = 24;

/** For the better, from what was seen of those who were held out. */
function detectableRise(shown: Arm, held: Arm): number | null {
  const base = held.reached / held.people;
  const asIf = (difference: number): number => {
    const share = base + difference;
    const error = Math.sqrt((share * (1 - share)) / shown.people + (base * (1 - base)) / held.people);
    return lowerEffect({ people: shown.people, reached: share * shown.people }, held) - z80 * error;
  };
  let [low, high] = [0, 1 - base];
  if (asIf(high) < 0) return null;
  for (let i = 0; i < halvings; i += 1) {
    const middle = (low + high) / 2;
    if (asIf(middle) < 0) low = middle;
    else high = middle;
  }
  return high;
}

const mirrored = ({ people, reached }: Arm): Arm => ({ people, reached: people - reached });

/** See `HoldoutEffect.detectable`: fewer who reach the value are more who do not. */
function detectableBy(shown: Arm, held: Arm): number | null {
  const ways = [detectableRise(shown, held), detectableRise(mirrored(shown), mirrored(held))];
  const known = ways.flatMap((each) => each ?? []);
  return known.length === 0 ? null : Math.max(...known);
}

const none = (reason: Reason, people: number): HoldoutEffect => ({
  shown: missing(reason, people),
  held: missing(reason, people),
  effect: missing(reason, people),
  detectable: null,
  says: null,
});

/**
 * What a journey does to its value event: people who were shown it beside people who, by lot, were not, each watched for the same
 * time from the moment they were, or would have been, offered it. Everybody counts in the arm of their lot, whatever they did.
 * The intervals are those of a confidence sequence (`anytimeIntervals`): the error stays at 10% over all looks together.
 *
 * @param share The stated share that is held out, above 0 and below 1.
 * @returns `too_few` where an arm has fewer than five people who reached the value or fewer than five who did not;
 *   `uneven` where the arms are not of the sizes the share says, so that something else than the lot parted them.
 * @throws RangeError where more have reached than there are, or for a share that is none.
 * @example
 * ```ts
 * holdoutEffect({ people: 160, reached: 104 }, { people: 41, reached: 12 }, 0.2).says; // "helps"
 * ```
 */
export function holdoutEffect(shown: Arm, held: Arm, share: number): HoldoutEffect {
  if (!(share > 0 && share < 1)) throw new RangeError(`${share} is no share: write one above 0 and below 1.`);
  const intervals = anytimeIntervals(shown, held);
  const people = shown.people + held.people;
  const cells = [shown.reached, shown.people - shown.reached, held.reached, held.people - held.reached];
  if (Math.min(...cells) < fewestPeople) return none("too_few", people);
  if (evidenceAgainstShare(held.people, shown.people, share) > mostEvidence) return none("uneven", people);
  const of = (arm: Arm, interval: readonly [number, number]): Estimate => ({
    value: arm.reached / arm.people,
    interval,
    people: arm.people,
    reason: null,
  });
  const value = shown.reached / shown.people - held.reached / held.people;
  const [low, high] = intervals.effect;
  return {
    shown: of(shown, intervals.shown),
    held: of(held, intervals.held),
    effect: { value, interval: intervals.effect, people, reason: null },
    detectable: detectableBy(shown, held),
    says: low > 0 ? "helps" : high < 0 ? "harms" : "not_shown",
  };
}
