import type { Barrier } from "@waymark/engine";
import { type Attempt, type BarrierFact, standingOfPeople } from "@waymark/engine/metrics";
import { blockWeeks, weekMs } from "./clock.ts";
import type { Deed, Walked } from "./walk.ts";

/** Whole weeks, half open, counted from the first Monday. */
export interface Weeks {
  from: number;
  to: number;
}

/** The last block that has closed after so many weeks; `null`: none has. */
export function lastBlock(weeks: number): Weeks | null {
  const to = Math.floor(weeks / blockWeeks) * blockWeeks;
  return to === 0 ? null : { from: to - blockWeeks, to };
}

/** When an attempt closed: with its end, else seven days after it began. */
const closedAt = (deed: Deed): number => deed.completed ?? deed.began + weekMs;

/** Attempts of one person at a step that closed in those weeks, as a progress row has them. */
export function attemptsIn(walked: Walked, person: string, step: number, { from, to }: Weeks): Attempt[] {
  return walked.deeds
    .filter((deed) => deed.step === step && closedAt(deed) >= from * weekMs && closedAt(deed) < to * weekMs)
    .map(({ began, completed, how, helped, failed }) => ({ person, began, completed, how, helped, failed }));
}

/** Whether they did it mostly alone; `null`: no attempt closed. */
export function isMostlyAlone(walked: Walked, step: number, weeks: Weeks): boolean | null {
  return standingOfPeople(attemptsIn(walked, "", step, weeks), weeks.to * weekMs).get("") ?? null;
}

/** When the device tells what stood in the way: with the end of the attempt, put off at once, else after it lay for a week. */
export function barrierTold(deed: Deed): number {
  return deed.completed ?? deed.began + (deed.barrier === "not_now" ? 0 : weekMs);
}

/** What stood in one person's way at a step in those weeks, in the order in which it was told. */
export function barriersIn(walked: Walked, step: number, { from, to }: Weeks): Barrier[] {
  return walked.deeds
    .filter((deed) => deed.step === step && barrierTold(deed) >= from * weekMs && barrierTold(deed) < to * weekMs)
    .sort((a, b) => barrierTold(a) - barrierTold(b))
    .flatMap(({ barrier }) => (barrier === null ? [] : [barrier]));
}

/** The same of a team, as `topBarrier` takes it. */
export function barrierFacts(team: readonly Walked[], step: number, weeks: Weeks): BarrierFact[] {
  return team.flatMap((walked, person) =>
    barriersIn(walked, step, weeks).map((barrier) => ({ person: `p${person}`, step: String(step), barrier })),
  );
}

/** One person's answers to "How easy was it?" in those weeks. */
export function answersIn(walked: Walked, step: number, { from, to }: Weeks): number[] {
  return walked.deeds
    .filter((deed) => deed.step === step && deed.began >= from * weekMs && deed.began < to * weekMs)
    .flatMap(({ rated }) => (rated === null ? [] : [rated]));
}
