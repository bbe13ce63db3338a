import type { GapBarrier, GapWhy } from "@waymark/schema";

/** Every word of the page Gap. Shares are given as whole numbers of 100 people. */
export interface GapWords {
  name: string;
  sentence: string;
  finding: {
    /** One for each number of rows; put together by `all`. */
    behind(n: number): string;
    ahead(n: number): string;
    onPlan(n: number): string;
    unclear(n: number): string;
    all(parts: readonly string[]): string;
    noPlan: string;
    notYet: string;
    estimateFirst: string;
    noJourney: string;
  };
  simulated: string;
  order: { label: string; journey: string; widest: string };
  legend: { expected: string; believed: string; reported: string; measured: string };
  columns: { step: string; verdict: string; barrier: string; forecast: string };
  goal(share: number, day: string): string;
  noGoal: string;
  weakest(step: string): string;
  verdicts: {
    behind(points: number): string;
    ahead(points: number): string;
    /** Without points, where the figure stays back. */
    behindUnknown: string;
    aheadUnknown: string;
    on_plan: string;
    unclear: string;
    none: string;
  };
  /** The value with its interval and the people behind it. */
  measured(value: number, interval: string, people: number): string;
  interval(low: number, high: number): string;
  seesFrom(points: number): string;
  /** Beside a verdict that earlier blocks gave. */
  stands: string;
  missing: Record<GapWhy, string>;
  barriers: Record<GapBarrier, string>;
  noBarrier: string;
  ofJourney: string;
  forecast: {
    /** The date has come. */
    now: string;
    by(day: string): string;
    between(from: string, to: string): string;
    open(from: string): string;
    notAtThisPace: string;
    tooEarly: Record<"weeks" | "people" | "levelling_off" | "clarity", string>;
    none: string;
  };
  /** The forecast as it is drawn. */
  fan: {
    title: string;
    /** The title where there is no forecast. */
    soFar: string;
    legend: string;
    course(points: readonly string[]): string;
    /** `value` is `null` where only the interval is shown. */
    point(day: string, value: number | null, interval: string, earlier: boolean): string;
    sentence(measured: number, interval: string, goal: number, by: string, on: string, span: string): string;
  };
  /** The names of the four marks, for the sentence of a drawing. */
  lanes: {
    expected(value: number): string;
    believed(value: number): string;
    reported(value: number): string;
    nothing: string;
  };
  open(step: string): string;
  plan: string;
  perception(believed: number | null, reported: number | null, measured: number | null): string;
  noFault: string;
  estimate: {
    title: string;
    why: string;
    of100: string;
    send: string;
    once: string;
  };
  expect: {
    title: string;
    again: string;
    share: string;
    by: string;
    minutes: string;
    milestone: string;
    milestoneShare: string;
    send: string;
    locked: string;
    version(n: number, share: number, day: string, author: string, on: string): string;
    earlier: string;
  };
  decide: {
    title: string;
    note: string;
    noteHint: string;
    send: string;
    dated: string;
    options: Record<"move_date" | "new_version" | "coaching" | "keep", { title: string; text: string }>;
    newDay: string;
    hours: string;
    on: string;
    followUp: string;
    forecast: string;
  };
  decided: {
    title: string;
    moved(from: string, to: string): string;
    /** The new version, or that it is still to come. */
    version(before: number, now: number | null): string;
    coaching(hours: number, on: string): string;
    kept: string;
    lookAgain(day: string): string;
    before: string;
    after: string;
    notYet: string;
    nothingBefore: string;
    /** After minus before, with its 90% interval. */
    changed(points: number, interval: string): string;
    notProof: string;
  };
  /** The widest gaps, on Home. `title` with how many there are; 0: none is shown. */
  worst: {
    title(n: number): string;
    sentence: string;
    all: string;
    /** So many journeys and roles wait for an estimate. */
    asked(n: number): string;
    again: string;
  };
  /** Above the rows on the sheet for a meeting. */
  paper: string;
  wrongShare: string;
  wrongDay: string;
}
