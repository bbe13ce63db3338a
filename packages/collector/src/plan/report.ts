import type { GapReport } from "@waymark/schema";
import type { Project } from "../control/projects.ts";
import type { World } from "../world.ts";

/** The gap report of a whole project, as it is frozen. */
export async function wholeReport(_world: World, _project: Project): Promise<GapReport> {
  return { simulated: false, blocks: [], nextAt: null, reason: "not_yet", rows: [], worst: [] };
}
