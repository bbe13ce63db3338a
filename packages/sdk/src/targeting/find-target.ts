import type { Target, TargetWays } from "@waymark/schema";
import { holds as contains, isOurs, isVisible } from "./tree.ts";
import { type Way, ways } from "./ways.ts";

/** Elements the host hands over by name. */
export type Refs = Readonly<Record<string, () => Element | null>>;

/** What a search came to. */
export interface Finding {
  element: Element | null;
  /** 0 to 1: the share of the given ways that hold, by weight. */
  score: number;
  /** The ways that held, or why nothing was found: `none`, `weak`, `ambiguous`, `hidden`. */
  way: string;
  /** The next best candidate's score. */
  runnerUp: number;
}

/** Below this share of the given ways an element is not the one that was meant: one strong way of two is enough. */
export const threshold = 0.4;

interface Scored {
  element: Element;
  score: number;
  way: string;
}

function givenWays(wanted: TargetWays): Way[] {
  return ways.filter((way) => wanted[way.name] !== undefined);
}

function scoreOf(wanted: TargetWays, given: readonly Way[], element: Element): Scored {
  const held = given.filter((way) => way.holds(wanted, element));
  const sum = (list: readonly Way[]): number => list.reduce((total, way) => total + way.weight, 0);
  const total = sum(given);
  return { element, score: total === 0 ? 0 : sum(held) / total, way: held.map((way) => way.name).join("+") };
}

/** Distance in the document: boxes apart from each other, in pixels between centres. */
function distance(a: Element, b: Element): number {
  const one = a.getBoundingClientRect();
  const other = b.getBoundingClientRect();
  return Math.hypot(
    one.x + one.width / 2 - other.x - other.width / 2,
    one.y + one.height / 2 - other.y - other.height / 2,
  );
}

function frameDocument(frame: TargetWays, root: ParentNode, refs: Refs): ParentNode | null {
  const { element } = findWays(frame, root, refs);
  return element instanceof HTMLIFrameElement ? element.contentDocument : null;
}

function candidatesOf(wanted: TargetWays, given: readonly Way[], root: ParentNode, refs: Refs): Scored[] {
  const seen = new Set<Element>(given.flatMap((way) => way.candidates(wanted, root)));
  const within = wanted.within ? findWays(wanted.within, root, refs).element : null;
  if (wanted.within && !within) return [];
  return [...seen]
    .filter((element) => !isOurs(element) && (!within || (within !== element && contains(within, element))))
    .map((element) => scoreOf(wanted, given, element))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
}

const nothing = (way: string, runnerUp = 0): Finding => ({ element: null, score: 0, way, runnerUp });

function findWays(wanted: TargetWays, root: ParentNode, refs: Refs): Finding {
  if (wanted.ref !== undefined) {
    const element = refs[wanted.ref]?.() ?? null;
    if (element?.isConnected) return { element, score: 1, way: "ref", runnerUp: 0 };
  }
  const inside = wanted.frame ? frameDocument(wanted.frame, root, refs) : root;
  if (!inside) return nothing("none");
  const scored = candidatesOf(wanted, givenWays(wanted), inside, refs);
  const best = scored[0];
  if (!best) return nothing("none");
  if (best.score < threshold) return nothing("weak", best.score);
  const equals = scored.filter(({ score }) => score === best.score);
  const seen = equals.filter(({ element }) => isVisible(element));
  const runnerUp = scored.find(({ score }) => score < best.score)?.score ?? 0;
  if (seen.length === 0) return nothing("hidden", best.score);
  const near = wanted.near ? findWays(wanted.near, inside, refs).element : null;
  if (near) seen.sort((a, b) => distance(a.element, near) - distance(b.element, near));
  const [chosen] = seen;
  if (!chosen) return nothing("none");
  // Several equals and nothing that tells them apart: less sure, and the page shows the first in reading order.
  const alone = seen.length === 1 || near !== null;
  const score = chosen.score * (alone ? 1 : 0.7);
  if (score < threshold) return nothing("ambiguous", chosen.score);
  return { ...chosen, score, runnerUp: alone ? runnerUp : chosen.score };
}

/**
 * Finds the element a target means. Alternatives (a list) are tried in order.
 *
 * @param root Where to look; the document by default.
 * @returns the element with its score, or `null` with a reason: better "not found" than the wrong thing.
 */
export function findTarget(target: Target, refs: Refs = {}, root: ParentNode = document): Finding {
  let last = nothing("none");
  for (const wanted of Array.isArray(target) ? target : [target]) {
    last = findWays(wanted, root, refs);
    if (last.element) return last;
  }
  return last;
}

/**
 * Whether this very element is the one a target means: for clicks, inputs and submits that have just happened. Where a
 * better one is on the page, that one is meant.
 */
export function matchTarget(target: Target, element: Element, refs: Refs = {}): boolean {
  return (Array.isArray(target) ? target : [target]).some((wanted) => {
    if (wanted.ref !== undefined && refs[wanted.ref]?.() === element) return true;
    const given = givenWays(wanted);
    const { score } = scoreOf(wanted, given, element);
    if (given.length === 0 || score < threshold) return false;
    const root = element.ownerDocument;
    const best = findWays(wanted, root, refs).element;
    if (best === element) return true;
    // Equals that nothing tells apart all count; a lesser one does not.
    if (wanted.near || (best && scoreOf(wanted, given, best).score > score)) return false;
    const within = wanted.within ? findWays(wanted.within, root, refs).element : null;
    return best !== null && (!wanted.within || (within !== null && contains(within, element)));
  });
}
