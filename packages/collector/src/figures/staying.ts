import { checkOfArms, daysOfWeeks, fewestPeople, type Tally, valueArms, weeksOfCheck } from "@waymark/engine/metrics";
import type { Figure, StayingFigures } from "@waymark/schema";
import type { AttemptRow } from "../blocks/attempts.ts";
import type { Saying } from "../blocks/gap-cells.ts";
import { smallestGroup } from "../blocks/partition.ts";
import type { Reached } from "../blocks/reached.ts";
import { figureOf, hundredths, noFigure } from "./figure.ts";

/** What was released of M7 so far, and how it is shown. */
export interface KeptStaying {
  /** People whose six weeks ended before this week are in it, or were too few for too long. */
  untilWeek: number;
  reached: { hits: number; of: number };
  notReached: { hits: number; of: number };
  figures: StayingFigures;
}

/** What is asked of a journey, whatever its version. */
export interface StayingInput {
  /** The host's event that shows the value; `null`: having come through all steps does. */
  event: string | null;
  steps: readonly string[];
  attempts: readonly AttemptRow[];
  reach: readonly Reached[];
  sayings: readonly Saying[];
  /** The weeks in which each person began a session. */
  active: ReadonlyMap<string, ReadonlySet<number>>;
  members: ReadonlySet<string>;
  toWeek: number;
}

/** Who waits longer is counted no more: a quarter, as with reports. */
const longestWait = 12;
/** From how many weeks back a session can matter to somebody who waits. */
export const weeksAsked: number = weeksOfCheck + longestWait;

const leastOf = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((each) => each !== null);
  return known.length === 0 ? null : Math.min(...known);
};

/** The first week by whose end somebody had come through every step once. */
function throughIn(own: readonly AttemptRow[], steps: readonly string[]): number | null {
  const done = steps.map((step) =>
    leastOf(own.filter((row) => row.step === step && row.how !== "skipped").map(({ completedWeek }) => completedWeek)),
  );
  return done.length === 0 || done.some((each) => each === null) ? null : Math.max(...done.map(Number));
}

/** The week in which the value first came to each person, however it is told. */
export function valueWeeks({
  event,
  steps,
  attempts,
  sayings,
}: Pick<StayingInput, "event" | "steps" | "attempts" | "sayings">): Map<string, number> {
  const found = new Map<string, number>();
  if (event === null) {
    for (const [person, own] of Map.groupBy(attempts, ({ person }) => person)) {
      const week = throughIn(own, steps);
      if (week !== null) found.set(person, week);
    }
    return found;
  }
  for (const { person, week } of sayings.filter(({ kind }) => kind === "valued"))
    found.set(person, Math.min(week, found.get(person) ?? week));
  return found;
}

interface Watched {
  /** The week in which the journey first came to them. */
  from: number;
  active: number[];
  value: number | null;
}

/** Each person's weeks with a journey, from when it first came to them. */
function watchedOf(input: StayingInput): Watched[] {
  const { attempts, reach, active, members } = input;
  const own = Map.groupBy(attempts, ({ person }) => person);
  const came = new Map(reach.map((each) => [each.person, each]));
  const values = valueWeeks(input);
  return [...new Set([...own.keys(), ...came.keys()])]
    .filter((person) => members.has(person))
    .flatMap((person): Watched[] => {
      const { offeredWeek = null, startedWeek = null } = came.get(person) ?? {};
      const rows = own.get(person) ?? [];
      const from = leastOf([offeredWeek, startedWeek, ...rows.map(({ beganWeek }) => beganWeek)]);
      if (from === null) return [];
      const deeds = rows.flatMap(({ beganWeek, completedWeek }) => [beganWeek ?? [], completedWeek ?? []].flat());
      const weeks = new Set([...(active.get(person) ?? []), ...deeds]);
      const since = (week: number): number => week - from;
      const value = values.get(person);
      return [
        {
          from,
          active: [...weeks].filter((week) => week >= from).map(since),
          value: value === undefined ? null : Math.max(0, since(value)),
        },
      ];
    });
}

const sum = (a: Tally, b: Tally): Tally => ({ hits: a.hits + b.hits, of: a.of + b.of });
const nobody: Tally = { hits: 0, of: 0 };

/** How one side is shown before both can be: that nearly all of ten people or more stayed, or nearly none. */
function faceOf({ hits, of }: Tally): Figure {
  if (of >= smallestGroup && of - hits < fewestPeople) return noFigure("nearly_all");
  return noFigure(of >= smallestGroup && hits < fewestPeople ? "nearly_none" : "too_few");
}

/**
 * M7 as it may be shown. People are counted once their six weeks are over; who waits is released all together, once five of
 * them stand on either side of both shares, so that any two blocks differ by nobody or by that many.
 */
export function stayingFigures(input: StayingInput, before: KeptStaying | null): KeptStaying {
  const { toWeek, event } = input;
  const { reached, notReached } = before ?? { reached: nobody, notReached: nobody };
  const untilWeek = Math.max(before?.untilWeek ?? Number.MIN_SAFE_INTEGER, toWeek - longestWait);
  const waiting = watchedOf(input).filter(
    ({ from }) => from + weeksOfCheck > untilWeek && from + weeksOfCheck <= toWeek,
  );
  const fresh = valueArms(waiting.map(({ active, value }) => daysOfWeeks({ active, value, watched: weeksOfCheck })));
  const sides = [fresh.reached, fresh.notReached].flatMap(({ hits, of }) => [hits, of - hits]);
  const ripe = Math.min(...sides) >= fewestPeople;
  const arms = ripe
    ? { reached: sum(reached, fresh.reached), notReached: sum(notReached, fresh.notReached) }
    : { reached, notReached };
  const kept = { untilWeek: ripe ? toWeek : untilWeek, ...arms };
  if (arms.reached.of === 0) {
    const faces = { reached: faceOf(fresh.reached), notReached: faceOf(fresh.notReached) };
    return { ...kept, figures: { event, ...faces, difference: noFigure("too_few"), says: null } };
  }
  const check = checkOfArms(arms);
  const figures = {
    event,
    reached: figureOf(check.reached, hundredths),
    notReached: figureOf(check.notReached, hundredths),
    difference: figureOf(check.difference, hundredths),
    says: check.says,
  };
  return { ...kept, figures };
}
