/** A count that was published for some weeks, both included. */
export interface ShownSpan {
  from: number;
  to: number;
  count: number;
}

interface Known {
  weeks: number;
  /** People in the group. */
  heads: number;
  /** What is fewer waits. */
  least: number;
  /** Whether a block was closed as soon as it was large enough: else it may have waited for people to be active. */
  prompt: boolean;
}

/** A stretch of weeks in which between one and four reported, for certain. */
export interface Pinned {
  from: number;
  to: number;
  low: number;
  high: number;
}

type Bounds = number[][];

/** Tightens all bounds by one another: the shortest way from each sum to each. */
function tighten(most: Bounds, heads: number): void {
  const at = (a: number, b: number): number => most[a]?.[b] ?? heads;
  const sums = [...most.keys()];
  for (const via of sums)
    for (const a of sums) {
      const row = most[a] ?? [];
      for (const b of sums) row[b] = Math.min(at(a, b), at(a, via) + at(via, b));
    }
}

/**
 * What follows from all that was published of one step and group, by linear programming: the unknowns are the sums of reports
 * up to each week, and everything an observer knows is a bound on a difference of two of them: a published count, that
 * nobody reports less than not at all, that so many people there are, and that a block was not closed a week earlier, for
 * then it was too small. Bounds on differences are a linear program whose optimum for every pair is a shortest path (Cormen
 * et al., Introduction to Algorithms, "Difference constraints and shortest paths"), in whole numbers and exact.
 */
export function pinned(shown: readonly ShownSpan[], { weeks, heads, least, prompt }: Known): Pinned[] {
  // most[a][b]: the sum up to b is at most so much more than the sum up to a.
  const most: Bounds = Array.from({ length: weeks + 1 }, (_, a) =>
    Array.from({ length: weeks + 1 }, (_, b) => (a === b ? 0 : b < a ? 0 : heads)),
  );
  const bound = (from: number, to: number, value: number): void => {
    const row = most[from];
    if (row) row[to] = Math.min(row[to] ?? value, value);
  };
  for (const { from, to, count } of shown) {
    bound(from, to + 1, count);
    bound(to + 1, from, -count);
    // Had there been as many a week before, and enough others, it would have been closed then.
    if (prompt && to > from) bound(from, to, Math.max(least - 1, 0));
  }
  tighten(most, heads);
  const found: Pinned[] = [];
  for (let from = 0; from < weeks; from++)
    for (let to = from; to < weeks; to++) {
      const high = most[from]?.[to + 1] ?? heads;
      const low = -(most[to + 1]?.[from] ?? 0);
      if (low >= 1 && high <= 4) found.push({ from, to, low, high });
    }
  return found;
}
