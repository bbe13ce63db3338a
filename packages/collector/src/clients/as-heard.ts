import type { Condition, Journey } from "@waymark/schema";
import { factName } from "./fact-name.ts";

function heard(condition: Condition): Condition {
  if ("event" in condition) return { ...condition, event: factName(condition.event) };
  if ("all" in condition) return { all: condition.all.map(heard) };
  if ("any" in condition) return { any: condition.any.map(heard) };
  return condition;
}

/**
 * A journey with its events named as they arrive: an author may have written `Deal Created`, in the words of the tool that
 * sends it, and what arrives is `deal.created`. A `not` holds no events.
 */
export function asHeard(journey: Journey): Journey {
  const { value, core } = journey;
  return {
    ...journey,
    ...(value === undefined ? {} : { value: { ...value, event: factName(value.event) } }),
    ...(core === undefined ? {} : { core: core.map((each) => ({ ...each, event: factName(each.event) })) }),
    steps: journey.steps.map((step) => (step.done === undefined ? step : { ...step, done: heard(step.done) })),
  };
}
