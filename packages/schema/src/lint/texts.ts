import type { Journey } from "../journey.ts";
import { describeValue, type Problem } from "../problem.ts";
import { type Rule, warning } from "./rule.ts";

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

/** Texts that a person reads as sentences, by path; the same paths below `texts.de`. */
function* sentencesOf({ brief, steps }: Journey): Generator<[path: string, text: string]> {
  for (const [key, text] of Object.entries(brief ?? {})) yield [`$.brief.${key}`, text];
  for (const [at, step] of steps.entries()) {
    if (step.why) yield [`$.steps[${at}].why`, step.why];
    if (step.do?.say) yield [`$.steps[${at}].do.say`, step.do.say];
  }
}

/** Words that are still read in one go. Languages without spaces are not counted. */
const mostWords = 24;

const readable: Rule = (journey) =>
  [...sentencesOf(journey)].flatMap(([path, text]) => {
    const counts = text.split(/[.!?:;](?:\s|$)/).map((sentence) => sentence.trim().split(/\s+/).length);
    const longest = Math.max(...counts);
    if (longest <= mostWords) return [];
    return [warning("hard_to_read", path, `sentences of at most ${mostWords} words`, `a sentence of ${longest} words`)];
  });

/** Paths of what a journey says and a language does not. */
function untranslated({ title, brief, destination, steps, texts }: Journey, tag: string): string[] {
  const own = texts?.[tag] ?? {};
  const lacks = (said: unknown, translated: unknown, path: string): string[] =>
    said === undefined || translated !== undefined ? [] : [path];
  const at = (id: string): NonNullable<NonNullable<typeof own.steps>[string]> => own.steps?.[id] ?? {};
  return [
    ...lacks(title, own.title, "title"),
    ...lacks(destination, own.destination, "destination"),
    ...lacks(brief?.purpose, own.brief?.purpose, "brief.purpose"),
    ...lacks(brief?.benefit, own.brief?.benefit, "brief.benefit"),
    ...lacks(brief?.expectation, own.brief?.expectation, "brief.expectation"),
    ...steps.flatMap(({ id, title: name, why, do: deed }) => [
      ...lacks(name, at(id).title, `steps.${id}.title`),
      ...lacks(why, at(id).why, `steps.${id}.why`),
      ...lacks(deed?.say, at(id).say, `steps.${id}.say`),
      ...lacks(deed?.label, at(id).label, `steps.${id}.label`),
    ]),
  ];
}

const complete: Rule = (journey, { languages: wanted = [] }) => {
  const tags = new Set([...wanted, ...Object.keys(journey.texts ?? {})]);
  return [...tags].flatMap((tag) => {
    const missing = untranslated(journey, tag);
    if (missing.length === 0) return [];
    const [first, ...more] = missing;
    const received = more.length === 0 ? `no ${first}` : `no ${first}, and ${more.length} more are missing`;
    return [warning("missing_language", `$.texts.${tag}`, "every text, or none of this language", received)];
  });
};

const noBrief: Rule = (journey) =>
  journey.brief === undefined ? [warning("no_brief", "$.brief", "purpose, benefit and expectation", "nothing")] : [];

// Words for what only the company gains. A person's own gain speaks of their time, their head, their evening, their customers.
const companyOnly =
  /\b(forecast accuracy|data quality|compliance|visibility|reporting|transparency|governance|kpis?)\b/i;
const personal = /\b(you|your|yours)\b/i;

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

const benefits: Rule = ({ brief }) => {
  if (brief === undefined) return [];
  const { benefit, purpose, expectation } = brief;
  const wanted = "what the person gains, in their words";
  if (companyOnly.test(benefit) && !personal.test(benefit))
    return [warning("company_benefit", "$.brief.benefit", wanted, describeValue(benefit))];
  if ([purpose, expectation].map(plain).includes(plain(benefit)))
    return [warning("no_benefit", "$.brief.benefit", wanted, "the same as another part of the brief")];
  return [];
};

export const textRules: readonly Rule[] = [lengths, languages, readable, complete, noBrief, benefits];
