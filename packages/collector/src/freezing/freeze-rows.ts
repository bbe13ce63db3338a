import type { Completion } from "../blocks/funnel.ts";
import type { Rows } from "../events/gather-rows.ts";
import type { FreezeRows } from "./compute-snapshots.ts";

/** All kept rows of a project as a freeze asks for them. */
export function freezeRowsOf({ people, progress }: Rows): FreezeRows {
  const verified = progress.filter((each) => each.verified === 1);
  const byJourney: Map<string, Completion[]> = Map.groupBy(verified, ({ journey }) => journey);
  return { people, progressOf: (journey) => byJourney.get(journey) ?? [] };
}
