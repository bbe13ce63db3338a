import type { ExperimentRow, ExperimentsReport } from "@waymark/schema";
import { createCalendar } from "../blocks/calendar.ts";
import { frozenExperiments } from "../control/experiments.ts";
import { frozenBlocks } from "../control/snapshots.ts";
import { spanOf } from "../freezing/compute-snapshots.ts";
import type { World } from "../world.ts";
import type { Viewer } from "./read-pictures.ts";

/**
 * The latest block's experiments as they were frozen. They are of everybody together: a part of them beside the whole would give
 * the rest away, so whoever sees a part of the tree sees none.
 */
export async function readExperiments(world: World, { project, scope }: Viewer): Promise<ExperimentsReport> {
  const last = (await frozenBlocks(world.control, project.id)).at(-1);
  const block = last === undefined ? null : spanOf(last, createCalendar(project.timeZone));
  const none = (reason: ExperimentsReport["reason"]): ExperimentsReport => {
    return { format: "waymark.experiments/1", block, reason, experiments: [] };
  };
  if (scope !== null) return none("part_only");
  if (last === undefined) return none("not_yet");
  if (last.unsigned) return none("unverified");
  const content = await frozenExperiments(world.control, project.id, last.index);
  const experiments = content === null ? [] : (JSON.parse(content) as ExperimentRow[]);
  return { ...none(null), experiments };
}
