import type { Journey } from "@waymark/schema";
import { publishedJourneys } from "../control/journeys.ts";
import { isInScope } from "../control/members.ts";
import type { Project } from "../control/projects.ts";
import { CollectorError } from "../errors.ts";
import type { World } from "../world.ts";

/** Whoever reads or plans: their project, and the part of its role tree that is theirs; `null`: all of it. */
export interface Within {
  project: Project;
  scope: readonly string[] | null;
}

/** The newest version of a journey; fails with `journey_unpublished`. */
export async function publishedJourney(world: World, project: string, id: string): Promise<Journey> {
  const journey = (await publishedJourneys(world.control, project)).find((each) => each.id === id);
  if (journey === undefined) throw new CollectorError("journey_unpublished", { journey: id });
  return journey;
}

/** Fails with `step_unknown` unless the journey has the step now. */
export function requireStep({ id, steps }: Journey, step: string): void {
  if (steps.some((each) => each.id === step)) return;
  throw new CollectorError("step_unknown", { journey: id, step, steps: steps.map((each) => each.id).join(", ") });
}

/** Whether a journey is for anybody in this part of the tree. */
export function concerns({ roles = [] }: Journey, role: string, tree: Project["roles"]): boolean {
  return roles.length === 0 || isInScope(role, roles, tree) || roles.some((each) => isInScope(each, [role], tree));
}

/** Fails with `role_unknown`, `role_out_of_scope` or `role_not_for` unless a role is the reader's, and the journey for it. */
export function requireRole({ project, scope }: Within, journey: Journey, role: string): void {
  const { roles } = project;
  if (!roles.some(({ id }) => id === role))
    throw new CollectorError("role_unknown", { role, roles: roles.map(({ id }) => id).join(", ") });
  if (!isInScope(role, scope, roles))
    throw new CollectorError("role_out_of_scope", { roles: (scope ?? []).join(", ") });
  if (!concerns(journey, role, roles))
    throw new CollectorError("role_not_for", { role, journey: journey.id, roles: (journey.roles ?? []).join(", ") });
}

/** The moment (Unix ms) at which a journey was first published. */
export async function firstPublished(world: World, project: string, journey: string): Promise<number> {
  const row = await world.control
    .selectFrom("versions")
    .select((eb) => eb.fn.min("publishedAt").as("at"))
    .where("project", "=", project)
    .where("journey", "=", journey)
    .executeTakeFirst();
  return Number(row?.at ?? 0);
}
