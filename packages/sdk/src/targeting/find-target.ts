import type { Target, TargetWays } from "@waymark/schema";
import { wideSelector } from "./candidates.ts";
import { decide, type Finding, nothing, type Scored } from "./decide.ts";
import { type Memo, weighSeen } from "./evidence.ts";
import { narrowSelector } from "./short-ways.ts";
import { isOurs } from "./tree.ts";
import { elementsIn } from "./walk.ts";

export type { Finding } from "./decide.ts";
export { threshold } from "./short-ways.ts";

/** Elements the host hands over by name; `at` is what the target says of which. */
export type Refs = Readonly<Record<string, (at?: string) => Element | null>>;

/** A search that may be paused after each step, so that a large page is looked through in slices. */
export type Search<T> = Generator<undefined, T>;

/** Runs a search to its end. */
export function runSearch<T>(search: Search<T>): T {
  for (;;) {
    const { done, value } = search.next();
    if (done) return value;
  }
}

const recognising = ["testId", "id", "role", "name", "label", "text", "css", "within"] as const;

/** How many ways of recognising a target gives. */
export const givenIn = (wanted: TargetWays): number => recognising.filter((way) => wanted[way] !== undefined).length;

function* weighAll(wanted: TargetWays, root: ParentNode, selector: string, memo: Memo): Search<Scored[]> {
  const seen: Scored[] = [];
  if (!selector) return seen;
  for (const element of elementsIn(root, selector)) {
    if (element) seen.push(weighSeen(wanted, element, memo));
    yield;
  }
  return seen;
}

function* search(wanted: TargetWays, root: ParentNode, memo: Memo): Search<Finding> {
  const narrow = narrowSelector(wanted);
  const given = givenIn(wanted);
  // Whoever holds all ways is found by the short ones: most searches end here, without a walk through the page.
  const first = narrow ? Array.from(root.querySelectorAll(narrow)).filter((element) => !isOurs(element)) : [];
  const [one] = first;
  if (one && first.length === 1) {
    const scored = weighSeen(wanted, one, memo);
    if (scored.held.length === given && !scored.hidden) return decide(wanted, [scored], memo);
  }
  yield;
  return decide(wanted, yield* weighAll(wanted, root, wideSelector(wanted), memo), memo);
}

function* searchWays(wanted: TargetWays, root: ParentNode, refs: Refs): Search<Finding> {
  if (wanted.ref !== undefined) {
    const element = refs[wanted.ref]?.(wanted.at) ?? null;
    if (element?.isConnected) return { element, score: 1, way: "ref", runnerUp: 0 };
  }
  let inside: ParentNode | null = root;
  if (wanted.frame) {
    const { element } = yield* searchWays(wanted.frame, root, refs);
    inside = (element as HTMLIFrameElement | null)?.contentDocument ?? null;
  }
  return inside ? yield* search(wanted, inside, new Map()) : nothing("none");
}

/** The same as `findTarget`, in steps. */
export function* searchTarget(target: Target, refs: Refs = {}, root: ParentNode = document): Search<Finding> {
  let last = nothing("none");
  for (const wanted of Array.isArray(target) ? target : [target]) {
    last = yield* searchWays(wanted, root, refs);
    if (last.element) return last;
  }
  return last;
}

/**
 * Finds the element a target means. Alternatives (a list) are tried in order.
 *
 * @param root Where to look; the document by default.
 * @returns the element with its score, or `null` with a reason: better "not found" than the wrong thing.
 */
export function findTarget(target: Target, refs: Refs = {}, root: ParentNode = document): Finding {
  return runSearch(searchTarget(target, refs, root));
}
