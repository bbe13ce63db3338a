import type { TargetWays } from "@waymark/schema";
import type { Evidence, Memo } from "./evidence.ts";
import { isNearer, nearness } from "./near.ts";
import { isPlace, share, threshold } from "./short-ways.ts";

/** What a search came to. */
export interface Finding {
  element: Element | null;
  /** 0 to 1: how sure it is that this is the element that was meant. */
  score: number;
  /** The ways that held, or why nothing was found: `none`, `weak`, `ambiguous`, `hidden`. */
  way: string;
  /** The next best candidate's score. */
  runnerUp: number;
}

/** An element with what speaks for it. */
export type Scored = Evidence & { hidden: boolean };

/** Candidates this close to the best are told apart by what is near them. */
const closeBy = 1;

export const nothing = (way: string, score = 0, runnerUp = 0): Finding => ({ element: null, score, way, runnerUp });

/** Steps up within which something is beside an element. */
const nearBy = 8;

/** `near` tells those apart that fit as well. */
function byNearness(near: TargetWays, list: Scored[], best: Scored, memo: Memo): Scored[] {
  const close = list.filter(({ sum }) => best.sum - sum < closeBy);
  if (close.length < 2) return list;
  const distances = new Map(close.map((each) => [each, nearness(each.element, near, memo)]));
  let winner: Scored | undefined;
  for (const each of close) {
    const own = distances.get(each);
    if (own && (!winner || isNearer(own, distances.get(winner)))) winner = each;
  }
  if (!winner) return list;
  return list.map((each) => (distances.has(each) ? { ...each, sum: each.sum - (each === winner ? 0 : 3) } : each));
}

/**
 * Whether an element only stands where the other one stood: it says something else, while the page around it speaks as it
 * did. Where the page has another language, what was near is gone as well.
 */
function isSuccessor(wanted: TargetWays, { element, held, renamed }: Scored, memo: Memo): boolean {
  const { testId, id, name, label, text, css, near } = wanted;
  if (held.includes("testId") || held.includes("id") || (css !== undefined && !isPlace(css))) return false;
  if ((name ?? label ?? text) === undefined) return (testId ?? id) !== undefined;
  return renamed && (near === undefined || nearness(element, near, memo, nearBy) !== null);
}

function order(list: Scored[]): Scored[] {
  return list.sort((a, b) => b.sum - a.sum);
}

/** Chooses among candidates: the best, if it is sure enough and apart from the next. */
export function decide(wanted: TargetWays, candidates: readonly Scored[], memo: Memo): Finding {
  let list = order(candidates.filter(({ sum }) => sum > 0));
  if (list[0] && wanted.near) list = order(byNearness(wanted.near, list, list[0], memo));
  if (list[0] && isSuccessor(wanted, list[0], memo)) list.shift();
  const [best] = list;
  if (!best) return nothing("none");
  // A selector alone means what it means to `querySelector`: the first.
  const first = best.held.every((way) => way === "css" || way === "within");
  const next = list.find((each) => each !== best && !(first && each.sum === best.sum));
  const score = share(best.sum, next?.sum);
  const runnerUp = next ? share(next.sum, best.sum) : 0;
  if (score >= threshold && best.hidden) return nothing("hidden", score, runnerUp);
  if (score >= threshold) return { element: best.element, score, way: best.held.join("+"), runnerUp };
  const alone = share(best.sum);
  if (alone < threshold) return nothing(best.hidden ? "hidden" : "weak", score, runnerUp);
  return nothing("ambiguous", score, runnerUp);
}
