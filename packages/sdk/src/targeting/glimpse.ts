import type { Target, TargetWays } from "@waymark/schema";
import type { Finding } from "./decide.ts";
import type { Refs } from "./find-target.ts";
import { cssAs, holds, idAs, narrowSelector, share, threshold } from "./short-ways.ts";
import { isOurs } from "./tree.ts";
import { isVisible } from "./visible.ts";

/**
 * What the short ways alone decide: the one element in view that holds all that the target names, where it names no more
 * than test id, id, selector, or what the host hands over. `null` where it takes more to tell, with all that finds targets.
 * What is found has the way and the score that the whole search gives it.
 */
export function glimpse(target: Target, refs: Refs): Finding | null {
  const [first] = [target].flat() as TargetWays[];
  const { ref, at, ...wanted } = first ?? {};
  const given = ref === undefined ? null : (refs[ref]?.(at) ?? null);
  if (given?.isConnected) return { element: given, score: 1, way: "ref", runnerUp: 0 };
  const { testId, id, css, ...more } = wanted;
  const selector = Object.keys(more).length > 0 ? "" : narrowSelector(wanted);
  const [element, other] = selector ? [...document.querySelectorAll(selector)].filter((each) => !isOurs(each)) : [];
  if (!element || other || !isVisible(element)) return null;
  const ways = (["testId", "id", "css"] as const).filter((way) => wanted[way] !== undefined);
  const all = ways.map((way) => narrowSelector({ [way]: wanted[way] }));
  if (!all.every((each) => each && element.matches(each))) return null;
  const sums = { testId: holds.testId, id: holds[idAs(id ?? "")], css: holds[cssAs(css ?? "")] };
  const score = share(ways.reduce((sum, way) => sum + sums[way], 0));
  return score < threshold ? null : { element, score, way: ways.join("+"), runnerUp: 0 };
}
