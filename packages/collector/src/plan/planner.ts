import type { Context } from "hono";
import { type Reader, reader } from "../http/access.ts";
import { requireOwnPage } from "../http/cors.ts";
import type { World } from "../world.ts";

/** Who may say what is expected and decide: authors write journeys, they answer for no plan. */
export const planners = ["csm", "manager", "owner"] as const;

/** Somebody who plans, from the collector's own pages or with the owner's key. */
export async function planner(world: World, c: Context): Promise<Reader> {
  // A browser sends its cookies for whoever asks; a key it does not.
  if (c.req.header("authorization") === undefined) requireOwnPage(c);
  return reader(world, c, planners);
}

/** How they are called beside what they said: a member by name, else as they sign, else by what they are. */
export function authorOf({ author, role }: Reader, signed: string | undefined): string {
  return author ?? signed ?? role;
}
