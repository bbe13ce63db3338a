import type { Audience, Journey } from "@waymark/schema";
import { evaluate } from "./evaluate.ts";
import type { Scene } from "./fact.ts";
import { hashText } from "./leaf.ts";

/** Whether a person on a page belongs to an audience: a condition over what is known without a record or a deed. */
export function matchAudience(audience: Audience, scene: Scene): boolean {
  return evaluate(audience, { scene, subject: "", latched: {}, began: null }, 0);
}

/** Any of the person's roles is one of the journey's; a journey without roles is for everybody. */
export function matchRoles(journey: Journey, scene: Pick<Scene, "roles">): boolean {
  return !journey.roles?.length || journey.roles.some((role) => scene.roles.includes(role));
}

/** Whether the person belongs to the share that is shown nothing, for comparison: the same on every device. */
export function isHeldOut(journey: Journey, person: string): boolean {
  return hashText(`${journey.id}\n${person}`) / 2 ** 32 < (journey.holdout ?? 0);
}

/** For this person here and now: roles, audience and hold-out. */
export function matchJourney(journey: Journey, scene: Scene, person: string): boolean {
  return (
    matchRoles(journey, scene) &&
    !isHeldOut(journey, person) &&
    (journey.audience === undefined || matchAudience(journey.audience, scene))
  );
}
