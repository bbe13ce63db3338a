import type { Condition } from "@waymark/schema";
import { addDuration } from "./duration.ts";
import type { Scene } from "./fact.ts";
import { leafKey } from "./leaf.ts";
import { matchPage } from "./match-page.ts";
import { matchValue } from "./match-value.ts";
import { fillTemplate, subjectOf } from "./subject.ts";

/** What a condition is held against: the scene, the record, what was latched, when the step began. */
export interface EvaluationContext {
  scene: Scene;
  /** Wire form of the record, `""` for the person. */
  subject: string;
  latched: Readonly<Record<string, number>>;
  began: number | null;
}

/**
 * Whether a condition holds. Latching leaves look at `latched`, levels at the scene, `after` at the clock; `manual`
 * never holds by itself.
 */
export function evaluate(condition: Condition, context: EvaluationContext, now: number): boolean {
  if ("all" in condition) return condition.all.every((each) => evaluate(each, context, now));
  if ("any" in condition) return condition.any.some((each) => evaluate(each, context, now));
  if ("not" in condition) return !evaluate(condition.not, context, now);
  const { scene, subject } = context;
  if ("page" in condition)
    return (
      scene.page !== null &&
      matchPage(condition.page, scene.page, (text) => fillTemplate(text, scene, subject)) !== null
    );
  if ("role" in condition) return scene.roles.includes(condition.role);
  if ("trait" in condition) return matchValue(scene.traits[condition.trait], condition);
  if ("data" in condition) return matchValue(subjectOf(scene, subject)?.subject.data?.[condition.data], condition);
  if ("after" in condition) return context.began !== null && now >= addDuration(context.began, condition.after);
  // What is done by hand is never latched and no level.
  const key = leafKey(condition);
  return Object.hasOwn(context.latched, key) || scene.levels.includes(key);
}
