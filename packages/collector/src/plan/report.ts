import { type GapHistory, type GapSaid, gapCourse, gapRows, type PlanVersion, worstOf } from "@waymark/engine/metrics";
import type { Expectation, GapCourse, GapReport, GapRow } from "@waymark/schema";
import { type Calendar, createCalendar } from "../blocks/calendar.ts";
import { allEstimates, believedShares } from "../control/estimates.ts";
import { allExpectations, placeKey } from "../control/expectations.ts";
import type { Project } from "../control/projects.ts";
import { nextAt, spanOf } from "../freezing/compute-snapshots.ts";
import type { World } from "../world.ts";
import { frozenHistories, type Histories } from "./histories.ts";

const dayMs = 86_400_000;

/** A day's first moment in the project's time zone: weeks count from the Monday before 1970-01-01, a Thursday. */
function startOfDay(day: string, calendar: Calendar): number {
  const days = Date.parse(`${day}T00:00:00Z`) / dayMs + 3;
  return calendar.startOf(Math.floor(days / 7), days % 7);
}

function versionOf({ at, milestones, by, share }: Expectation, calendar: Calendar): PlanVersion {
  const goals = [...milestones, { by, share }];
  return {
    at: Date.parse(at),
    milestones: goals.map((each) => ({ by: startOfDay(each.by, calendar), share: each.share })),
  };
}

/** A role and those above it: what is expected of a part is said of it, or else of the whole. */
function lineOf(role: string, tree: Project["roles"]): string[] {
  const line: string[] = [];
  for (let at = tree.find(({ id }) => id === role); at !== undefined; at = tree.find(({ id }) => id === at?.parent))
    line.push(at.id);
  return line;
}

/** What was said beforehand of a journey for a role. */
function saidOf(
  { journey, role }: Pick<GapHistory, "journey" | "role">,
  project: Project,
  plans: ReadonlyMap<string, PlanVersion[]>,
  believed: ReadonlyMap<string, number>,
): GapSaid {
  const line = lineOf(role, project.roles);
  return {
    expected(step) {
      const own = line.find((each) => plans.has(placeKey({ journey, step, role: each })));
      return own === undefined ? [] : (plans.get(placeKey({ journey, step, role: own })) ?? []);
    },
    believed: (step) => believed.get(placeKey({ journey, step, role })) ?? null,
  };
}

/** What each closed block showed of the steps; the days are those on which the blocks were over. */
function coursesOf({ journey, version, role, steps, blocks }: GapHistory, calendar: Calendar): GapCourse[] {
  return steps.flatMap((step) => {
    const points = gapCourse({ blocks }, step).map(({ end, ...each }) => ({
      to: calendar.mondayOf(calendar.weekOf(end)),
      ...each,
    }));
    return points.length === 0 ? [] : [{ journey, version, role, step, points }];
  });
}

/** The gap report of a whole project, as it is frozen; `upTo` as of `frozenHistories`. */
export async function wholeReport(world: World, project: Project, upTo?: number): Promise<GapReport> {
  return reportOf(world, project, await frozenHistories(world, project, upTo));
}

/** The gap report of what is frozen. */
export async function reportOf(
  world: World,
  project: Project,
  { histories, blocks, simulated, reason }: Histories,
): Promise<GapReport> {
  const calendar = createCalendar(project.timeZone);
  const [expectations, estimates] = await Promise.all([
    allExpectations(world.control, project.id),
    allEstimates(world.control, project.id),
  ]);
  const plans = new Map<string, PlanVersion[]>();
  for (const each of expectations) {
    const key = placeKey(each);
    plans.set(key, [...(plans.get(key) ?? []), versionOf(each, calendar)]);
  }
  const believed = believedShares(estimates);
  const rows = histories.flatMap((history): GapRow[] =>
    gapRows(history, saidOf(history, project, plans, believed), (week) => calendar.mondayOf(week)),
  );
  const last = blocks.at(-1);
  return {
    simulated,
    blocks: blocks.map((each) => spanOf(each, calendar)),
    nextAt: last === undefined ? null : nextAt(last, calendar),
    reason,
    rows,
    courses: histories.flatMap((history) => coursesOf(history, calendar)),
    worst: worstOf(rows),
  };
}
