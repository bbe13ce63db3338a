import { allowedEvents, createJourneyIndex } from "@waymark/engine";
import type { Journey } from "@waymark/schema";
import { attempt } from "../ports/attempt.ts";

/** Nobody validates in the page: a journey that cannot even be read is left out, and the others go on. */
function readable(journeys: unknown): Journey[] {
  if (!Array.isArray(journeys)) return [];
  return journeys.filter((each: Journey) =>
    attempt(() => createJourneyIndex([each]) && allowedEvents([each]) && each.id),
  );
}

/** Earlier lists win over later ones of the same id. */
export function combineJourneys(...lists: readonly unknown[]): Journey[] {
  const seen = new Set<string>();
  return lists.flatMap(readable).filter(({ id }) => !seen.has(id) && seen.add(id));
}
