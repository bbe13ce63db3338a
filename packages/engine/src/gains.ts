import { firstRuns, type Ledger, mean, ownBaseline, runsOf, type TaskLog } from "./ledger.ts";

const minuteMs = 60_000;
const dayMs = 86_400_000;
const weekMs = 7 * dayMs;

/** What the author states of a task: minutes it takes, minutes it saves. */
export interface StatedTask {
  minutes?: number | undefined;
  saves?: number | undefined;
}

/** Somebody's way with one task, walked so many times in a row without help. */
export interface Milestone {
  task: string;
  runs: number;
}

/** A person's account: what they got back for what they put in, milliseconds. Also when it is negative. */
export interface Gains {
  /** Missing while there is nothing to compare: no number then, never a zero. */
  balance: Balance | null;
  /** What is still needed before there is one: so many more runs of a task. `null`: no task was finished yet. */
  missing: { task: string; runs: number } | null;
  /** Guides and learning, fields. */
  learnMs: number;
  fieldMs: number;
  milestone: Milestone | null;
}

export interface Balance {
  savedMs: number;
  /** Saved minus put in. */
  netMs: number;
  /** Half of the 90% interval of what was saved. `0` where only the author's words are the measure. */
  marginMs: number;
  /** Tasks measured against the person's own first runs, and against the author's words. */
  own: string[];
  stated: string[];
  /** The balance at the end of each week since the beginning, and now. */
  points: { at: number; netMs: number }[];
  since: number;
  /** The day since which the balance has not been negative again; `null`: it is, or never was. */
  paidBack: number | null;
}

interface Entry {
  at: number;
  ms: number;
}

interface Measured {
  entries: Entry[];
  /** Variance of the sum, from that of the baseline. */
  variance: number;
  source: "own" | "stated";
}

/** So many runs must have been compared before a number is shown. */
const leastCompared = 3;
/** Student's t for 90% with the three degrees of freedom of four runs (Student, 1908). */
const studentT = 2.353;
const rungs = [100, 50, 20, 10, 5];

/** What each run saved. The runs themselves were measured: what is uncertain is the baseline alone. */
function measure(log: TaskLog, stated: StatedTask | undefined): Measured | null {
  const all = runsOf(log);
  const { carried } = log;
  if (stated?.saves !== undefined) {
    const takes = stated.minutes === undefined ? mean(all.map(({ ms }) => ms)) : stated.minutes * minuteMs;
    return entriesOf(takes + stated.saves * minuteMs, all, carried, "stated", 0);
  }
  const own = ownBaseline(log);
  return own && entriesOf(own.ms, log.later, carried, "own", own.variance);
}

function entriesOf(
  baseline: number,
  runs: readonly { at: number; ms: number }[],
  carried: TaskLog["carried"],
  source: Measured["source"],
  variance: number,
): Measured {
  const entries = runs.map(({ at, ms }) => ({ at, ms: baseline - ms }));
  if (carried) entries.unshift({ at: carried.until, ms: carried.runs * baseline - carried.ms });
  const count = runs.length + (carried?.runs ?? 0);
  return { entries, variance: count ** 2 * variance, source };
}

function costsOf(ledger: Ledger): Entry[] {
  return Object.entries(ledger.days).map(([day, cost]) => ({
    at: Number(day),
    ms: -(cost.guideMs + cost.learnMs + cost.fieldMs),
  }));
}

/** The balance after each entry, day by day; the last crossing upwards is the day it was paid back. */
function paidBackOn(entries: readonly Entry[]): number | null {
  const byDay = new Map<number, number>();
  for (const { at, ms } of entries) {
    const day = new Date(at).setHours(0, 0, 0, 0);
    byDay.set(day, (byDay.get(day) ?? 0) + ms);
  }
  let sum = 0;
  let since: number | null = null;
  for (const [day, ms] of [...byDay].sort(([a], [b]) => a - b)) {
    const before = sum;
    sum += ms;
    if (sum < 0) since = null;
    else if (before < 0) since = day;
  }
  return since;
}

function pointsOf(entries: readonly Entry[], since: number, now: number): Balance["points"] {
  const until = (at: number): number => entries.reduce((sum, each) => sum + (each.at <= at ? each.ms : 0), 0);
  const points = [{ at: since, netMs: 0 }];
  // A week that has hardly begun goes with the one before.
  for (let at = since + weekMs; at < now - weekMs / 2; at += weekMs) points.push({ at, netMs: until(at) });
  return [...points, { at: now, netMs: until(Number.POSITIVE_INFINITY) }];
}

function milestoneOf(ledger: Ledger): Milestone | null {
  let best: Milestone | null = null;
  for (const [task, log] of Object.entries(ledger.tasks)) {
    const runs = runsOf(log);
    const helped = runs.findLastIndex(({ alone }) => !alone);
    const inRow = runs.length - 1 - helped;
    const rung = rungs.find((each) => each <= inRow);
    if (rung !== undefined && rung > (best?.runs ?? 0)) best = { task, runs: rung };
  }
  return best;
}

/** The task that needs the fewest runs more. */
function missingOf(ledger: Ledger, stated: Readonly<Record<string, StatedTask>>): Gains["missing"] {
  const gaps = Object.entries(ledger.tasks).map(([task, log]) => {
    const needed = leastCompared + (stated[task]?.saves === undefined ? firstRuns : 0);
    return { task, runs: Math.max(1, needed - runsOf(log).length) };
  });
  return gaps.sort((a, b) => a.runs - b.runs)[0] ?? null;
}

/**
 * The private account (metric M14): what tasks with a baseline saved, minus guides, learning and fields. The baseline is
 * what the author states, else the person's own first five runs without the very first. Too little to compare gives no number.
 *
 * @param stated By `journey/step`, from the journeys' `minutes` and `saves`.
 */
export function gainsOf(ledger: Ledger, stated: Readonly<Record<string, StatedTask>>, now: number): Gains {
  const days = Object.values(ledger.days);
  const learnMs = days.reduce((sum, { guideMs, learnMs: more }) => sum + guideMs + more, 0);
  const fieldMs = days.reduce((sum, each) => sum + each.fieldMs, 0);
  const measured = Object.entries(ledger.tasks).flatMap(([task, log]) => {
    const found = measure(log, stated[task]);
    return found && found.entries.length > 0 ? [{ task, ...found }] : [];
  });
  const saved = measured.flatMap(({ entries }) => entries);
  const account = { learnMs, fieldMs, milestone: milestoneOf(ledger) };
  if (saved.length < leastCompared) return { ...account, balance: null, missing: missingOf(ledger, stated) };
  const entries = [...saved, ...costsOf(ledger)];
  const since = entries.reduce((first, { at }) => Math.min(first, at), now);
  const savedMs = saved.reduce((sum, { ms }) => sum + ms, 0);
  const variance = measured.reduce((sum, each) => sum + each.variance, 0);
  const balance: Balance = {
    savedMs,
    netMs: savedMs - learnMs - fieldMs,
    marginMs: studentT * Math.sqrt(variance),
    own: measured.filter(({ source }) => source === "own").map(({ task }) => task),
    stated: measured.filter(({ source }) => source === "stated").map(({ task }) => task),
    points: pointsOf(entries, since, now),
    since,
    paidBack: paidBackOn(entries),
  };
  return { ...account, balance, missing: null };
}
