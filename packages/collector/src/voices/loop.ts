import { mondayOfWeek } from "@waymark/engine";
import { type Estimate, isKnown, loopClosure } from "@waymark/engine/metrics";
import type { Answer, LoopFigures, RatingBlock } from "@waymark/schema";
import type { VoiceBlock } from "./published.ts";

const weekMs = 7 * 86_400_000;

/** When a cell was released: the Monday after its last week. */
export const releasedAt = ({ to }: Pick<VoiceBlock, "to">): number => mondayOfWeek(to) + weekMs;

interface Shown {
  value: number;
  interval: [number, number | null];
  people: number;
}

function shown(estimate: Estimate): Shown | null {
  if (!isKnown(estimate)) return null;
  const [low, high] = estimate.interval;
  return { value: estimate.value, interval: [low, high], people: estimate.people };
}

const withoutPeople = (of: Shown | null): Omit<Shown, "people"> | null =>
  of === null ? null : { value: of.value, interval: of.interval };

/** M19 of what was published: cells with the answers to each, and the ratings in which each kind stands for five. */
export function loopOf(
  cells: readonly { cell: VoiceBlock; answers: readonly Answer[] }[],
  ratings: readonly RatingBlock[],
  now: number,
): LoopFigures {
  // The two never meet in a number: simulated ones are counted only where there is nothing else.
  const real = cells.some(({ cell }) => !cell.simulated);
  const counted = cells.filter(({ cell }) => cell.simulated !== real);
  const isCounted = ({ voice }: RatingBlock): boolean => counted.some(({ cell }) => cell.id === voice);
  const released = counted.map(({ cell, answers }) => {
    const at = releasedAt(cell);
    const days = answers.map(({ on }) => Date.parse(on)).sort((a, b) => a - b);
    const [first] = days;
    return { at, answered: first === undefined ? null : Math.max(first, at) };
  });
  // Where one kind stands for fewer than five nothing of the block is counted: its rest would be one-sided.
  const told = ratings.filter((each) => each.helps !== null && isCounted(each));
  const yes = told.reduce((sum, { helps }) => sum + (helps?.yes ?? 0), 0);
  const of = told.reduce((sum, { count }) => sum + count, 0);
  const figures = loopClosure(released, { yes, of }, now);
  return {
    reports: counted.length,
    medianDays: withoutPeople(shown(figures.medianDays)),
    answeredBy14: withoutPeople(shown(figures.answeredBy14)),
    helped: shown(figures.helped),
  };
}
