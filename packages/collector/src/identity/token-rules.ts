import type { Project } from "../control/projects.ts";
import { listTokenKeys } from "../control/token-keys.ts";
import type { World } from "../world.ts";
import type { TokenRules } from "./person-token.ts";

/** What a project's tokens are checked against right now: a revoked key is out of use with the next request. */
export async function tokenRulesOf(world: World, project: Project): Promise<TokenRules> {
  return {
    project: project.id,
    secrets: world.secrets.get(project.id),
    keys: await listTokenKeys(world.control, project.id),
    audience: project.audience,
    now: world.now(),
  };
}
