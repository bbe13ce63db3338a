import type { Journey } from "@waymark/schema";
import { canonicalJson, shortHash } from "../events/stored-event.ts";

const markOf = (journey: Journey): string => shortHash(canonicalJson(journey));

/** The pages that a journey's own steps lead to, as patterns: the library puts it first there. */
const pagesOf = ({ pages = [], steps }: Journey): string[] => [
  ...new Set([...pages, ...steps.flatMap((step) => step.do?.open?.replace(/\{[\w.-]+\}/g, ":record") ?? [])]),
];

/** Texts of an index: what is searched and listed. */
function textsOf(texts: NonNullable<Journey["texts"]>): Journey["texts"] {
  const own = Object.entries(texts).map(([tag, { title, destination, keywords, brief, steps }]) => {
    const titles = Object.entries(steps ?? {}).map(([id, step]) => [id, { title: step.title }]);
    return [tag, { title, destination, keywords, brief, steps: steps && Object.fromEntries(titles) }];
  });
  return Object.fromEntries(own);
}

/**
 * A journey of the library as an index: title, words to search, roles, where it helps, and its stations by name. What a
 * station does comes with the whole, which bears the same mark. Other journeys are given as they are.
 */
export function asIndex(journey: Journey): Journey {
  if (!journey.library) return journey;
  const { format, id, title, destination, roles, audience, keywords, per, holdout, version, takesOver, brief } =
    journey;
  return {
    ...{
      format,
      id,
      title,
      destination,
      roles,
      audience,
      library: true,
      keywords,
      per,
      holdout,
      version,
      takesOver,
      brief,
    },
    pages: pagesOf(journey),
    steps: journey.steps.map(({ id: step, title: name, minutes }) => ({ id: step, title: name, minutes })),
    ...(journey.texts ? { texts: textsOf(journey.texts) } : {}),
    index: markOf(journey),
  };
}

/** The whole of a journey, with its mark. */
export function asBody(journey: Journey): Journey {
  return journey.library ? { ...journey, body: markOf(journey) } : journey;
}
