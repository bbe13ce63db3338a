import type { Journey, JourneyTexts, Step } from "@waymark/schema";

/** The texts for a locale: exact tag, then its language. `de-AT` finds `de`. */
function findTexts(journey: Journey, locale: string): JourneyTexts | undefined {
  const all = journey.texts;
  return all?.[locale] ?? all?.[locale.split("-")[0] ?? ""];
}

function localiseStep(step: Step, texts: JourneyTexts): Step {
  const own = texts.steps?.[step.id];
  if (!own) return step;
  const { title, heading, why, say, label } = own;
  return {
    ...step,
    ...(title === undefined ? {} : { title }),
    ...(heading === undefined ? {} : { heading }),
    ...(why === undefined ? {} : { why }),
    ...guideBeside(step, say),
    ...(say === undefined && label === undefined
      ? {}
      : { do: { ...step.do, ...(say === undefined ? {} : { say }), ...(label === undefined ? {} : { label }) } }),
  };
}

/** Words of brief and full guidance stay in the language they were written in: beside a translated sentence they go. */
function guideBeside(step: Step, say: string | undefined): Partial<Step> {
  const tour = step.guide?.full?.tour;
  if (say === undefined || !step.guide) return {};
  return { guide: tour ? { full: { tour } } : undefined };
}

function localise(journey: Journey, locale: string): Journey {
  const texts = findTexts(journey, locale);
  if (!texts) return journey;
  return {
    ...journey,
    title: texts.title ?? journey.title,
    destination: texts.destination ?? journey.destination,
    keywords: texts.keywords ?? journey.keywords,
    brief: journey.brief ? { ...journey.brief, ...texts.brief } : undefined,
    steps: journey.steps.map((step) => localiseStep(step, texts)),
  };
}

/** One journey in one language is one object, so that whoever draws can tell that nothing has changed. */
const localised = new WeakMap<Journey, Map<string, Journey>>();

/** The journey in the person's language; what has no translation stays as it is written. */
export function localiseJourney(journey: Journey, locale: string): Journey {
  const known = localised.get(journey) ?? new Map<string, Journey>();
  const found = known.get(locale) ?? localise(journey, locale);
  localised.set(journey, known.set(locale, found));
  return found;
}
