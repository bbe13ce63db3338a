/** Two-sided 90%: the normal quantile of .95. */
const z90 = 1.6448536269514722;
const tail = 0.05;

const clamp = (value: number): number => Math.min(1, Math.max(0, value));
const round = (value: number): number => Math.round(value * 1e4) / 1e4;

/**
 * Wilson's 90% interval of a share of people (each person counts once), from 0 to 1 with four digits.
 *
 * E. B. Wilson, Probable inference, the law of succession, and statistical inference (1927).
 */
export function wilson90(through: number, of: number): [number, number] {
  const p = through / of;
  const z2 = z90 * z90;
  const centre = (p + z2 / (2 * of)) / (1 + z2 / of);
  const half = (z90 / (1 + z2 / of)) * Math.sqrt((p * (1 - p)) / of + z2 / (4 * of * of));
  return [round(clamp(centre - half)), round(clamp(centre + half))];
}

/** The median of numbers in any order; `null` of none. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const high = sorted[middle];
  if (high === undefined) return null;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? high) + high) / 2;
}

/** The largest r with P(X <= r) at most 5% for X ~ Binomial(n, 1/2); -1 where there is none. */
function lowRank(n: number): number {
  // 0.5 ** n underflows past 1,074; from here on the normal approximation is exact to the rank.
  if (n > 900) return Math.floor((n - 1 - z90 * Math.sqrt(n)) / 2);
  let cumulative = 0;
  let probability = 0.5 ** n;
  for (let r = 0; r < n; r += 1) {
    cumulative += probability;
    if (cumulative > tail) return r - 1;
    probability *= (n - r) / (r + 1);
  }
  return -1;
}

/**
 * The 90% order-statistic interval of a median: the narrowest symmetric pair of order statistics that holds it with 90%
 * by the binomial distribution, whatever the shape of the values.
 */
export function medianInterval90(values: readonly number[]): [number, number] | null {
  const sorted = [...values].sort((a, b) => a - b);
  const n = sorted.length;
  const rank = lowRank(n);
  const low = sorted[rank];
  const high = sorted[n - 1 - rank];
  return rank < 0 || low === undefined || high === undefined ? null : [low, high];
}
