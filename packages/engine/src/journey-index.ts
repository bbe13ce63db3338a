import type { Journey } from "@waymark/schema";
import type { HostFact } from "./fact.ts";
import { leavesOf } from "./leaf.ts";

/** Which facts can change which journeys, so that a fact costs the same with 5 and with 1,000 journeys loaded. */
export interface JourneyIndex {
  /**
   * The journeys a fact can change. Clicks, inputs and submits come from whoever watches the page: it knows the journeys
   * by the leaf (`page-leaves.ts`), so for them, and for an offer, all are given.
   */
  affected(fact: HostFact): readonly Journey[];
}

/** Leaves, other than events, that are no level and need no look when the scene changes. */
const quiet = ["click", "input", "submit", "manual"];

/**
 * Reads all conditions once. Throws where a journey is not readable.
 *
 * @example
 * ```ts
 * const index = createJourneyIndex(journeys);
 * index.affected({ kind: "event", name: "call.logged", props: {}, scene: emptyScene });
 * ```
 */
export function createJourneyIndex(journeys: readonly Journey[]): JourneyIndex {
  const byEvent = new Map<string, Set<Journey>>();
  const byScene = new Set<Journey>();
  for (const journey of journeys) {
    for (const step of journey.steps) {
      if (step.do?.open !== undefined) byScene.add(journey);
      for (const leaf of leavesOf(step.done)) {
        if ("event" in leaf) byEvent.set(leaf.event, (byEvent.get(leaf.event) ?? new Set()).add(journey));
        else if (!quiet.some((kind) => kind in leaf)) byScene.add(journey);
      }
    }
  }
  return {
    affected: (fact) => {
      if (fact.kind === "event") return [...(byEvent.get(fact.name) ?? [])];
      return fact.kind === "scene" ? [...byScene] : journeys;
    },
  };
}
