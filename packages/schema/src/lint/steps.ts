import type { Condition } from "../condition.ts";
import type { Journey, Step } from "../journey.ts";
import type { Target, TargetWays } from "../target.ts";
import { type Rule, warning } from "./rule.ts";

/** What is easily passed over in a step that is valid. */
const stepCount: Rule = ({ steps }) =>
  steps.length > 5
    ? [warning("many_steps", "$.steps", "5 steps or fewer, or two journeys", `${steps.length} steps`)]
    : [];

const focusCount: Rule = ({ steps }) =>
  steps.flatMap((step, index) =>
    (step.do?.focus?.length ?? 0) > 5
      ? [warning("many_fields", `$.steps[${index}].do.focus`, "5 fields or fewer", `${step.do?.focus?.length} fields`)]
      : [],
  );

const noCondition: Rule = ({ steps }) =>
  steps.flatMap((step, index) => {
    if (step.done !== undefined) return [];
    const wanted = "a condition, so that the step completes by itself";
    return [warning("no_condition", `$.steps[${index}].done`, wanted, "nothing")];
  });

function leaves(condition: Condition | undefined): Condition[] {
  if (condition === undefined) return [];
  if ("all" in condition) return condition.all.flatMap(leaves);
  if ("any" in condition) return condition.any.flatMap(leaves);
  return "not" in condition ? leaves(condition.not) : [condition];
}

function eventsIn({ steps, value, core = [] }: Journey): string[] {
  const waited = steps.flatMap(({ done }) => leaves(done)).flatMap((leaf) => ("event" in leaf ? [leaf.event] : []));
  return [...waited, ...core.map(({ event }) => event), ...(value ? [value.event] : [])];
}

const clickAlone: Rule = (journey, { events = [] }) => {
  const known = [...new Set([...events, ...eventsIn(journey)])];
  if (known.length === 0) return [];
  const wanted = `an event, once it is saved; there are ${known.slice(0, 5).join(", ")}`;
  return journey.steps.flatMap(({ done }, at) => {
    const all = leaves(done);
    if (all.length === 0 || !all.every((leaf) => "click" in leaf)) return [];
    return [warning("click_alone", `$.steps[${at}].done`, wanted, "a click alone")];
  });
};

// Parts that a build makes: css modules, styled components, React's useId, counters and hashes.
const generated =
  /(^|[-_:.#])(css|sc|jss|emotion|mui|radix|headlessui)-?[\w]*\d|:r\w+:|__\w{5,}|[-_](?=\w*\d)[a-f0-9]{5,}$|\d{4,}/i;
const byPlace = /:nth-|:first-|:last-|(>[^>]+){3,}/;

function frailty(ways: TargetWays): string | null {
  const { testId, role, name, label, text, ref, id, css } = ways;
  if (testId !== undefined || ref !== undefined || label !== undefined) return null;
  if ((role !== undefined && name !== undefined) || text !== undefined) return null;
  if (id !== undefined) return generated.test(id) ? `an id that looks generated, ${id}` : null;
  if (css !== undefined && generated.test(css)) return `a selector that looks generated, ${css}`;
  if (css !== undefined && byPlace.test(css)) return `a place in the document, ${css}`;
  return role !== undefined && css === undefined ? `every ${role}` : null;
}

/** Of alternatives one that lasts is enough. */
function frailtyOf(target: Target | undefined): string | null {
  if (target === undefined) return null;
  const found = (Array.isArray(target) ? target : [target]).map(frailty);
  return found.every((each) => each !== null) ? (found[0] ?? null) : null;
}

function* targetsOf(step: Step): Generator<[path: string, target: Target | undefined]> {
  yield ["do.target", step.do?.target];
  for (const [at, target] of (step.do?.focus ?? []).entries()) yield [`do.focus[${at}]`, target];
  for (const leaf of leaves(step.done)) {
    if ("click" in leaf) yield ["done", leaf.click];
    if ("input" in leaf) yield ["done", leaf.input];
    if ("submit" in leaf) yield ["done", leaf.submit];
  }
}

const fragile: Rule = ({ steps }) =>
  steps.flatMap((step, at) =>
    [...targetsOf(step)].flatMap(([path, target]) => {
      const found = frailtyOf(target);
      if (found === null) return [];
      const wanted = "role and name, a label or a test id beside it";
      return [warning("fragile_target", `$.steps[${at}].${path}`, wanted, found)];
    }),
  );

/** A journey of the library says where it helps; one that leads through an app has pages. */
const noPage: Rule = ({ steps, per, pages, library }) => {
  const onRecord = typeof per === "object" && per.page !== undefined;
  const named = steps.some((step) => step.do?.open !== undefined);
  if (library || onRecord || pages || !named) return [];
  return steps.flatMap(({ do: deed }, at) =>
    deed?.target === undefined || deed.open !== undefined
      ? []
      : [warning("no_page", `$.steps[${at}].do.open`, "the page that the element is on", "nothing")],
  );
};

export const stepRules: readonly Rule[] = [stepCount, focusCount, noCondition, clickAlone, fragile, noPage];
