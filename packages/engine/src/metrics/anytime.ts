/** People of one arm: how many there are, and how many of them reached the value. */
export interface Arm {
  people: number;
  reached: number;
}

/**
 * Values of both shares that the data are weighed against: shares from 2 to 98%, effects with a standard deviation of 0.7 in
 * log-odds, some 16 points around a half. What stands here changes how wide an interval is, never how often it is wrong.
 */
const bases = 61;
const effects = 41;
const farthestBase = 4;
const effectSpread = 0.7;

/** Logarithms of one pair of shares: reached and not, shown and held, and of the pair's weight. */
type Alternative = readonly [shown: number, notShown: number, held: number, notHeld: number, weight: number];

const expit = (x: number): number => 1 / (1 + Math.exp(-x));

function makeAlternatives(): Alternative[] {
  const pairs: { shown: number; held: number; weight: number }[] = [];
  for (let i = 0; i < bases; i += 1)
    for (let j = 0; j < effects; j += 1) {
      const base = farthestBase * ((2 * i) / (bases - 1) - 1);
      const deviations = 3 * ((2 * j) / (effects - 1) - 1);
      const half = (effectSpread * deviations) / 2;
      // Half of the effect stands on either side, so that no arm is favoured. Logistic weights of bases are even in shares.
      const weight = expit(base) * expit(-base) * Math.exp((-deviations * deviations) / 2);
      pairs.push({ shown: expit(base + half), held: expit(base - half), weight });
    }
  const all = pairs.reduce((sum, { weight }) => sum + weight, 0);
  return pairs.map(({ shown, held, weight }) => [
    ...([Math.log(shown), Math.log1p(-shown), Math.log(held), Math.log1p(-held)] as const),
    Math.log(weight / all),
  ]);
}

let made: readonly Alternative[] | undefined;
/** Made when they are first asked for: whoever loads the metrics for something else pays nothing. */
function alternatives(): readonly Alternative[] {
  made ??= makeAlternatives();
  return made;
}

/** Of a share, given how many of how many: `0 log 0` is 0. */
function logLikelihood({ people, reached }: Arm, share: number): number {
  const missed = people - reached;
  return (reached === 0 ? 0 : reached * Math.log(share)) + (missed === 0 ? 0 : missed * Math.log1p(-share));
}

const bestOf = (arm: Arm): number => (arm.people === 0 ? 0 : logLikelihood(arm, arm.reached / arm.people));

/** What the alternatives, each by its weight, make of the data: the numerator of the martingale. */
function logMixture(shown: Arm, held: Arm): number {
  const [missedShown, missedHeld] = [shown.people - shown.reached, held.people - held.reached];
  const logs = alternatives().map(
    ([a, notA, b, notB, weight]) =>
      weight + shown.reached * a + missedShown * notA + held.reached * b + missedHeld * notB,
  );
  const most = logs.reduce((left, right) => Math.max(left, right));
  return most + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - most), 0));
}

/** A pair of shares under which the data are less likely than this is given up. */
const leastLikely = (shown: Arm, held: Arm, level: number): number => logMixture(shown, held) + Math.log(1 - level);

const halvings = 50;

/** Where a function that falls from `inside` to `outside` crosses nought. */
function crossing(inside: number, outside: number, of: (at: number) => number): number {
  let [near, far] = [inside, outside];
  for (let i = 0; i < halvings; i += 1) {
    const middle = (near + far) / 2;
    if (of(middle) >= 0) near = middle;
    else far = middle;
  }
  return far;
}

/** The best that two shares with this difference make of the data. Concave along the line, so a search by thirds finds it. */
function bestAt(shown: Arm, held: Arm, difference: number): number {
  const of = (share: number): number => logLikelihood(held, share) + logLikelihood(shown, share + difference);
  let [low, high] = [Math.max(0, -difference), Math.min(1, 1 - difference)];
  const golden = (Math.sqrt(5) - 1) / 2;
  let [a, b] = [high - golden * (high - low), low + golden * (high - low)];
  let [atA, atB] = [of(a), of(b)];
  for (let i = 0; i < halvings; i += 1) {
    if (atA > atB) {
      [high, b, atB] = [b, a, atA];
      a = high - golden * (high - low);
      atA = of(a);
    } else {
      [low, a, atA] = [a, b, atB];
      b = low + golden * (high - low);
      atB = of(b);
    }
  }
  return Math.max(atA, atB);
}

const shareOf = ({ people, reached }: Arm): number => (people === 0 ? 0.5 : reached / people);
const differenceOf = (shown: Arm, held: Arm): number => shareOf(shown) - shareOf(held);

/** The three intervals that hold together: shares of both arms, and the first minus the second. */
export interface AnytimeIntervals {
  shown: [number, number];
  held: [number, number];
  effect: [number, number];
}

/**
 * Intervals that may be looked at as often as one likes, and stopped by what they say: the chance that any of the three ever
 * leaves out the truth, over all looks together, is at most `1 - level`. Exact for any number of people, since nothing is taken
 * to be normal.
 *
 * A confidence sequence from a mixture martingale (Robbins, Statistical methods related to the law of the iterated logarithm,
 * 1970; Howard, Ramdas, McAuliffe and Sekhon, Time-uniform, nonparametric, nonasymptotic confidence sequences, 2021, whose
 * discrete mixture this is; for two samples: Turner and Gruenwald, Exact anytime-valid confidence intervals for contingency
 * tables and beyond, 2023). The data's likelihood under fixed alternatives, averaged, over their likelihood under the true pair
 * of shares is a martingale that begins at 1; by Ville's inequality it ever reaches `1 / (1 - level)` with a chance of at most
 * `1 - level`. The pairs that it has not reached make a region; the intervals are its shadows.
 *
 * @param level Of the intervals, from above 0 to below 1. Default: 0.9.
 * @throws RangeError where more have reached than there are.
 * @example
 * ```ts
 * anytimeIntervals({ people: 80, reached: 52 }, { people: 78, reached: 23 }).effect; // [0.058, 0.610]
 * ```
 */
export function anytimeIntervals(shown: Arm, held: Arm, level = 0.9): AnytimeIntervals {
  for (const { people, reached } of [shown, held])
    if (!(reached >= 0 && reached <= people && people < Number.POSITIVE_INFINITY))
      throw new RangeError(`${reached} of ${people} is no arm: count people, and those of them who reached the value.`);
  const least = leastLikely(shown, held, level);
  const share = (own: Arm, other: Arm): [number, number] => {
    const middle = shareOf(own);
    const inside = (at: number): number => logLikelihood(own, at) + bestOf(other) - least;
    return [crossing(middle, 0, inside), crossing(middle, 1, inside)];
  };
  const effect = (end: -1 | 1): number => {
    return crossing(differenceOf(shown, held), end, (at) => bestAt(shown, held, at) - least);
  };
  return { shown: share(shown, held), held: share(held, shown), effect: [effect(-1), effect(1)] };
}

/** The lower end of the effect alone: what a search asks for many times. */
export function lowerEffect(shown: Arm, held: Arm, level = 0.9): number {
  const least = leastLikely(shown, held, level);
  return crossing(differenceOf(shown, held), -1, (at) => bestAt(shown, held, at) - least);
}

/** Whether a difference lies inside the interval of the effect: what a simulation asks for many times. */
export function isPossibleEffect(shown: Arm, held: Arm, difference: number, level = 0.9): boolean {
  return bestAt(shown, held, difference) >= leastLikely(shown, held, level);
}

/**
 * How strongly counts of two arms speak against a stated share of the first: the same martingale with a Beta(1, 1) mixture.
 * Above 1,000 it is no chance any more, however often one looks.
 */
export function evidenceAgainstShare(first: number, second: number, share: number): number {
  let log = 0;
  // The Beta function of whole numbers: 1 over ((n + 1) times n over k), in logarithms.
  for (let k = 1; k <= second; k += 1) log += Math.log(k) - Math.log(first + k);
  log -= Math.log(first + second + 1);
  return Math.exp(log - first * Math.log(share) - second * Math.log1p(-share));
}
