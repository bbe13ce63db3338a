/** Two-sided 90%: the normal quantile of .95 (Abramowitz and Stegun, 1964, table 26.5, to more digits). */
export const z90 = 1.6448536269514722;

/** Every interval is one of 90% unless it says otherwise. */
export const usualLevel = 0.9;

/** With more degrees of freedom than this nothing moves any more in the fourth digit. */
const mostFreedom = 10_000;
const halvings = 52;

/** P(|T| <= t) for t = sqrt(v) tan(angle): a finite sum, exact for whole v (Abramowitz and Stegun, 1964, 26.7.3 and 26.7.4). */
function withinAngle(angle: number, freedom: number): number {
  const cosine = Math.cos(angle);
  const odd = freedom % 2 === 1;
  let term = odd ? cosine : 1;
  let sum = freedom === 1 ? 0 : term;
  for (let k = odd ? 3 : 2; k <= freedom - 2; k += 2) {
    term *= ((k - 1) / k) * cosine * cosine;
    sum += term;
    if (term < 1e-17) break;
  }
  return odd ? (2 / Math.PI) * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum;
}

/**
 * The quantile of Student's t for whole degrees of freedom.
 *
 * @param p From 0.5 to below 1: `0.95` for a two-sided interval of 90%.
 * @param freedom 1 or more.
 * @throws RangeError for another probability.
 * @example
 * ```ts
 * studentQuantile(0.95, 19); // 1.7291
 * ```
 */
export function studentQuantile(p: number, freedom: number): number {
  if (!(p >= 0.5 && p < 1)) throw new RangeError(`${p} is no probability from 0.5 to below 1.`);
  const v = Math.min(mostFreedom, Math.max(1, Math.floor(freedom)));
  let low = 0;
  let high = Math.PI / 2;
  for (let i = 0; i < halvings; i += 1) {
    const middle = (low + high) / 2;
    if (withinAngle(middle, v) < 2 * p - 1) low = middle;
    else high = middle;
  }
  return Math.sqrt(v) * Math.tan((low + high) / 2);
}

/** P(X <= most) for X binomial: what `visibleGap` rests on. The terms are summed in logarithms, so that none underflows. */
export function binomialUpTo(most: number, of: number, share: number): number {
  if (share <= 0) return most >= 0 ? 1 : 0;
  if (share >= 1) return most >= of ? 1 : 0;
  const odds = Math.log(share) - Math.log1p(-share);
  let log = of * Math.log1p(-share);
  let sum = 0;
  for (let k = 0; k <= Math.min(most, of); k += 1) {
    sum += Math.exp(log);
    log += odds + Math.log(of - k) - Math.log(k + 1);
  }
  return Math.min(1, sum);
}

/** Numbers from 0 to 1 in an order that only the seed decides (mulberry32, T. Ettinger, 2017, public domain). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
