import { clarity, fewestPeople, showAbility } from "@waymark/engine/metrics";
import type { BriefFigures } from "@waymark/schema";
import { smallestGroup } from "../blocks/partition.ts";
import { type FigureInput, lastOfEach, saidIn } from "./asked.ts";
import { figureOf, hundredths, noFigure, shareFigure } from "./figure.ts";

/**
 * M1 as it may be shown: answers are what people said, so each side holds five. The three answers are told apart only
 * where each of them does: two of them beside the whole give the third. `isEnough`: ten answered; fewer are carried on to the
 * next block with all that was asked, since who is shown to have seen it now is nobody to answer then.
 */
export function briefFigures(input: FigureInput): { brief: BriefFigures; isEnough: boolean } | null {
  const seen = new Set(saidIn(input, "seen").map(({ person }) => person));
  const answers = lastOfEach(saidIn(input, "brief")).filter(({ barrier }) => barrier !== "later");
  for (const { person } of answers) seen.add(person);
  // Nobody and four are the same.
  if (seen.size < fewestPeople) return null;
  const count = (answer: string): number => answers.filter(({ barrier }) => barrier === answer).length;
  const [clear, partly, notClear] = [count("clear"), count("partly"), count("not_clear")];
  const { headcount } = input;
  const m1 = clarity({ headcount, seen: seen.size, clear, partly, notClear });
  const few = noFigure(m1.clear.reason === "few_answers" ? "few_answers" : "too_few");
  const shows = m1.clear.value !== null && showAbility(clear, answers.length).shows === "figure";
  const each = shows && Math.min(clear, partly, notClear) >= fewestPeople;
  const brief = {
    reach: headcount === null ? noFigure("no_headcount") : shareFigure(Math.min(seen.size, headcount), headcount),
    answered: shareFigure(answers.length, seen.size),
    clear: shows ? figureOf(m1.clear, hundredths) : few,
    partly: each ? shareFigure(partly, answers.length) : few,
    notClear: each ? figureOf(m1.notClear, hundredths) : few,
  };
  return { brief, isEnough: answers.length >= smallestGroup };
}
