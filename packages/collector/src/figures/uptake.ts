import {
  type Adopter,
  adoption,
  adoptionOf,
  type CoreAction,
  coreUse,
  type Estimate,
  effortOfPerson,
  estimateShown,
  fewestPeople,
  meanOfPeople,
  median,
  showAbility,
  type Tally,
  timeReference,
} from "@waymark/engine/metrics";
import type { Figure, UptakeFigures } from "@waymark/schema";
import { type AttemptRow, isDone } from "../blocks/attempts.ts";
import type { Saying, VersionSteps } from "../blocks/gap-cells.ts";
import { smallestGroup } from "../blocks/partition.ts";
import type { Reached } from "../blocks/reached.ts";
import { byPerson } from "./asked.ts";
import { clusteredFigure, figureOf, hundredths, noFigure, shareFigure } from "./figure.ts";

/** What is asked of a journey, whatever its version, in a block's weeks. */
export interface UptakeInput {
  core: readonly CoreAction[];
  /** Of the newest version. */
  steps: VersionSteps["steps"];
  attempts: readonly AttemptRow[];
  reach: readonly Reached[];
  sayings: readonly Saying[];
  members: ReadonlySet<string>;
  headcount: number | null;
  fromWeek: number;
  toWeek: number;
}

/** One person in these weeks. */
interface Own {
  attempts: readonly AttemptRow[];
  /** Core actions, one of each a day. */
  used: readonly Saying[];
  /** The first of these weeks that they were there for. */
  since: number;
}

const isIn = (week: number | null, { fromWeek, toWeek }: UptakeInput): boolean =>
  week !== null && week >= fromWeek && week < toWeek;

/** To whom the journey came in these weeks, or who did something of it, each with what they did. */
function peopleOf(input: UptakeInput): Own[] {
  const { attempts, reach, sayings, members, fromWeek } = input;
  const rows = attempts.filter((row) => isIn(row.beganWeek, input) || isIn(row.completedWeek, input));
  const used = sayings.filter(({ kind, week }) => kind.startsWith("used.") && isIn(week, input));
  const came = reach.filter((each) => isIn(each.offeredWeek, input) || isIn(each.startedWeek, input));
  const first = new Map(reach.map((each) => [each.person, each.offeredWeek ?? each.startedWeek ?? fromWeek]));
  const [byRow, byUse] = [Map.groupBy(rows, ({ person }) => person), Map.groupBy(used, ({ person }) => person)];
  return [...new Set([...rows, ...used, ...came].map(({ person }) => person))]
    .filter((person) => members.has(person))
    .sort()
    .map((person) => ({
      attempts: byRow.get(person) ?? [],
      used: byUse.get(person) ?? [],
      since: Math.max(fromWeek, first.get(person) ?? fromWeek),
    }));
}

/** What a step should take: what its author says, else what experienced people took before the block. */
function referencesOf({ steps, attempts, fromWeek }: UptakeInput): Map<string, number | null> {
  return new Map(
    steps.map(({ id, minutes }) => {
      const earlier = attempts.filter((row) => row.step === id && (row.completedWeek ?? fromWeek) < fromWeek);
      const times = byPerson(earlier).map((own) => own.flatMap(({ activeMs }) => activeMs ?? []));
      return [id, timeReference(minutes, times).ms];
    }),
  );
}

/** The middle of a person's effort at the steps they did. */
function effortOf({ attempts }: Own, references: ReadonlyMap<string, number | null>, toWeek: number): number | null {
  const efforts = [...Map.groupBy(attempts, ({ step }) => step)].flatMap(([step, own]) => {
    const toil = own.flatMap((row) =>
      isDone(row, toWeek) && row.activeMs !== null
        ? [{ activeMs: row.activeMs, failed: row.failed ?? 0, backtracks: row.backtracks ?? 0 }]
        : [],
    );
    return effortOfPerson(toil, references.get(step) ?? null) ?? [];
  });
  return median(efforts);
}

/** On how many days of each week they did an action. */
function daysUsed({ used, since }: Own, toWeek: number, { event }: CoreAction): number[] {
  const own = used.filter(({ step }) => step === event);
  return Array.from({ length: toWeek - since }, (_, index) => own.filter(({ week }) => week === since + index).length);
}

function adopterOf(own: Own, input: UptakeInput, references: ReadonlyMap<string, number | null>): Adopter | null {
  const { core, fromWeek, toWeek } = input;
  const use = coreUse(core, (action) => daysUsed(own, toWeek, action), toWeek - fromWeek);
  if (use === null) return null;
  const helped = new Set(own.attempts.filter(({ helped }) => helped === 1).map(({ completedWeek }) => completedWeek));
  const events = new Set(core.map(({ event }) => event));
  const actions = own.used.filter(({ step }) => events.has(step));
  const alone = actions.filter(({ week }) => !helped.has(week)).length;
  return {
    ...use,
    // Everybody counts once: who does most of the work does not speak for all.
    actions: Math.min(1, actions.length),
    alone: actions.length === 0 ? 0 : alone / actions.length,
    effort: effortOf(own, references, toWeek),
  };
}

const unit = [0, 1] as const;
const points = { of: 1, most: 100 };
const meanOf = (tallies: readonly Tally[]): Estimate =>
  meanOfPeople(
    tallies.map(({ hits, of }) => hits / of),
    unit,
  );

function partsOf(people: readonly Adopter[], headcount: number | null): Omit<UptakeFigures, "core" | "score"> {
  const of = (part: "depth" | "regularity" | "alone"): Figure =>
    clusteredFigure(
      people.filter(({ actions }) => part !== "alone" || actions > 0).map((each) => ({ hits: each[part], of: 1 })),
      meanOf,
    );
  const toil = people.flatMap(({ effort }) => effort ?? []);
  const ease = meanOfPeople(
    toil.map((effort) => 1 - effort / 100),
    unit,
  );
  return {
    reach: headcount === null ? noFigure("no_headcount") : shareFigure(Math.min(people.length, headcount), headcount),
    depth: of("depth"),
    regularity: of("regularity"),
    alone: of("alone"),
    ease: toil.length < smallestGroup ? noFigure("too_few") : figureOf(ease, hundredths),
  };
}

/** How far a part can be from what is shown of it alone; `null`: nothing is. */
function endsOf({ interval, why, n }: Figure): readonly [number, number] | null {
  if (interval !== null) return [interval[0], interval[1] ?? 1];
  if (n === null || (why !== "nearly_all" && why !== "nearly_none")) return null;
  // Of the least that a band stands for at most four are on the other side, and each of them wholly.
  const bound = estimateShown(showAbility(why === "nearly_all" ? n : 0, n)).interval;
  return bound === null ? null : [bound[0], bound[1] ?? 1];
}

/**
 * The score beside its parts. It is a number only where each part is: with four parts and the score the fifth can be computed,
 * and with it the few who are on its other side. Else it has an interval, from what is shown of the parts and from nothing else.
 */
function scoreOf(people: readonly Adopter[], headcount: number | null, parts: readonly Figure[]): Figure {
  if (headcount === null) return noFigure("no_headcount");
  if (parts.every(({ value }) => value !== null)) return figureOf(adoption(people, headcount), points);
  const ends = parts.map(endsOf);
  const known = ends.flatMap((each) => (each === null ? [] : [each]));
  if (known.length < parts.length) return noFigure("part_missing");
  const at = (end: 0 | 1): number => adoptionOf(known.map((each) => each[end])) ?? 0;
  const { interval } = figureOf(
    { value: at(0), interval: [at(0), at(1)], people: smallestGroup, reason: null },
    points,
  );
  return { ...noFigure("part_missing"), interval };
}

/** M8 of a journey and group in a block; `null` where fewer than five people had to do with it, or no action is expected. */
export function uptakeFigures(input: UptakeInput): UptakeFigures | null {
  const references = referencesOf(input);
  const people = peopleOf(input).flatMap((own) => adopterOf(own, input, references) ?? []);
  // Nobody and four are the same.
  if (people.length < fewestPeople) return null;
  const parts = partsOf(people, input.headcount);
  const { reach, depth, regularity, alone, ease } = parts;
  const score = scoreOf(people, input.headcount, [reach, depth, regularity, alone, ease]);
  return { core: input.core.map(({ event, every }) => ({ event, every })), score, ...parts };
}
