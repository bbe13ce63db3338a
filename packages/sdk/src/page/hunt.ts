import type { Target, TargetWays } from "@waymark/schema";
import type { Stop } from "../ports/platform.ts";
import { findTarget, type Refs } from "../targeting/find-target.ts";

/**
 * Scrolls a list whose rows are drawn only where one looks, until the awaited row is drawn. For the guide alone: somebody
 * asked to be shown it.
 */
export interface Hunt {
  /** Begins, once; does nothing where the target names no list that scrolls. */
  start(): void;
  stop: Stop;
  /** What telemetry adds to the way or the reason: `+scrolled` where a list was scrolled for it. */
  note(): string;
}

/** Share of what is seen that one step scrolls: rows at the edge are seen twice rather than never. */
const stepShare = 0.8;

/** A list of 10,000 rows is not scrolled through for somebody who waits. */
const mostSteps = 100;

/** Rows are drawn in the frames after a scroll. */
const stepMs = 40;

function scrolls(element: Element): boolean {
  const { overflowY } = getComputedStyle(element);
  return element.scrollHeight > element.clientHeight + 1 && /auto|scroll/.test(overflowY);
}

/** The list that is there: the target's `within`, or the `within` of a row that is not. */
function listOf({ within }: TargetWays, refs: Refs): Element | null {
  if (!within) return null;
  const { element } = findTarget(within, refs);
  if (!element) return listOf(within, refs);
  const all = [element, ...element.querySelectorAll("*")];
  for (let at = element.parentElement; at; at = at.parentElement) all.push(at);
  return all.find(scrolls) ?? null;
}

export function createHunt(target: Target, refs: Refs): Hunt {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let begun = false;
  let list: Element | null = null;
  const scroll = (from: number, steps: number): void => {
    if (!list) return;
    const { scrollTop, scrollHeight, clientHeight } = list;
    if (steps >= mostSteps || (steps > 0 && scrollTop + clientHeight >= scrollHeight - 1)) {
      list.scrollTop = from;
      return;
    }
    list.scrollTop = steps === 0 ? 0 : scrollTop + clientHeight * stepShare;
    timer = setTimeout(scroll, stepMs, from, steps + 1);
  };
  return {
    start: () => {
      if (begun) return;
      begun = true;
      const wanted = Array.isArray(target) ? target.find(({ within }) => within) : target;
      list = wanted ? listOf(wanted, refs) : null;
      if (list) scroll(list.scrollTop, 0);
    },
    stop: () => clearTimeout(timer),
    note: () => (list ? "+scrolled" : ""),
  };
}
