import { type Estimate, fewestPeople } from "@waymark/engine/metrics";
import type { Figure } from "@waymark/schema";
import { smallestGroup } from "../blocks/partition.ts";
import { byPerson, type GroupInput, saidIn } from "./asked.ts";
import { figureOf, noFigure } from "./figure.ts";

/** The last answer of each person to a question. */
export function lastAnswers(input: GroupInput, question: string): number[] {
  return byPerson(saidIn(input, "survey").filter(({ step }) => step === question)).flatMap(
    (own) => own.toSorted((a, b) => a.at - b.at).at(-1)?.score ?? [],
  );
}

/**
 * A mean of what people answered: of ten people or more, five of whom answered otherwise than the most did. Where all say the
 * same, or nearly all, a mean says what each of them said.
 */
export function ratedFigure(
  answers: readonly number[],
  estimate: Estimate,
  grain: { of: number; most: number },
): Figure {
  const most = Math.max(0, ...[...Map.groupBy(answers, (each) => each).values()].map(({ length }) => length));
  if (answers.length < smallestGroup || answers.length - most < fewestPeople) return noFigure("too_few");
  return figureOf(estimate, grain);
}
