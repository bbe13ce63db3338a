import { actionCover, percentile, shareOfAttempts, stepAges, timeUntil } from "@waymark/engine/metrics";
import type { StepWait, WaitFigures } from "@waymark/schema";
import { smallestGroup } from "../blocks/partition.ts";
import { byPerson, type FigureInput, lastOfEach, saidIn } from "./asked.ts";
import { blurred, clusteredFigure, figureOf, noFigure } from "./figure.ts";

const staleFrom = 1.5;
const secondMs: { of: number } = { of: 1000 };

/** M15 of a step: what finished in the block, and what was open at its end. */
function stepWait(input: FigureInput, step: string): StepWait {
  const { fromWeek, toWeek, end } = input;
  const own = input.attempts.filter((row) => row.step === step && input.members.has(row.person));
  const finished = own.flatMap(({ person, began, completed, completedWeek, how }) => {
    const isDone = completed !== null && completedWeek !== null && completedWeek >= fromWeek && completedWeek < toWeek;
    return isDone && began !== null && completed >= began && how !== "skipped"
      ? [{ person, ms: completed - began }]
      : [];
  });
  const open = own.flatMap(({ person, began, beganWeek, completedWeek }) =>
    began !== null && beganWeek !== null && beganWeek < toWeek && (completedWeek === null || completedWeek >= toWeek)
      ? [{ person, ms: end - began }]
      : [],
  );
  const ages = stepAges(finished, []);
  const limit = percentile(
    finished.map(({ ms }) => ms),
    0.75,
  );
  if (ages.p75Ms === null || limit === null || byPerson(finished).length < smallestGroup)
    return { step, usual: noFigure("too_few"), stale: noFigure("too_few") };
  const times = finished.map(({ ms }) => ({ time: ms, happened: true }));
  const tallies = byPerson(open).map((mine) => ({
    hits: mine.filter(({ ms }) => ms > staleFrom * limit).length,
    of: mine.length,
  }));
  return {
    step,
    usual: blurred({ ...figureOf({ ...timeUntil(times, 0.75), people: byPerson(finished).length }, secondMs) }),
    stale: clusteredFigure(tallies),
  };
}

/** Where work lies; what one role waits of another is added from the hand-overs themselves. */
export function waitFigures(input: FigureInput): WaitFigures | null {
  const covers = lastOfEach(saidIn(input, "cover")).map(({ barrier }) => {
    const [open, planned] = JSON.parse(barrier ?? "[0,0]") as [number, number];
    return { open, planned };
  });
  if (input.attempts.length === 0 && covers.length === 0) return null;
  const tallies = covers.map(({ open, planned }) => ({ hits: Math.min(planned, open), of: open }));
  const cover = clusteredFigure(tallies, (all) =>
    all.length === 0 ? shareOfAttempts([]) : actionCover(all.map(({ hits, of }) => ({ open: of, planned: hits }))),
  );
  return { steps: input.version.steps.map(({ id }) => stepWait(input, id)), cover, handoffs: [] };
}
