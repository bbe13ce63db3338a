import type { Journey, Target } from "@waymark/schema";
import type { Fact } from "./fact.ts";
import { type Leaf, leafKey, leavesOf } from "./leaf.ts";

/** A leaf that only the page can answer, and where it is asked. */
export interface PageLeaf {
  key: string;
  leaf: Leaf;
  journey: string;
  step: string;
}

/** Which facts can change which journeys, so that a fact costs the same with 5 and with 1,000 journeys loaded. */
export interface JourneyIndex {
  /** The journeys a fact can change. */
  affected(fact: Fact): readonly Journey[];
  /** Leaves for the page to watch: `click`, `input`, `submit`, `visible`, `gone`, `text`, `custom`. */
  pageLeaves: readonly PageLeaf[];
}

const pageKinds = ["click", "input", "submit", "visible", "gone", "text", "custom"] as const;
export type PageKind = (typeof pageKinds)[number];

/** The kind of a leaf that only the page can answer; `null` for the others. */
export function pageKindOf(leaf: Leaf): PageKind | null {
  return pageKinds.find((kind) => kind in leaf) ?? null;
}

/** The element a page leaf asks about; `null` where it asks about none. */
export function targetOf(leaf: Leaf): Target | null {
  for (const kind of ["click", "input", "submit", "visible", "gone"] as const) {
    if (kind in leaf) return (leaf as Record<typeof kind, Target>)[kind];
  }
  return "text" in leaf ? (leaf.in ?? null) : null;
}

function addTo<K, V>(map: Map<K, Set<V>>, key: K, value: V): void {
  const set = map.get(key);
  if (set) set.add(value);
  else map.set(key, new Set([value]));
}

/**
 * Reads all conditions once.
 *
 * @example
 * ```ts
 * const index = createJourneyIndex(journeys);
 * index.affected({ kind: "event", name: "call.logged", props: {}, scene: emptyScene });
 * ```
 */
export function createJourneyIndex(journeys: readonly Journey[]): JourneyIndex {
  const byEvent = new Map<string, Set<Journey>>();
  const byLeaf = new Map<string, Set<Journey>>();
  const byScene = new Set<Journey>();
  const pageLeaves: PageLeaf[] = [];
  const addLeaf = (leaf: Leaf, journey: Journey, step: string): void => {
    if ("event" in leaf) {
      addTo(byEvent, leaf.event, journey);
      return;
    }
    const kind = pageKindOf(leaf);
    if (kind !== null) pageLeaves.push({ key: leafKey(leaf), leaf, journey: journey.id, step });
    if (kind === "click" || kind === "input" || kind === "submit") addTo(byLeaf, leafKey(leaf), journey);
    else if (!("manual" in leaf)) byScene.add(journey);
  };
  for (const journey of journeys) {
    for (const step of journey.steps) {
      if (step.do?.open !== undefined) byScene.add(journey);
      for (const leaf of leavesOf(step.done)) addLeaf(leaf, journey, step.id);
    }
  }
  const affected = (fact: Fact): readonly Journey[] => {
    if (fact.kind === "event") return [...(byEvent.get(fact.name) ?? [])];
    if (fact.kind === "scene") return [...byScene];
    if (fact.kind !== "dom") return journeys;
    return [...new Set(fact.leaves.flatMap((key) => [...(byLeaf.get(key) ?? [])]))];
  };
  return { affected, pageLeaves };
}
