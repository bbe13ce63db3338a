/** Scores of cases a classifier had not learned from: of the first kind and of the second. */
export interface Scores {
  first: number[];
  second: number[];
}

const parts = 5;

/** Of one kind and feature: mean and spread. */
interface Shape {
  mean: number;
  spread: number;
}

function shapesOf(cases: readonly (readonly number[])[], width: number): Shape[] {
  return Array.from({ length: width }, (_, at) => {
    const values = cases.map((each) => each[at] ?? 0);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const spread = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    return { mean, spread: spread + 1e-3 };
  });
}

const fit = (value: number, { mean, spread }: Shape): number =>
  -0.5 * (Math.log(spread) + (value - mean) ** 2 / spread);

/**
 * Gaussian naive Bayes, learned on four fifths and asked about the rest, in turn: the score is how much more a case looks
 * like the second kind.
 */
export function scoresOf(first: readonly (readonly number[])[], second: readonly (readonly number[])[]): Scores {
  const width = first[0]?.length ?? 0;
  const scores: Scores = { first: [], second: [] };
  for (let part = 0; part < parts; part++) {
    const learned = [first, second].map((kind) =>
      shapesOf(
        kind.filter((_, at) => at % parts !== part),
        width,
      ),
    );
    const score = (each: readonly number[]): number =>
      each.reduce((sum, value, at) => {
        const [a, b] = [learned[0]?.[at], learned[1]?.[at]];
        return a && b ? sum + fit(value, b) - fit(value, a) : sum;
      }, 0);
    scores.first.push(...first.filter((_, at) => at % parts === part).map(score));
    scores.second.push(...second.filter((_, at) => at % parts === part).map(score));
  }
  return scores;
}

/**
 * How often a case of the second kind scores above one of the first, with its 95% interval (Hanley and McNeil, "The meaning
 * and use of the area under a ROC curve", Radiology 143, 1982).
 */
export function areaUnder({ first, second }: Scores): { area: number; low: number; high: number } {
  let above = 0;
  for (const a of first) for (const b of second) above += b > a ? 1 : b === a ? 0.5 : 0;
  const area = above / (first.length * second.length);
  const q1 = area / (2 - area);
  const q2 = (2 * area ** 2) / (1 + area);
  const spread = area * (1 - area) + (second.length - 1) * (q1 - area ** 2) + (first.length - 1) * (q2 - area ** 2);
  const error = 1.96 * Math.sqrt(Math.max(0, spread) / (first.length * second.length));
  return { area, low: area - error, high: area + error };
}
