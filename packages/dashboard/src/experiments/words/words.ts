/** Every word of the page Experiments. Shares and differences are given as whole numbers of 100 people. */
export interface ExperimentWords {
  name: string;
  sentence: string;
  finding: {
    /** Of those that say something: how many show that the journey helps. */
    helps(n: number): string;
    harms(n: number): string;
    notShown(n: number): string;
    all(parts: readonly string[]): string;
    tooFew: string;
    none: string;
    notYet: string;
    partOnly: string;
    unverified: string;
  };
  /** What to do where there is no experiment. */
  how: string;
  simulated: string;
  about(version: number, holdout: number, event: string, weeks: number): string;
  says: {
    helps(points: number, low: number, high: number): string;
    harms(points: number, low: number, high: number): string;
    not_shown(points: number, low: number, high: number): string;
    too_few: string;
    uneven: string;
  };
  detectable(points: number): string;
  detectableNone: string;
  /** One arm of the drawing as a sentence. */
  arm(name: string, value: number, low: number, high: number, people: number): string;
  shown: string;
  held: string;
  difference: string;
  columns: { arm: string; value: string; interval: string; people: string };
  interval(low: number, high: number): string;
  orMore(n: number): string;
  /** Why one may look whenever one likes. */
  looking: string;
}
