import type { Journey, LostTarget, TargetReport } from "@waymark/schema";
import { publishedJourneys } from "../control/journeys.ts";
import type { Project } from "../control/projects.ts";
import type { TargetDay } from "../events/target-days.ts";
import { dayOf } from "../plan/days.ts";
import type { World } from "../world.ts";

const dayMs = 86_400_000;
/** What was last lost longer ago is no news: whoever passed by since found it, or nobody did. */
const newsDays = 28;

/** One step of one version: since when it is lost, if it is. */
export function lostSince(
  days: readonly TargetDay[],
  timeZone: string,
  now: number,
): Omit<LostTarget, "journey" | "version" | "step" | "page"> | null {
  const dated = days.map((each) => ({ ...each, day: dayOf(each.at, timeZone) }));
  const lost = dated.filter((each) => each.lost);
  const found = dated.filter((each) => !each.lost).map(({ day }) => day);
  const last = lost.at(-1);
  const lastGood = found.at(-1) ?? null;
  if (last === undefined || last.at < now - newsDays * dayMs) return null;
  // Found on a later day: mended.
  if (lastGood !== null && lastGood > last.day) return null;
  const sometimes = lastGood === last.day;
  const goodBefore = found.filter((day) => day < last.day).at(-1) ?? null;
  const since = sometimes ? last : (lost.find(({ day }) => lastGood === null || day > lastGood) ?? last);
  return {
    reason: last.reason ?? "none",
    lastGood: sometimes ? lastGood : goodBefore,
    firstBad: since.day,
    lastBad: last.day,
    sometimes,
  };
}

function rowOf(days: readonly TargetDay[], journey: Journey, project: Project, now: number): LostTarget[] {
  const [{ version = 0, step = "" } = {}] = days;
  const found = journey.steps.find(({ id }) => id === step);
  const since = lostSince(days, project.timeZone, now);
  // A step that is gone has no target to mend.
  if (since === null || found === undefined) return [];
  const page = found.do?.open ?? null;
  return [
    {
      journey: { id: journey.id, title: journey.title },
      version,
      step: { id: step, title: found.title },
      page,
      ...since,
    },
  ];
}

/**
 * Broken targets, live: it is the page that is broken, not a person. Days only, of the newest version of each journey; no
 * role and no count, since on a quiet day a count would be somebody's.
 */
export async function targetReport(world: World, project: Project): Promise<TargetReport> {
  const now = world.now();
  const [days, journeys] = await Promise.all([
    world.events.targets(project.id),
    publishedJourneys(world.control, project.id),
  ]);
  const lost = journeys.flatMap((journey) => {
    const own = days.filter((each) => each.journey === journey.id && each.version === (journey.version ?? 1));
    return [...Map.groupBy(own, ({ step }) => step).values()].flatMap((each) => rowOf(each, journey, project, now));
  });
  return {
    today: dayOf(now, project.timeZone),
    heard: days.length > 0,
    lost: lost.toSorted((a, b) => (a.firstBad < b.firstBad ? 1 : a.firstBad > b.firstBad ? -1 : 0)),
  };
}
