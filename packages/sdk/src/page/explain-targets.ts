import type { ExplainedRule } from "@waymark/engine";
import type { Journey } from "@waymark/schema";
import { findTarget, type Refs } from "../targeting/find-target.ts";

/**
 * What each step's target comes to on the page as it is now: the ways that hold with their confidence, or the reason why
 * it is not found, and how near the next best comes.
 */
export function explainTargets({ steps }: Journey, refs?: Refs): ExplainedRule[] {
  return steps.flatMap(({ id, do: deed }): ExplainedRule[] => {
    if (!deed?.target) return [];
    const { element, way, score, runnerUp } = findTarget(deed.target, refs);
    const has = `${way}, confidence ${score}, next best ${runnerUp}`;
    return [{ rule: `target ${id}`, holds: element !== null, wants: JSON.stringify(deed.target), has }];
  });
}
