/** Whether one person did a step mostly alone, as M3 says it at the end of a week in which they were active. */
export interface WeekFact {
  person: string;
  step: string;
  /** A number that grows by one a week. */
  week: number;
  alone: boolean;
}

/** A straight line of log-odds over weeks: where it is in a given week, and how much it climbs in one. */
export interface Course {
  level: number;
  slope: number;
}

/** People alone and people, by week. */
export type WeekCounts = ReadonlyMap<number, { alone: number; of: number }>;

export const logit = (share: number): number => Math.log(share / (1 - share));

/** The rounds of Newton's method: it settles in five or six. */
const rounds = 8;
/** Half a person on either side, so that a step that all or none can do has a line too (Cox, 1970). */
const half = 0.5;
/** Keeps a slope that nothing speaks of at 0. */
const ridge = 0.1;

/** Facts of one step as columns: drawing people anew reads them hundreds of times. */
export interface PackedFacts {
  /** Places in the list of people. */
  people: Int32Array;
  weeks: Int32Array;
  alone: Uint8Array;
}

/** Packs the facts of one step. */
export function packFacts(facts: readonly WeekFact[], places: ReadonlyMap<string, number>): PackedFacts {
  return {
    people: Int32Array.from(facts, ({ person }) => places.get(person) ?? 0),
    weeks: Int32Array.from(facts, ({ week }) => week),
    alone: Uint8Array.from(facts, ({ alone }) => (alone ? 1 : 0)),
  };
}

/** Counts people by week; a person counts `times` often (in a draw). */
export function countWeeks({ people, weeks, alone }: PackedFacts, times: Int32Array | null): WeekCounts {
  const counts = new Map<number, { alone: number; of: number }>();
  for (let i = 0; i < people.length; i += 1) {
    const weight = times === null ? 1 : (times[people[i] ?? 0] ?? 0);
    if (weight === 0) continue;
    const week = weeks[i] ?? 0;
    let count = counts.get(week);
    if (count === undefined) {
      count = { alone: 0, of: 0 };
      counts.set(week, count);
    }
    count.alone += weight * (alone[i] ?? 0);
    count.of += weight;
  }
  return counts;
}

/**
 * The line of log-odds that fits the weeks best: logistic regression on grouped counts by Newton's method (McCullagh and
 * Nelder, Generalized Linear Models, 1989, 4.4).
 *
 * @param now The week in which `level` is.
 */
export function fitCourse(counts: WeekCounts, now: number): Course {
  const total = [...counts.values()].reduce((sum, { alone, of }) => ({ alone: sum.alone + alone, of: sum.of + of }), {
    alone: 0,
    of: 0,
  });
  const extra = half / Math.max(1, counts.size);
  let level = logit((total.alone + half) / (total.of + 2 * half));
  let slope = 0;
  for (let i = 0; i < rounds; i += 1) {
    let [g0, g1, h00, h01, h11] = [0, -ridge * slope, 1e-9, 0, ridge];
    for (const [week, { alone, of }] of counts) {
      const x = week - now;
      const share = 1 / (1 + Math.exp(-(level + slope * x)));
      const people = of + 2 * extra;
      const off = alone + extra - people * share;
      const weight = people * share * (1 - share);
      g0 += off;
      g1 += off * x;
      h00 += weight;
      h01 += weight * x;
      h11 += weight * x * x;
    }
    const determinant = h00 * h11 - h01 * h01;
    // A step of more than two units of log-odds leaves the region in which the method is good.
    const bounded = (by: number, most: number): number => Math.max(-most, Math.min(most, by));
    level += bounded((h11 * g0 - h01 * g1) / determinant, 2);
    slope += bounded((h00 * g1 - h01 * g0) / determinant, 0.5);
  }
  return { level, slope };
}

/**
 * How much of a step's own slope counts beside the mean of all, from the spread between steps (DerSimonian and Laird, 1986;
 * Morris, 1983): 1 where they differ more than chance explains, never less than half.
 *
 * @param slopes With their variances.
 */
export function ownPart(
  slopes: readonly { slope: number; variance: number }[],
  index: number,
): { part: number; mean: number } {
  const weights = slopes.map(({ variance }) => 1 / Math.max(variance, 1e-9));
  const sum = weights.reduce((total, each) => total + each, 0);
  const mean = slopes.reduce((total, { slope }, i) => total + slope * (weights[i] ?? 0), 0) / sum;
  if (slopes.length < 2) return { part: 1, mean };
  const q = slopes.reduce((total, { slope }, i) => total + (weights[i] ?? 0) * (slope - mean) ** 2, 0);
  const squares = weights.reduce((total, each) => total + each ** 2, 0);
  const between = Math.max(0, (q - (slopes.length - 1)) / (sum - squares / sum));
  const variance = slopes[index]?.variance ?? 0;
  return { part: Math.max(0.5, between / (between + variance || 1)), mean };
}
