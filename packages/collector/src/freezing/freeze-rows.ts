import type { AttemptRow } from "../blocks/attempts.ts";
import type { Rows } from "../events/gather-rows.ts";
import type { FreezeRows } from "./compute-snapshots.ts";

/** All kept rows of a project as a freeze asks for them. */
export function freezeRowsOf({ people, progress, reach, sayings }: Rows): FreezeRows {
  const isVerified = ({ verified }: { verified: 0 | 1 }): boolean => verified === 1;
  const byJourney: Map<string, AttemptRow[]> = Map.groupBy(progress.filter(isVerified), ({ journey }) => journey);
  const reached = Map.groupBy(reach.filter(isVerified), ({ journey }) => journey);
  const said = Map.groupBy(sayings.filter(isVerified), ({ journey }) => journey);
  return {
    people,
    progressOf: (journey) => byJourney.get(journey) ?? [],
    reachOf: (journey) => reached.get(journey) ?? [],
    sayingsOf: (journey, fromWeek = 0) => (said.get(journey) ?? []).filter(({ week }) => week >= fromWeek),
  };
}
