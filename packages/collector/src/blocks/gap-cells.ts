import type { Barrier, WeekFact } from "@waymark/engine/metrics";
import {
  ability,
  type BarrierFact,
  courseWeeks,
  type Effort,
  type Estimate,
  effort,
  fewestPeople,
  type GapBlock,
  type GapCell,
  median,
  medianOfPeople,
  missing,
  type PersonEffort,
  perceptionGap,
  type ShownBarrier,
  type StepCourse,
  showAbility,
  standingOfPeople,
  stepCourses,
  timeReference,
  topBarrier,
} from "@waymark/engine/metrics";
import { isOfStep, joinAttempts } from "../events/saying-row.ts";
import { type AttemptRow, attemptOf, closedIn, closingWeek, isDone, type Weeks } from "./attempts.ts";
import { blockWeeks } from "./block.ts";
import { smallestGroup } from "./partition.ts";

/**
 * A row of what is told of somebody, as a freeze reads it. Of a step: `ease`, `barrier` (with the attempt it is of), `fields`,
 * `found.0` to `found.6` and `lost.0` to `lost.6` (by the day of the week, Sunday 0). Of a journey: `offered`, `held`, `valued`,
 * `seen` (the brief), `brief` (its answer), `cover`, and `used.0` to `used.6` (a core action). Of none: `survey`, `prompt`,
 * `closed`, `active` (a session began).
 */
export interface Saying {
  person: string;
  version: number;
  /** The step, or what else it is about: the question of `survey`, the surface of `prompt` and `closed`, the event of `used`. */
  step: string;
  kind: string;
  at: number;
  week: number;
  /** 1 to 7 of `ease` and `survey`, milliseconds of `closed`; else `null`. */
  score: number | null;
  /** A code of `barrier`, `brief` and `lost`, parts as JSON of `fields` and `cover`; else `null`. */
  barrier: string | null;
  simulated: 0 | 1;
}

/** That a version is kept from a share of people, to see what it does to its value event. */
export interface Trial {
  title: string;
  holdout: number;
  event: string;
  /** When a later version was published that shows it to more people, or counts another value; `null`: not yet. Unix ms. */
  endedAt: number | null;
}

/** Steps of one version, as it was published. */
export interface VersionSteps {
  journey: string;
  version: number;
  steps: readonly { id: string; minutes?: number | undefined }[];
  trial?: Trial | undefined;
}

/** All that the cells of one version are computed from, for one group. */
export interface CellInput extends Weeks {
  version: VersionSteps;
  /** Of the version, of any of these people. */
  attempts: readonly AttemptRow[];
  sayings: readonly Saying[];
  members: ReadonlySet<string>;
  /** People in the group, known or said. */
  people: number;
  /** Members to whom the journey came at all. */
  reached: ReadonlySet<string>;
}

/** A cell as it is kept. What no row of the gap report needs is kept for the evidence of a step. */
export interface KeptCell extends Omit<GapCell, "course"> {
  /** M5, 0 to 100, of ten people or more. */
  effort: Effort["behaviour"];
  /** M4: the median, ms. */
  time: Estimate;
}

/** What a block keeps of one version for one group. */
export interface VersionCells {
  cells: KeptCell[];
  barrier: ShownBarrier;
  courses: Record<string, StepCourse>;
}

const barriers: ReadonlySet<string> = new Set<Barrier>([
  ...(["not_reached", "not_clear", "not_useful", "opens_help"] as const),
  ...(["tries_and_fails", "blocked", "does_not_apply", "not_now"] as const),
]);
const isBarrier = (code: string | null): code is Barrier => code !== null && barriers.has(code);

function byPerson<T extends { person: string }>(rows: readonly T[]): T[][] {
  return [...Map.groupBy(rows, ({ person }) => person).values()];
}

/** M11, under the rule of ratings: ten people who answered, five on either side. */
function reportedOf(sayings: readonly Saying[]): number | null {
  const answers = byPerson(sayings.filter(({ score }) => score !== null)).map((own) =>
    own.flatMap(({ score }) => score ?? []),
  );
  const easy = answers.filter((own) => own.some((score) => score >= 5)).length;
  const hard = answers.filter((own) => own.some((score) => score < 5)).length;
  if (answers.length < smallestGroup || easy < fewestPeople || hard < fewestPeople) return null;
  const { value } = perceptionGap(null, missing("too_few"), answers).reported;
  return value === null ? null : Math.round(value * 100) / 100;
}

/** M12's facts in the order in which they came: completions, what devices told, and who was never reached. */
function barrierFacts(input: CellInput, closed: readonly AttemptRow[], said: readonly Saying[]): BarrierFact[] {
  const told = [
    ...closed
      .filter((row) => isDone(row, input.toWeek))
      .map(({ person, step, barrier, completed }) => ({ person, step, barrier, at: completed ?? 0 })),
    ...said,
  ].sort((a, b) => a.at - b.at);
  const facts = told.flatMap(({ person, step, barrier }) => (isBarrier(barrier) ? [{ person, step, barrier }] : []));
  const unseen = Array.from({ length: input.people - input.members.size }, (_, i) => ` ${i}`);
  const away = [...[...input.members].filter((person) => !input.reached.has(person)), ...unseen];
  const never = input.version.steps.flatMap(({ id }) =>
    away.map((person): BarrierFact => ({ person, step: id, barrier: "not_reached" })),
  );
  return [...facts, ...never];
}

function shownBarrier(facts: readonly BarrierFact[], step: string, people: number): ShownBarrier {
  const { barrier, of, share } = topBarrier(facts, step, people);
  if (barrier !== null && of !== null) return { barrier, of };
  return { barrier: null, of: null, why: share.reason === "tied" ? "tied" : "too_few" };
}

function effortOf(
  input: CellInput,
  step: VersionSteps["steps"][number],
  done: readonly AttemptRow[],
): KeptCell["effort"] {
  const earlier = input.attempts.filter(
    (row) => row.step === step.id && (row.completedWeek ?? input.fromWeek) < input.fromWeek,
  );
  const times = byPerson(earlier).map((own) => own.flatMap(({ activeMs }) => activeMs ?? []));
  const people = byPerson(done.filter(({ activeMs }) => activeMs !== null)).map(
    (own): PersonEffort => ({
      attempts: own.map(({ activeMs, failed, backtracks }) => ({
        activeMs: activeMs ?? 0,
        failed: failed ?? 0,
        backtracks: backtracks ?? 0,
      })),
      ease: [],
    }),
  );
  if (people.length < smallestGroup) return missing("too_few");
  return effort(people, timeReference(step.minutes, times).ms).behaviour;
}

/**
 * Who stood how at the end of each week in which they closed an attempt: by their last three of the four weeks up to then, as in a
 * block. Older ones would carry a course on that has stopped.
 */
function weekFacts(input: CellInput): WeekFact[] {
  const { toWeek } = input;
  const facts: WeekFact[] = [];
  for (let week = toWeek - courseWeeks; week < toWeek; week += 1)
    for (const { id: step } of input.version.steps) {
      const own = input.attempts.filter((row) => row.step === step);
      const active = new Set(own.filter((row) => closingWeek(row, week + 1) === week).map(({ person }) => person));
      const known = closedIn(own, { fromWeek: week + 1 - blockWeeks, toWeek: week + 1 }).filter(({ person }) =>
        active.has(person),
      );
      const standing = standingOfPeople(
        known.map((row) => attemptOf(row, week + 1)),
        Number.POSITIVE_INFINITY,
      );
      const people = [...standing].sort(([a], [b]) => (a < b ? -1 : 1));
      facts.push(...people.map(([person, alone]) => ({ person, step, week, alone })));
    }
  return facts;
}

const digits = (value: number): number => Math.round(value * 1e4) / 1e4;

/** Four digits are enough for a line, and a third of the bytes. */
function rounded(course: StepCourse): StepCourse {
  if (course.missing !== null) return course;
  const { pooled, now, lately } = course;
  const line = ({ level, slope }: { level: number; slope: number }) => ({ level: digits(level), slope: digits(slope) });
  return { missing: null, now, pooled: { ...line(pooled), drawn: pooled.drawn.map(line) }, lately: digits(lately) };
}

/** Stores give rows in orders of their own, and a mean moves with it in its last digit: the same rows give the same bytes. */
function inOneOrder<T>(rows: readonly T[], facts: (row: T) => readonly unknown[]): T[] {
  const keyed = rows.map((row) => ({ row, key: JSON.stringify(facts(row)) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ row }) => row);
}

const attemptFacts = (row: AttemptRow): readonly unknown[] => [
  ...[row.person, row.step, row.began, row.beganWeek, row.completed, row.completedWeek],
  ...[row.how, row.helped, row.failed, row.activeMs, row.backtracks, row.barrier],
];
const sayingFacts = ({ person, step, kind, week, at, score, barrier }: Saying): readonly unknown[] => [
  ...[person, step, week, at, score, barrier, kind],
];

/** What a block keeps of one version for one group, from rows alone; `null` where nothing was ever done in it. */
export function versionCells(whole: CellInput): VersionCells | null {
  const steps = new Set(whole.version.steps.map(({ id }) => id));
  const isOurs = ({ person, step }: { person: string; step: string }): boolean =>
    whole.members.has(person) && steps.has(step);
  const attempts = inOneOrder(whole.attempts.filter(isOurs), attemptFacts);
  const told = whole.sayings.filter((each) => isOurs(each) && isOfStep(each) && each.week < whole.toWeek);
  const sayings = joinAttempts(inOneOrder(told, sayingFacts));
  const input = { ...whole, attempts, sayings };
  if (attempts.length === 0 && sayings.length === 0) return null;
  const closed = closedIn(attempts, whole);
  const said = sayings.filter(({ week }) => week >= whole.fromWeek);
  const facts = barrierFacts(input, closed, said);
  const courses = stepCourses(weekFacts(input), whole.toWeek - 1);
  const cells = whole.version.steps.map((step): KeptCell => {
    const own = closed.filter((row) => row.step === step.id);
    const { alone, people } = ability(
      own.map((row) => attemptOf(row, whole.toWeek)),
      Number.POSITIVE_INFINITY,
    );
    const done = own.filter((row) => isDone(row, whole.toWeek));
    const times = byPerson(done).map((each) => each.flatMap(({ activeMs }) => activeMs ?? []));
    return {
      step: step.id,
      ability: showAbility(alone, people),
      reported: reportedOf(said.filter((each) => each.step === step.id)),
      barrier: shownBarrier(facts, step.id, whole.people),
      effort: effortOf(input, step, done),
      time: medianOfPeople(times.flatMap((each) => median(each) ?? [])),
    };
  });
  const lacking: StepCourse = { missing: "weeks" };
  const kept = whole.version.steps.map(({ id }) => [id, rounded(courses.get(id) ?? lacking)] as const);
  // No step is called by nothing: what is named is named for the whole way.
  return { cells, barrier: shownBarrier(facts, "", whole.people), courses: Object.fromEntries(kept) };
}

/** A block of the report from what is kept; only the latest block's courses are asked for. */
export function gapBlock({ cells, barrier, courses }: VersionCells, end: number): GapBlock {
  return {
    end,
    barrier,
    cells: cells.map((cell) => ({ ...cell, course: courses[cell.step] ?? { missing: "weeks" } })),
  };
}
