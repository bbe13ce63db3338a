/** What the samples of one subject in one measure come to. */
export interface Summary {
  median: number;
  /** Largest minus smallest sample; 0 with one sample. */
  spread: number;
  count: number;
}

/** Whether a difference can be told from the noise of its rounds. `exact`: a count, the same in every round. */
export type Noise = "exact" | "clear" | "noisy" | "one round";

/** The middle sample; of an even number the mean of the two in the middle. `NaN` for none. */
export function median(samples: readonly number[]): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  return upper === undefined || lower === undefined ? Number.NaN : (lower + upper) / 2;
}

export function summarise(samples: readonly number[]): Summary {
  const spread = samples.length > 1 ? Math.max(...samples) - Math.min(...samples) : 0;
  return { median: median(samples), spread, count: samples.length };
}

/**
 * The verdict on the difference of two summaries: `noisy` where either one's rounds are further apart than the two
 * medians are, and where these are closer than `floor`, the error of what was taken off both.
 */
export function noiseOf(one: Summary, other: Summary, floor = 0): Noise {
  if (one.count < 2 || other.count < 2) return "one round";
  const noise = Math.max(one.spread, other.spread, floor);
  if (noise === 0) return "exact";
  return noise > Math.abs(one.median - other.median) ? "noisy" : "clear";
}

/** Whether `a` is better than `b` where less, or more, is better. */
export function isBetter(a: number, b: number, better: "less" | "more"): boolean {
  return better === "less" ? a < b : a > b;
}
