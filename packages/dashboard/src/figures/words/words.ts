/** Every word of the pages of figures. Shares are given as whole numbers of 100, amounts as they are written. */
export interface FigureWords {
  /** What each page is about, in a sentence below its finding. */
  sentences: Record<
    "briefs" | "fields" | "handoffs" | "prompts" | "staying" | "targets" | "trust" | "uptake" | "value",
    string
  >;
  simulated: string;
  window(span: string): string;
  next(day: string): string;
  version(n: number): string;
  share(n: number): string;
  range(low: string, high: string): string;
  orMore(low: string): string;
  /** Interval and people behind a number. */
  note(interval: string, n: number): string;
  was(text: string): string;
  wasHidden: string;
  /** The sentence of a drawing. */
  plot(name: string, value: string, interval: string): string;
  missing: Record<
    | "too_few"
    | "not_yet"
    | "unverified"
    | "nearly_all"
    | "nearly_none"
    | "few_answers"
    | "no_headcount"
    | "not_reached"
    | "part_missing",
    string
  >;
  legend: { interval: string; hatch: string };
  noRole: string;
  nothingHere: string;
  /** The head above places of which nothing is shown. */
  hiddenPlaces: string;
  briefs: {
    finding(journey: string, share: number): string;
    none: string;
    place: string;
    reach: string;
    answered: string;
    clear: string;
    partly: string;
    notClear: string;
  };
  fields: {
    finding(unused: number, of: number): string;
    none: string;
    field: string;
    edited: string;
    seconds: string;
    unused: string;
    perSave(text: string): string;
  };
  handoffs: {
    stale(step: string, share: number): string;
    longest(step: string, time: string): string;
    none: string;
    step: string;
    usual: string;
    lie: string;
    cover: string;
    waits: string;
    to(step: string, role: string): string;
    median: string;
    p80: string;
    noHandoffs: string;
  };
  prompts: {
    finding(share: number, surface: string): string;
    none: string;
    surface: string;
    struck: string;
    perWeek: string;
    use: string;
    useful: string;
    easy: string;
    points(text: string): string;
    surfaces: Record<string, string>;
  };
  value: {
    finding(journey: string, day: number): string;
    none: string;
    median: string;
    p80: string;
    by7: string;
    by30: string;
    day(text: string): string;
    axis: string;
    watched: string;
    curve(points: string): string;
    point(share: number, day: number): string;
    noCurve: string;
  };
  staying: {
    /** `more` is written with its sign. */
    finding(journey: string, more: string): string;
    notShown: string;
    none: string;
    /** What shows the value: a host's event, or having come through. */
    byEvent(event: string): string;
    byWay: string;
    reached: string;
    notReached: string;
    difference: string;
    points(text: string): string;
    says: Record<"goes_together" | "not_shown", string>;
  };
  uptake: {
    finding(journey: string, part: string, share: number): string;
    none: string;
    place: string;
    score: string;
    of100(text: string): string;
    reach: string;
    depth: string;
    regularity: string;
    alone: string;
    ease: string;
    core(actions: string): string;
    every(event: string, often: string): string;
    noCore: string;
    noRank: string;
  };
  trust: {
    distrusts(role: string, share: number): string;
    stands(role: string, mean: string): string;
    none: string;
    item: string;
    role: string;
    mean: string;
    of7(text: string): string;
    distrust: string;
    loop: string;
  };
  targets: {
    finding(n: number): string;
    none: string;
    unheard: string;
    step: string;
    page: string;
    how: string;
    good: string;
    bad: string;
    never: string;
    sometimes: string;
    ways: Record<string, string>;
    live: string;
  };
}
