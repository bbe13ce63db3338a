import type { NewEstimates, OwnEstimate } from "@waymark/schema";
import { addEstimates } from "../control/estimates.ts";
import { CollectorError } from "../errors.ts";
import type { Reader } from "../http/access.ts";
import { noteAct } from "../manage/by.ts";
import type { World } from "../world.ts";
import { publishedJourney, requireRole, requireStep } from "./place.ts";
import { authorOf } from "./planner.ts";

/**
 * Keeps what a manager believes of some steps, once and for good. Fails with `estimate_given` where there is one for a step,
 * and then keeps none.
 */
export async function giveEstimates(world: World, who: Reader, it: NewEstimates): Promise<OwnEstimate[]> {
  const { project } = who;
  const journey = await publishedJourney(world, project.id, it.journey);
  for (const { step } of it.steps) requireStep(journey, step);
  requireRole(who, journey, it.role);
  const twice = it.steps.find(({ step }, i) => it.steps.findIndex((each) => each.step === step) !== i);
  if (twice !== undefined) throw new CollectorError("estimate_twice", { step: twice.step });
  const signature = { author: authorOf(who, it.signed), at: new Date(world.now()).toISOString() };
  const place = { journey: journey.id, role: it.role };
  const estimates = it.steps.map(({ step, share }): OwnEstimate => ({ ...place, step, share, ...signature }));
  const given = await addEstimates(world.control, project.id, who.estimates, estimates);
  if (given.length > 0) throw new CollectorError("estimate_given", { steps: given.join(", ") }, { steps: given });
  // Which steps, not what was believed: the log is for whoever runs the project.
  const detail = `${journey.id} ${it.role} ${estimates.map(({ step }) => step).join(" ")}`;
  await noteAct(world, { project: project.id, who: who.name }, "estimate.give", detail);
  return estimates;
}
