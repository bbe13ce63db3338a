import type { ProgressRow } from "../events/progress-row.ts";
import { median } from "./interval.ts";

/** How far the people of one group came, step by step. */
export interface Funnel {
  /** Per step: people who completed this step and every step before it. */
  counts: number[];
  /** Per step: one median per person among those people, ms. */
  times: number[][];
}

/** What of an attempt's row is asked for here. */
export type Completion = Pick<
  ProgressRow,
  "person" | "step" | "began" | "completed" | "completedWeek" | "how" | "simulated"
>;

const completes = (row: Completion): boolean => row.how === "condition" || row.how === "manual";

/**
 * Folds progress rows of one journey into counts of people.
 *
 * @param rows - Verified rows of the journey, any version, any subject.
 * @param steps - Step ids in order.
 * @param members - The people of the group.
 * @param toWeek - The first week that does not count.
 */
export function funnel(
  rows: readonly Completion[],
  steps: readonly string[],
  members: ReadonlySet<string>,
  toWeek: number,
): Funnel {
  const done = steps.map(() => new Map<string, number[]>());
  for (const row of rows) {
    const times = done[steps.indexOf(row.step)];
    if (times === undefined || !members.has(row.person) || !completes(row)) continue;
    if (row.completed === null || row.completedWeek === null || row.completedWeek >= toWeek) continue;
    const own = times.get(row.person) ?? [];
    if (row.began !== null && row.completed >= row.began) own.push(row.completed - row.began);
    times.set(row.person, own);
  }
  let before: ReadonlySet<string> = members;
  const funnelled: Funnel = { counts: [], times: [] };
  for (const times of done) {
    const through = new Set([...times.keys()].filter((person) => before.has(person)));
    before = through;
    funnelled.counts.push(through.size);
    funnelled.times.push([...through].flatMap((person) => median(times.get(person) ?? []) ?? []));
  }
  return funnelled;
}
