import type { Target } from "@waymark/schema";
import { type Memo, weighElement } from "./evidence.ts";
import { findTarget, type Refs } from "./find-target.ts";
import { absent } from "./short-ways.ts";

/**
 * Whether this very element is the one a target means: for clicks, inputs and submits that have just happened. Where a
 * better one is on the page, that one is meant; equals that nothing tells apart all count.
 */
export function matchTarget(target: Target, element: Element, refs: Refs = {}, memo: Memo = new Map()): boolean {
  return (Array.isArray(target) ? target : [target]).some((wanted) => {
    if (wanted.ref !== undefined && refs[wanted.ref]?.(wanted.at) === element) return true;
    const { sum, held } = weighElement(wanted, element, memo);
    if (held.length === 0 || sum < absent + 0.5) return false;
    const best = findTarget(wanted, refs);
    if (best.element === element) return true;
    if (best.element) return wanted.near === undefined && weighElement(wanted, best.element, memo).sum <= sum;
    return best.way === "ambiguous";
  });
}
