import type { Audience, Journey, Runs } from "@waymark/schema";
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

/**
 * A number from 0 to below 1 that a person has for a journey: the same on every device, another for every journey. The hash is
 * mixed as MurmurHash3 ends (A. Appleby, 2011, public domain): ids that differ in their last letter alone, as `u-1` and `u-2` do,
 * would lie side by side without it.
 */
function lotOf(journey: string, person: string): number {
  const mix = (hash: number, by: number): number => Math.imul(hash ^ (hash >>> 15), by);
  const hash = mix(mix(hashText(`${journey}\n${person}`), 0x85ebca6b), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/**
 * Whether the person belongs to the share that is shown nothing of a journey, for comparison: the same on every device and in
 * every version. A larger share holds out whom a smaller one did. Who has met the journey keeps it.
 *
 * @param person The host's user id, or the device's own where nobody is signed in.
 * @param runs The person's runs of the journey, where they are known.
 * @example
 * ```ts
 * isHeldOut({ ...journey, holdout: 0.1 }, "u-17");
 * ```
 */
export function isHeldOut(journey: Journey, person: string, runs?: Runs): boolean {
  const run = runs?.[""];
  return (run?.offered ?? run?.began) === undefined && lotOf(journey.id, person) < (journey.holdout ?? 0);
}

/** Whether a journey is meant for this person here and now, shown or held out: roles and audience. */
export function isMeantFor(journey: Journey, scene: Scene): boolean {
  return matchRoles(journey, scene) && (journey.audience === undefined || matchAudience(journey.audience, scene));
}

/** For this person here and now: roles, audience and hold-out. */
export function matchJourney(journey: Journey, scene: Scene, person: string, runs?: Runs): boolean {
  return isMeantFor(journey, scene) && !isHeldOut(journey, person, runs);
}
