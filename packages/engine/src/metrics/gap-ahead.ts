import type { GapForecast } from "@waymark/schema";
import { forecastOf } from "./forecast.ts";
import type { GapCell } from "./gap-cell.ts";
import { lastGoal, type PlanVersion } from "./gap-plan.ts";

/** The Monday of a week as `2026-12-07`. */
export type Day = (week: number) => string;

/** A forecast as it is served, or why there is none. */
export type Ahead = { forecast: GapForecast; why: null } | { forecast: null; why: "too_few" | "no_expectation" };

/**
 * When a step reaches its last goal.
 *
 * @param cell What the latest block says of it.
 */
export function aheadOf(cell: GapCell | undefined, plan: readonly PlanVersion[], day: Day): Ahead {
  const goal = lastGoal(plan);
  if (goal === null) return { forecast: null, why: "no_expectation" };
  if (cell === undefined || cell.ability.shows === "nothing") return { forecast: null, why: "too_few" };
  const found = forecastOf(cell.course, goal);
  if (found.says === "not_at_this_pace") return { forecast: { says: "not_at_this_pace" }, why: null };
  if (found.says === "too_early") return { forecast: { says: "too_early", missing: found.missing }, why: null };
  const [low, high] = found.interval;
  const interval: [string, string | null] = [day(Math.floor(low)), high === null ? null : day(Math.ceil(high))];
  return { forecast: { says: "date", on: day(Math.ceil(found.week)), interval }, why: null };
}

const later = (a: string, b: string): string => (a > b ? a : b);

/** A journey is there when its last step is: the least hopeful of its steps' answers, and the latest of their days. */
export function aheadOfAll(steps: readonly Ahead[]): Ahead {
  const missing = steps.find(({ why }) => why !== null);
  if (missing !== undefined) return missing;
  const all = steps.flatMap(({ forecast }) => forecast ?? []);
  const worst = all.find(({ says }) => says === "not_at_this_pace") ?? all.find(({ says }) => says === "too_early");
  if (worst !== undefined) return { forecast: worst, why: null };
  let whole: (GapForecast & { says: "date" }) | null = null;
  for (const each of all) {
    if (each.says !== "date") continue;
    if (whole === null) whole = each;
    else {
      const [low, high] = each.interval;
      const open: string | null = whole.interval[1] === null || high === null ? null : later(whole.interval[1], high);
      whole = { says: "date", on: later(whole.on, each.on), interval: [later(whole.interval[0], low), open] };
    }
  }
  return whole === null ? { forecast: null, why: "too_few" } : { forecast: whole, why: null };
}
