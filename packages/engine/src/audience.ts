import type { Audience, Journey } from "@waymark/schema";
import type { Scene } from "./fact.ts";
import { hashText } from "./leaf.ts";
import { matchPage } from "./match-page.ts";
import { matchValue } from "./match-value.ts";

/** Whether a person on a page belongs to an audience. */
export function matchAudience(audience: Audience, scene: Scene): boolean {
  if ("all" in audience) return audience.all.every((each) => matchAudience(each, scene));
  if ("any" in audience) return audience.any.some((each) => matchAudience(each, scene));
  if ("not" in audience) return !matchAudience(audience.not, scene);
  if ("page" in audience) return scene.page !== null && matchPage(audience.page, scene.page) !== null;
  if ("trait" in audience) return matchValue(scene.traits[audience.trait], audience);
  return scene.roles.includes(audience.role);
}

/** Any of the person's roles is one of the journey's; a journey without roles is for everybody. */
export function matchRoles(journey: Journey, scene: Scene): boolean {
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
