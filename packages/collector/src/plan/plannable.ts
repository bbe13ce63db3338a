import type { Plannable } from "@waymark/schema";
import { publishedJourneys } from "../control/journeys.ts";
import { isInScope } from "../control/members.ts";
import type { World } from "../world.ts";
import { dayOf } from "./days.ts";
import { firstPublished, type Within } from "./place.ts";

/** The journeys that somebody may plan for: published, and for everybody or for a role of theirs. */
export async function plannable(world: World, { project, scope }: Within): Promise<Plannable[]> {
  const mine = (await publishedJourneys(world.control, project.id)).filter(
    ({ roles = [] }) => roles.length === 0 || roles.some((role) => isInScope(role, scope, project.roles)),
  );
  return Promise.all(
    mine.map(async ({ id, title, version = 0, steps }) => ({
      ...{ id, title, version },
      from: dayOf(await firstPublished(world, project.id, id), project.timeZone),
      steps: steps.map((step) => ({ id: step.id, title: step.title, minutes: step.minutes ?? null })),
    })),
  );
}
