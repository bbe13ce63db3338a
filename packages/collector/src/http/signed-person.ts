import type { Context } from "hono";
import type { Project } from "../control/projects.ts";
import { CollectorError } from "../errors.ts";
import { verifyPersonToken } from "../identity/person-token.ts";
import { pseudonymOf } from "../identity/pseudonym.ts";
import { tokenRulesOf } from "../identity/token-rules.ts";
import type { World } from "../world.ts";
import { bearerOf, pageProjectByQuery } from "./access.ts";

/** Somebody whose token holds. */
export interface SignedPerson {
  project: Project;
  /** The code they are stored under. */
  person: string;
  roles: readonly string[];
  /** The display name their token gives, if any. */
  name?: string | undefined;
}

/** Who asks, by their token in `Authorization` and the project's write key in `?key=`; fails with `person_unsigned` or `person_erased`. */
export async function signedPerson(world: World, c: Context): Promise<SignedPerson> {
  const project = await pageProjectByQuery(world, c);
  const token = bearerOf(c);
  if (token === null) throw new CollectorError("person_unsigned", { reason: "there is none" });
  const verdict = await verifyPersonToken(token, await tokenRulesOf(world, project));
  if (!verdict.ok) throw new CollectorError("person_unsigned", { reason: verdict.reason });
  const { sub, roles, name } = verdict.claims;
  const person = pseudonymOf(world.secrets.get(project.id).pseudonym, sub);
  const erased = await world.erasures.of(project.id, person);
  if (erased !== null && erased.liftedAt === null) throw new CollectorError("person_erased");
  return { project, person, roles, name };
}
