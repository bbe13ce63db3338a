import { showAbility, trust } from "@waymark/engine/metrics";
import type { TrustFigures } from "@waymark/schema";
import type { GroupInput } from "./asked.ts";
import { figureOf, hundredths, noFigure } from "./figure.ts";
import { lastAnswers, ratedFigure } from "./rated.ts";

const tenths = { of: 0.1, most: 7 };

/** M20 of a group: what people said, so that each side of the share holds five. */
export function trustFigures(input: GroupInput): TrustFigures {
  const answers = lastAnswers(input, "trust");
  const { mean, distrust } = trust(answers);
  const below = answers.filter((answer) => answer < 4).length;
  const isShown = showAbility(below, answers.length).shows === "figure";
  return {
    mean: ratedFigure(answers, mean, tenths),
    distrust: isShown ? figureOf(distrust, hundredths) : noFigure("too_few"),
  };
}
