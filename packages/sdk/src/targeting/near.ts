import type { TargetWays } from "@waymark/schema";
import { wideSelector } from "./candidates.ts";
import { type Memo, weighElement } from "./evidence.ts";
import { parentOf } from "./tree.ts";

/** How far an element is from what it should be near to. */
export interface Nearness {
  /** How deep in the document the first element lies that holds both. */
  depth: number;
  /** Pixels between the middles of their boxes. */
  distancePx: number;
}

/** What a neighbour must come to, to be the one that is meant. */
const enough = 2.5;

function distance(a: Element, b: Element): number {
  const one = a.getBoundingClientRect();
  const other = b.getBoundingClientRect();
  return Math.hypot(
    one.x + one.width / 2 - other.x - other.width / 2,
    one.y + one.height / 2 - other.y - other.height / 2,
  );
}

function depthOf(element: Element): number {
  let depth = 0;
  for (let at: Element | null = element; at; at = parentOf(at)) depth++;
  return depth;
}

/** Looks for the neighbour in ever larger surroundings; `null` where it is not within `most` steps. */
export function nearness(element: Element, near: TargetWays, memo: Memo, most = 40): Nearness | null {
  const selector = wideSelector(near);
  if (!selector) return null;
  let at = parentOf(element);
  for (let steps = 1; at && steps <= most; steps++, at = parentOf(at)) {
    const held = Array.from(at.querySelectorAll(selector)).filter(
      (each) => each !== element && weighElement(near, each, memo).sum >= enough,
    );
    if (held.length > 0)
      return { depth: depthOf(at), distancePx: Math.min(...held.map((each) => distance(element, each))) };
  }
  return null;
}

/** Whether the first is nearer than the second. */
export function isNearer(one: Nearness, other: Nearness | null | undefined): boolean {
  if (!other || one.depth !== other.depth) return !other || one.depth > other.depth;
  return one.distancePx < other.distancePx;
}
