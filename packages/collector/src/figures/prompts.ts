import { meanOfPeople, strikeRate, usefulness } from "@waymark/engine/metrics";
import type { Figure, PromptFigures, UseFigures } from "@waymark/schema";
import type { Saying } from "../blocks/gap-cells.ts";
import { smallestGroup } from "../blocks/partition.ts";
import { byPerson, type GroupInput, saidIn } from "./asked.ts";
import { clusteredFigure, figureOf } from "./figure.ts";
import { lastAnswers, ratedFigure } from "./rated.ts";

/** Closed at once. */
const atOnceMs = 2000;

const weekOf = ({ person, week }: Saying): string => `${person}\n${week}`;

/** M18 by kind of prompt: of a person's prompts those that they closed at once, the first of its kind in a week. */
export function promptFigures(input: GroupInput): PromptFigures[] {
  const shown = saidIn(input, "prompt");
  const closed = saidIn(input, "closed").filter(({ score }) => score !== null && score <= atOnceMs);
  const surfaces = [...new Set(shown.map(({ step }) => step))].sort();
  return surfaces.flatMap((surface): PromptFigures[] => {
    const own = shown.filter(({ step }) => step === surface);
    const struck = new Set(closed.filter(({ step }) => step === surface).map(weekOf));
    const tallies = byPerson(own).map((mine) => ({
      hits: mine.filter((each) => struck.has(weekOf(each))).length,
      of: mine.length,
    }));
    // Prompts of any kind in the weeks in which this one was shown: how much came at once.
    const beside = byPerson(own).map((mine) => {
      const weeks = new Set(mine.map(weekOf));
      return shown.filter((each) => weeks.has(weekOf(each))).length / weeks.size;
    });
    if (tallies.length < smallestGroup) return [];
    const perWeek = figureOf(meanOfPeople(beside, [0, Number.POSITIVE_INFINITY]), { of: 0.1 });
    return [{ surface, struck: clusteredFigure(tallies, strikeRate), perWeek }];
  });
}

/** M2 of a group: the last answer of each person in the block. */
export function useFigures(input: GroupInput): UseFigures {
  const of = (question: "useful" | "easy"): Figure => {
    const answers = lastAnswers(input, question);
    const estimate = usefulness(answers.map((each) => ({ useful: null, easy: null, [question]: each })))[question];
    return ratedFigure(answers, estimate, { of: 1, most: 100 });
  };
  return { useful: of("useful"), easy: of("easy") };
}
