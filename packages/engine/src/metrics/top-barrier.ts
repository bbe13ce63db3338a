import type { Barrier } from "../barrier.ts";
import { type Estimate, fewestPeople, missing } from "./estimate.ts";
import { shareOfPeople } from "./share.ts";

/** What stood in a person's way at a step. "Not reached" is added where the roster is: nobody's device can tell it. */
export interface BarrierFact {
  person: string;
  step: string;
  barrier: Barrier;
}

/** M12: the first barrier of a step, or of the whole way. */
export interface TopBarrier {
  /** `null`: none can be named yet. */
  barrier: Barrier | null;
  /** What it was named for. */
  of: "step" | "journey" | null;
  /** People it stood in the way of, of those with a barrier. */
  share: Estimate;
  /** All that may be shown, the most frequent first. */
  counts: { barrier: Barrier; people: number }[];
}

interface Counted {
  counts: TopBarrier["counts"];
  people: number;
}

/** People by barrier; who met several at the same place counts once, with the one that stands first in the facts. */
function countPeople(facts: readonly BarrierFact[]): Counted {
  const first = new Map<string, Barrier>();
  for (const { person, barrier } of facts) if (!first.has(person)) first.set(person, barrier);
  const people = new Map<Barrier, number>();
  for (const barrier of first.values()) people.set(barrier, (people.get(barrier) ?? 0) + 1);
  const counts = [...people].map(([barrier, count]) => ({ barrier, people: count }));
  return { counts: counts.sort((a, b) => b.people - a.people || (a.barrier < b.barrier ? -1 : 1)), people: first.size };
}

/** A code is shown where five or more met it, and five or more people of the group did not. */
function name(counted: Counted, group: number, of: "step" | "journey"): TopBarrier | null {
  const counts = counted.counts.filter(({ people }) => people >= fewestPeople && group - people >= fewestPeople);
  const [top, next] = counted.counts;
  if (top === undefined || counts[0]?.barrier !== top.barrier) return null;
  if (next?.people === top.people) return { barrier: null, of: null, share: missing("tied", counted.people), counts };
  return { barrier: top.barrier, of, share: shareOfPeople(top.people, counted.people), counts };
}

/**
 * M12, what stands in the way first: the code that most people of a group met, named for the step where five or more met
 * it and five or more did not; else for the journey by the same rule; else none can be named yet.
 *
 * @param facts Of the group on this journey, in the order in which they came.
 * @param group People in it.
 */
export function topBarrier(facts: readonly BarrierFact[], step: string, group: number): TopBarrier {
  const here = countPeople(facts.filter((fact) => fact.step === step));
  const named = name(here, group, "step") ?? name(countPeople(facts), group, "journey");
  return named ?? { barrier: null, of: null, share: missing("too_few", here.people), counts: [] };
}
