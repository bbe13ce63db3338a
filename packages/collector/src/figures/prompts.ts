import { meanOfPeople, strikeRate, usefulness } from "@waymark/engine/metrics";
import type { PromptFigures, UseFigures } from "@waymark/schema";
import type { Saying } from "../blocks/gap-cells.ts";
import { byPerson, type FigureInput, saidIn } from "./asked.ts";
import { clusteredFigure, figureOf } from "./figure.ts";

/** Closed at once. */
const atOnceMs = 2000;

/** What is asked of a group, whatever the journey. */
export type GroupInput = Omit<FigureInput, "version">;

const weekOf = ({ person, week }: Saying): string => `${person}\n${week}`;

/** M18 by kind of prompt: of a person's prompts those that they closed at once, the first of its kind in a week. */
export function promptFigures(input: GroupInput): PromptFigures[] {
  const shown = saidIn(input, "prompt");
  const closed = saidIn(input, "closed").filter(({ score }) => score !== null && score <= atOnceMs);
  const surfaces = [...new Set(shown.map(({ step }) => step))].sort();
  return surfaces.map((surface) => {
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
    return {
      surface,
      struck: clusteredFigure(tallies, strikeRate),
      perWeek: figureOf(meanOfPeople(beside, [0, Number.POSITIVE_INFINITY]), { of: 0.1 }),
    };
  });
}

/** M2 of a group: the last answer of each person in the block. */
export function useFigures(input: GroupInput): UseFigures {
  const answers = byPerson(saidIn(input, "survey")).map((own) => {
    const last = (question: string): number | null =>
      own
        .filter(({ step }) => step === question)
        .toSorted((a, b) => a.at - b.at)
        .at(-1)?.score ?? null;
    return { useful: last("useful"), easy: last("easy") };
  });
  const { useful, easy } = usefulness(answers);
  return { useful: figureOf(useful, { of: 1, most: 100 }), easy: figureOf(easy, { of: 1, most: 100 }) };
}
