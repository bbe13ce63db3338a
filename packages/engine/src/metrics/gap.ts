import type { GapReason, GapRow, GapVerdict, Withheld } from "@waymark/schema";
import { type Estimate, isKnown } from "./estimate.ts";
import { standingVerdict, verdictOf, visibleGap } from "./expectation-gap.ts";
import { type Ahead, aheadOf, aheadOfAll, type Day } from "./gap-ahead.ts";
import type { GapCell, ShownBarrier } from "./gap-cell.ts";
import { type Due, dueAtEnd, leastDue, type PlanVersion } from "./gap-plan.ts";
import { estimateShown, type ShownAbility, weakestShown } from "./shown-ability.ts";

/** What is frozen of a version for one group and block. */
export interface GapBlock {
  /** The moment after its last week, Unix ms. */
  end: number;
  cells: readonly GapCell[];
  /** The barrier of the whole way. */
  barrier: ShownBarrier;
}

/** One version of a journey for one group, through time. */
export interface GapHistory {
  journey: string;
  version: number;
  /** What the group is named after. */
  role: string;
  /** The version's steps, in order. */
  steps: readonly string[];
  /** Disjoint, oldest first. Where nothing is frozen yet, one that is empty and ends now. */
  blocks: readonly GapBlock[];
  /** Why a figure is missing: `too_few`, unless there are none at all. */
  missing: Withheld;
}

/** What people said beforehand, by step. */
export interface GapSaid {
  expected(step: string): readonly PlanVersion[];
  /** 0 to 1, or `null`. */
  believed(step: string): number | null;
}

const bands = [10, 15, 20, 30, 50, 75, 100, 150, 200, 300, 500];

/** The lower end of the band so many people are in. */
export function bandOf(people: number): number {
  if (people >= 1000) return Math.floor(people / 1000) * 1000;
  return bands.findLast((low) => low <= people) ?? 0;
}

const hundredths = (value: number): number => Math.round(value * 100) / 100;
// Outward, so that what is held by the interval stays held; a double may miss a whole hundredth by its last bit.
const outward = ([low, high]: Estimate["interval"] & object): [number, number] => [
  Math.floor(low * 100 + 1e-9) / 100,
  Math.ceil((high ?? 1) * 100 - 1e-9) / 100,
];

/** What one block says of a row. */
interface Sight {
  shows: ShownAbility["shows"];
  estimate: Estimate;
  due: Due | null;
  reported: number | null;
  barrier: ShownBarrier;
  weakest: string | null;
}

/** What is not there before its day is not behind: until then only what is there already gives a verdict. */
function verdictIn({ estimate, due }: Sight): GapVerdict | null {
  if (due === null || !isKnown(estimate)) return null;
  const verdict = verdictOf(estimate, due.share);
  return due.due || verdict === "ahead" || verdict === "on_plan" ? verdict : null;
}

function missingReasons(
  row: Omit<GapRow, "reasons">,
  sight: Sight | null,
  due: Due | null,
  missing: Withheld,
): GapReason[] {
  const reasons: GapReason[] = [];
  if (due === null) reasons.push({ of: "expected", why: "no_expectation" });
  if (row.believed === null) reasons.push({ of: "believed", why: "not_believed" });
  if (row.reported === null) reasons.push({ of: "reported", why: missing });
  if (sight?.weakest != null) reasons.push({ of: "measured", why: "weakest_step", step: sight.weakest });
  if (row.measured === null) {
    const shows = sight?.shows;
    reasons.push({ of: "measured", why: shows === "nearly_all" || shows === "nearly_none" ? shows : missing });
  }
  if (due === null) reasons.push({ of: "verdict", why: "no_expectation" });
  else if (sight === null) reasons.push({ of: "verdict", why: missing });
  else {
    if (!due.due) reasons.push({ of: "verdict", why: "not_due" });
    const points = visibleGap(bandOf(sight.estimate.people), due.share);
    if (points !== null) reasons.push({ of: "verdict", why: "sees_from", points });
  }
  return reasons;
}

function rowOf(
  history: GapHistory,
  step: string | null,
  sights: readonly Sight[],
  believed: number | null,
  ahead: Ahead,
): GapRow {
  const { journey, version, role } = history;
  const sight = sights.findLast(({ shows }) => shows !== "nothing") ?? null;
  const last = sights.at(-1) ?? null;
  const interval = sight?.estimate.interval ?? null;
  const barrier = (sight ?? last)?.barrier ?? { barrier: null, of: null, why: "too_few" };
  const row = {
    ...{ journey, version, role, step, believed },
    expected: last?.due?.share ?? null,
    reported: sight?.reported ?? null,
    measured: sight?.shows === "figure" ? hundredths(sight.estimate.value ?? 0) : null,
    interval: interval === null ? null : outward(interval),
    n: sight === null ? null : bandOf(sight.estimate.people),
    verdict: standingVerdict(sights.map(verdictIn)),
    barrier: barrier.barrier,
    forecast: ahead.forecast,
  };
  const reasons = missingReasons(row, sight, last?.due ?? null, history.missing);
  const named = (why: GapReason["why"]): GapReason["why"] => (why === "too_few" ? history.missing : why);
  if (sight !== null && row.verdict !== "unclear" && row.verdict !== verdictIn(sight))
    reasons.push({ of: "verdict", why: "stands" });
  if (barrier.barrier === null) reasons.push({ of: "barrier", why: named(barrier.why) });
  else if (step !== null && barrier.of === "journey") reasons.push({ of: "barrier", why: "of_journey" });
  if (ahead.why !== null) reasons.push({ of: "forecast", why: named(ahead.why) });
  return { ...row, reasons };
}

function cellSight(block: GapBlock, step: string, plan: readonly PlanVersion[]): Sight {
  const cell = block.cells.find((each) => each.step === step);
  const ability: ShownAbility = cell?.ability ?? { shows: "nothing" };
  return {
    shows: ability.shows,
    estimate: estimateShown(ability),
    due: dueAtEnd(plan, block.end),
    reported: cell?.reported ?? null,
    barrier: cell?.barrier ?? { barrier: null, of: null, why: "too_few" },
    weakest: null,
  };
}

function journeySight(block: GapBlock, steps: readonly string[], said: GapSaid): Sight {
  const sights = steps.map((step) => cellSight(block, step, said.expected(step)));
  const shown = steps.map((step) => ({
    step,
    shown: block.cells.find((each) => each.step === step)?.ability ?? ({ shows: "nothing" } as const),
  }));
  const weakest = weakestShown(shown);
  return {
    shows: weakest?.shows ?? "nothing",
    estimate: weakest?.estimate ?? estimateShown({ shows: "nothing" }),
    due: leastDue(sights.map(({ due }) => due)),
    reported: leastOf(sights.map(({ reported }) => reported)),
    barrier: block.barrier,
    weakest: weakest?.step ?? null,
  };
}

/** The least of all, or `null` where one is missing: it might be that one. */
function leastOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((each) => each !== null);
  return known.length < values.length || known.length === 0 ? null : Math.min(...known);
}

/**
 * The gap report's rows of one version for one group: one for each step, and one for the journey, which is as good as its
 * weakest step. Pure: what is frozen, what is expected, what is believed, and nothing else.
 *
 * @param day The Monday of a week as `2026-12-07`; weeks as the courses count them.
 * @example
 * ```ts
 * const empty = { journey: "win-a-deal", version: 1, role: "sales-rep", steps: ["offer"], blocks: [] };
 * gapRows({ ...empty, missing: "not_yet" }, { expected: () => [], believed: () => null }, String)[0]?.verdict; // "unclear"
 * ```
 */
export function gapRows(history: GapHistory, said: GapSaid, day: Day): GapRow[] {
  const { steps, blocks } = history;
  const aheads = steps.map((step) =>
    aheadOf(
      blocks.at(-1)?.cells.find((each) => each.step === step),
      said.expected(step),
      day,
    ),
  );
  const rows = steps.map((step, index) => {
    const sights = blocks.map((block) => cellSight(block, step, said.expected(step)));
    const ahead = aheads[index] ?? { forecast: null, why: "too_few" as const };
    return rowOf(history, step, sights, said.believed(step), ahead);
  });
  const whole = blocks.map((block) => journeySight(block, steps, said));
  const believed = leastOf(steps.map((step) => said.believed(step)));
  return [...rows, rowOf(history, null, whole, believed, aheadOfAll(aheads))];
}

/** What one block showed of a step. */
export interface GapPoint {
  /** Of the block, Unix ms. */
  end: number;
  /** `null`: at most four people are on one side. The interval holds. */
  measured: number | null;
  interval: [number, number];
  /** The lower end of the band of people. */
  n: number;
}

/**
 * A step's ability block by block, oldest first: each point is what its own four weeks showed when they were frozen, in the
 * same bytes as then. A block that showed nothing has none.
 *
 * @example
 * ```ts
 * const ability = { shows: "figure", alone: 12, of: 20 } as const;
 * const barrier = { barrier: null, of: null, why: "too_few" } as const;
 * const block = { end: 0, cells: [{ step: "offer", ability, reported: null, barrier, course: {} as never }], barrier };
 * gapCourse({ blocks: [block] }, "offer"); // [{ end: 0, measured: 0.6, interval: [0.41, 0.77], n: 20 }]
 * ```
 */
export function gapCourse({ blocks }: Pick<GapHistory, "blocks">, step: string): GapPoint[] {
  return blocks.flatMap(({ end, cells }) => {
    const ability = cells.find((each) => each.step === step)?.ability ?? { shows: "nothing" as const };
    const { value, interval, people } = estimateShown(ability);
    if (ability.shows === "nothing" || interval === null) return [];
    const measured = ability.shows === "figure" ? hundredths(value ?? 0) : null;
    return [{ end, measured, interval: outward(interval), n: bandOf(people) }];
  });
}
