import type { Journey } from "./journey.ts";
import { describeValue, type Problem } from "./problem.ts";

type Rule = (journey: Journey) => Problem[];

function warning(code: string, path: string, expected: string, received: string): Problem {
  return { code, path, expected, received, severity: "warning" };
}

function tooLong(path: string, value: string | undefined, max: number): Problem[] {
  if (value === undefined || value.length <= max) return [];
  return [warning("long_text", path, `at most ${max} characters`, `${value.length} characters`)];
}

/** What is read in one glance, in characters. */
const most = { title: 40, destination: 16, station: 24, heading: 40, why: 90, say: 90, label: 24 };

const lengths: Rule = (journey) => [
  ...tooLong("$.title", journey.title, most.title),
  ...tooLong("$.destination", journey.destination, most.destination),
  ...journey.steps.flatMap((step, index) => [
    ...tooLong(`$.steps[${index}].title`, step.title, most.station),
    ...tooLong(`$.steps[${index}].heading`, step.heading, most.heading),
    ...tooLong(`$.steps[${index}].why`, step.why, most.why),
    ...tooLong(`$.steps[${index}].do.say`, step.do?.say, most.say),
    ...tooLong(`$.steps[${index}].do.label`, step.do?.label, most.label),
  ]),
];

/** The same rooms show every language, and a text of a step that is gone is shown by none. */
const languages: Rule = (journey) =>
  Object.entries(journey.texts ?? {}).flatMap(([tag, own]) => {
    const at = `$.texts.${tag}`;
    return [
      ...tooLong(`${at}.title`, own.title, most.title),
      ...tooLong(`${at}.destination`, own.destination, most.destination),
      ...Object.entries(own.steps ?? {}).flatMap(([id, texts]) => {
        const path = `${at}.steps.${id}`;
        const steps = journey.steps.map((step) => step.id);
        if (!steps.includes(id)) return [warning("no_step", path, `one of the steps ${steps.join(", ")}`, id)];
        return [
          ...tooLong(`${path}.title`, texts.title, most.station),
          ...tooLong(`${path}.heading`, texts.heading, most.heading),
          ...tooLong(`${path}.why`, texts.why, most.why),
          ...tooLong(`${path}.say`, texts.say, most.say),
          ...tooLong(`${path}.label`, texts.label, most.label),
        ];
      }),
    ];
  });

const stepCount: Rule = (journey) =>
  journey.steps.length > 5
    ? [warning("many_steps", "$.steps", "5 steps or fewer, or two journeys", `${journey.steps.length} steps`)]
    : [];

const focusCount: Rule = (journey) =>
  journey.steps.flatMap((step, index) =>
    (step.do?.focus?.length ?? 0) > 5
      ? [warning("many_fields", `$.steps[${index}].do.focus`, "5 fields or fewer", `${step.do?.focus?.length} fields`)]
      : [],
  );

const noCondition: Rule = (journey) =>
  journey.steps.flatMap((step, index) =>
    step.done === undefined
      ? [
          warning(
            "no_condition",
            `$.steps[${index}].done`,
            "a condition, so that the step completes by itself",
            "nothing",
          ),
        ]
      : [],
  );

// Words for what only the company gains. A person's own gain speaks of their time, their head, their evening, their customers.
const companyOnly =
  /\b(forecast accuracy|data quality|compliance|visibility|reporting|transparency|governance|kpis?)\b/i;
const personal = /\b(you|your|yours)\b/i;

const companyBenefit: Rule = (journey) => {
  const benefit = journey.brief?.benefit;
  if (benefit === undefined || !companyOnly.test(benefit) || personal.test(benefit)) return [];
  return [
    warning("company_benefit", "$.brief.benefit", "what the person gains, in their words", describeValue(benefit)),
  ];
};

const noBrief: Rule = (journey) =>
  journey.brief === undefined ? [warning("no_brief", "$.brief", "purpose, benefit and expectation", "nothing")] : [];

const rules: readonly Rule[] = [stepCount, lengths, languages, focusCount, noCondition, noBrief, companyBenefit];

/**
 * What an author should think about again in a journey that is already valid.
 *
 * @example
 * ```ts
 * lintJourney(journey).map(renderProblem); // ["$.steps[0].title: 31 characters. Better: at most 24 characters."]
 * ```
 */
export function lintJourney(journey: Journey): Problem[] {
  return rules.flatMap((rule) => rule(journey));
}
