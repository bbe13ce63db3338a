import type { Target, TargetWays } from "@waymark/schema";
import { wideSelector } from "./candidates.ts";
import { decide, type Finding, nothing } from "./decide.ts";
import { type Memo, weighElement, weighSeen } from "./evidence.ts";
import { findTarget, givenIn, type Refs } from "./find-target.ts";
import { narrowSelector } from "./short-ways.ts";

/** How far the page has been looked through: by the short ways alone, under way, wholly. */
export type Reach = "glanced" | "walking" | "thorough";

/** One target that is awaited: what is known of it so far, and what was found last. */
export interface Quest {
  /** Selectors of what is worth a look. */
  readonly selector: string;
  /** Some of it lies in an iframe, or comes from the host: asked at every change. */
  readonly asked: boolean;
  finding: Finding;
  reach: Reach;
  /** Looks at one element; whether there is something to decide. */
  look(element: Element): boolean;
  /** Looks in a root for what the short ways find at once. */
  glance(root: ParentNode): void;
  /** Decides anew among what is known; whether the finding changed. */
  settle(): boolean;
  /** What was found is no longer in the page. */
  isGone(): boolean;
  /** All ways hold for what was found: no other could fit better. */
  isWhole(): boolean;
}

/** More candidates than these tell nothing apart. */
const mostKnown = 100;

interface Alternative {
  wanted: TargetWays;
  known: Set<Element>;
}

function findingOf({ wanted, known }: Alternative, refs: Refs): Finding {
  // A frame has a document of its own: small, and looked through whole.
  if (wanted.frame) return findTarget(wanted, refs);
  const given = wanted.ref === undefined ? null : (refs[wanted.ref]?.(wanted.at) ?? null);
  if (given?.isConnected) return { element: given, score: 1, way: "ref", runnerUp: 0 };
  if (known.size === 0) return nothing("none");
  const memo: Memo = new Map();
  for (const element of known) if (!element.isConnected) known.delete(element);
  return decide(
    wanted,
    [...known].map((element) => weighSeen(wanted, element, memo)),
    memo,
  );
}

export function createQuest(target: Target, refs: Refs): Quest {
  const alternatives: Alternative[] = (Array.isArray(target) ? target : [target]).map((wanted) => ({
    wanted,
    known: new Set(),
  }));
  const [first] = alternatives;
  const look = (element: Element): boolean => {
    for (const { wanted, known } of alternatives) {
      if (!known.has(element) && known.size < mostKnown && weighElement(wanted, element, new Map()).sum > 0) {
        known.add(element);
      }
    }
    return alternatives.some(({ known }) => known.size > 0);
  };
  const quest: Quest = {
    selector: alternatives
      .map(({ wanted }) => wideSelector(wanted))
      .filter(Boolean)
      .join(),
    asked: alternatives.some(({ wanted }) => wanted.frame ?? wanted.ref),
    finding: nothing("none"),
    reach: "glanced",
    look,
    glance: (root) => {
      const narrow = first ? narrowSelector(first.wanted) : "";
      if (narrow) for (const element of root.querySelectorAll(narrow)) look(element);
    },
    settle: () => {
      const before = quest.finding;
      for (const each of alternatives) {
        quest.finding = findingOf(each, refs);
        if (quest.finding.element) break;
      }
      return quest.finding.element !== before.element || quest.finding.way !== before.way;
    },
    isGone: () => quest.finding.element?.isConnected === false,
    isWhole: () =>
      first !== undefined &&
      quest.finding.element !== null &&
      (quest.finding.way === "ref" || quest.finding.way.split("+").length === givenIn(first.wanted)),
  };
  return quest;
}
