import type { Day, Expectation, ExpectedBy, NewExpectation } from "@waymark/schema";
import { addExpectation, currentExpectations, placeKey } from "../control/expectations.ts";
import { transact } from "../control/transact.ts";
import { CollectorError } from "../errors.ts";
import type { Reader } from "../http/access.ts";
import { noteAct } from "../manage/by.ts";
import type { World } from "../world.ts";
import { dayOf } from "./days.ts";
import { firstPublished, publishedJourney, requireRole, requireStep } from "./place.ts";
import { authorOf } from "./planner.ts";

function refuse(message: string): never {
  throw new CollectorError("expectation_invalid", { message });
}

/** In the order of their days; fails where they contradict each other, the plan's first day, or the goal. */
export function orderGoals(from: Day, milestones: readonly ExpectedBy[], goal: ExpectedBy): ExpectedBy[] {
  if (goal.by <= from)
    refuse(
      `The goal's day ${goal.by} does not come after ${from}, the first day of the plan: name a later day, or an earlier from.`,
    );
  const ordered = [...milestones].sort((a, b) => (a.by < b.by ? -1 : 1));
  let before: ExpectedBy = { by: from, share: 0 };
  for (const each of [...ordered, goal]) {
    if (each.by <= before.by)
      refuse(
        `Each milestone needs a day of its own after ${from} and before ${goal.by}: mend ${each === goal ? before.by : each.by}.`,
      );
    if (each.share < before.share)
      refuse(
        `What is expected by ${each.by} is less than by ${before.by}: let shares rise, or leave one of the two out.`,
      );
    before = each;
  }
  return ordered;
}

/**
 * Locks what somebody expects of a step, with date and author. What was said of the place before stays as it was, and this
 * is the next version. Fails with `expectation_invalid` or where the place is none.
 */
export async function stateExpectation(world: World, who: Reader, it: NewExpectation): Promise<Expectation> {
  const { project } = who;
  const journey = await publishedJourney(world, project.id, it.journey);
  requireStep(journey, it.step);
  requireRole(who, journey, it.role);
  const first = dayOf(await firstPublished(world, project.id, journey.id), project.timeZone);
  const { step, role, by, share } = it;
  const now = world.now();
  const kept = await transact(world.control, async (tx) => {
    const before = (await currentExpectations(tx, project.id)).get(placeKey({ journey: journey.id, step, role }));
    const from = it.from ?? before?.from ?? first;
    const milestones = orderGoals(from, it.milestones ?? [], { by, share });
    const stated = { journey: journey.id, step, role, from, milestones, by, share };
    const minutes = it.minutes ?? before?.minutes ?? null;
    const signature = { author: authorOf(who, it.signed), at: new Date(now).toISOString(), decision: null };
    return addExpectation(tx, project.id, { ...stated, minutes, ...signature });
  });
  await noteAct(
    world,
    { project: project.id, who: who.name },
    "expectation.state",
    `${journey.id} ${step} ${role} ${kept.version}`,
  );
  return kept;
}
