import type { Journey } from "./journey.ts";
import { handoffRules } from "./lint/handoffs.ts";
import type { LintContext, Rule } from "./lint/rule.ts";
import { stepRules } from "./lint/steps.ts";
import { textRules } from "./lint/texts.ts";
import { parseJourney } from "./parse.ts";
import type { Problem } from "./problem.ts";

const rules: readonly Rule[] = [...stepRules, ...textRules, ...handoffRules];

/**
 * What an author should think about again in a journey that is already valid. The reason and the way out of each code
 * stand in `lintRules`.
 *
 * @param context What stands around it: other journeys, events, languages. Without it a journey is judged by itself.
 * @example
 * ```ts
 * lintJourney(journey).map(renderProblem); // ["$.steps[0].title: 31 characters. Better: at most 24 characters."]
 * ```
 */
export function lintJourney(journey: Journey, context: LintContext = {}): Problem[] {
  return rules.flatMap((rule) => rule(journey, context));
}

/**
 * The same for anything: errors where it is no journey, else what to think about again. Never throws.
 *
 * @example
 * ```ts
 * lintDocument({ title: 5 }); // [{ code: "missing", path: "$.format", severity: "error", ... }, ...]
 * ```
 */
export function lintDocument(input: unknown, context: LintContext = {}): Problem[] {
  const parsed = parseJourney(input);
  return parsed.ok ? lintJourney(parsed.value, context) : parsed.problems;
}
