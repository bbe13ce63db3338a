import type { Journey, JourneyTexts } from "@waymark/schema";

/** The words of one language, by the id of the journey. */
export type TemplateTexts = Readonly<Record<string, JourneyTexts>>;

function fitting(journey: Journey, texts: JourneyTexts): JourneyTexts {
  const steps = Object.entries(texts.steps ?? {}).filter(([id]) => journey.steps.some((step) => step.id === id));
  return { ...texts, steps: Object.fromEntries(steps) };
}

/**
 * The journey in more languages: with the texts that `languages` have for its id. What the journey says itself in one of
 * them stays; texts of steps that you took out are left out; a journey that `languages` do not know stays as it is.
 *
 * @param languages By BCP 47 tag. Each is a module of its own, so that a page loads those that it needs:
 * `@waymark/templates/ar`, `/de`, `/es`, `/fr` and `/ja`.
 *
 * @example
 * ```ts
 * import { templates, withTexts } from "@waymark/templates";
 * import { texts as de } from "@waymark/templates/de";
 *
 * const journeys = templates.map((each) => withTexts(each, { de }));
 * ```
 */
export function withTexts(journey: Journey, languages: Readonly<Record<string, TemplateTexts>>): Journey {
  const found = Object.entries(languages).flatMap(([tag, all]): [string, JourneyTexts][] => {
    const texts = Object.hasOwn(all, journey.id) ? all[journey.id] : undefined;
    return texts ? [[tag, fitting(journey, texts)]] : [];
  });
  return found.length === 0 ? journey : { ...journey, texts: { ...Object.fromEntries(found), ...journey.texts } };
}
