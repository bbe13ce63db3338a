import { type Arm, bandOf, type Estimate, fewestPeople, holdoutEffect, isKnown } from "@waymark/engine/metrics";
import type { ExperimentArm, ExperimentRow } from "@waymark/schema";
import type { Calendar } from "./calendar.ts";
import type { Saying, Trial, VersionSteps } from "./gap-cells.ts";

/** How long each person is watched: a block, so that a week more or less does not matter. */
export const weeksWatched = 4;

/** What was released of one version: people whose watched weeks ended before a week. */
export interface ArmLedger {
  untilWeek: number;
  shown: { people: number; reached: number };
  held: { people: number; reached: number };
}

/** By journey, version and kind of people. */
export type ArmLedgers = Readonly<Record<string, ArmLedger>>;

/** What a block keeps of experiments. */
export interface FrozenExperiments {
  rows: ExperimentRow[];
  arms: ArmLedgers;
}

export const noExperiments: FrozenExperiments = { rows: [], arms: {} };

/** What experiments are counted from, beside what verified people said of a journey. */
export interface TrialInput {
  versions: readonly VersionSteps[];
  before: ArmLedgers;
  /** The first week that is not in the block. */
  toWeek: number;
  calendar: Calendar;
}

/** How one person's lot fell, and what they did afterwards. */
interface Entrant {
  version: number;
  held: boolean;
  week: number;
  reached: boolean;
}

const isFirst = (a: Saying, b: Saying): boolean => a.week < b.week || (a.week === b.week && a.at < b.at);

/**
 * People of a journey by the first that is told of them: that it was offered to them, or held back. The week it counts in comes
 * first: what arrives late counts in a later week and changes nobody who was counted.
 */
export function entrantsOf(told: readonly Saying[]): Entrant[] {
  return [...Map.groupBy(told, ({ person }) => person).values()].flatMap((own): Entrant[] => {
    const lots = own.filter(({ kind }) => kind === "offered" || kind === "held");
    const [head, ...others] = lots;
    if (head === undefined) return [];
    const lot = others.reduce((least, each) => (isFirst(each, least) ? each : least), head);
    const { version, week, at, kind } = lot;
    const isSoon = (each: Saying): boolean => each.week >= week && each.week < week + weeksWatched && each.at >= at;
    const reached = own.some((each) => each.kind === "valued" && isSoon(each));
    return [{ version, week, held: kind === "held", reached }];
  });
}

const armOf = (entrants: readonly Entrant[], held: boolean): Arm => {
  const own = entrants.filter((each) => each.held === held);
  return { people: own.length, reached: own.filter(({ reached }) => reached).length };
};

const sum = (a: Arm, b: Arm): Arm => ({ people: a.people + b.people, reached: a.reached + b.reached });
const sidesOf = ({ people, reached }: Arm): number[] => [reached, people - reached];

/**
 * Releases who waits, all together, once five of them stand on either side of either arm; else they wait on. So what two blocks
 * differ by is never about fewer than five.
 */
export function moveArms(before: ArmLedger | undefined, entrants: readonly Entrant[], toWeek: number): ArmLedger {
  const nobody: Arm = { people: 0, reached: 0 };
  const known = before ?? { untilWeek: Number.MIN_SAFE_INTEGER, shown: nobody, held: nobody };
  const ends = ({ week }: Entrant): number => week + weeksWatched;
  const waiting = entrants.filter((each) => ends(each) > known.untilWeek && ends(each) <= toWeek);
  const [shown, held] = [armOf(waiting, false), armOf(waiting, true)];
  if (Math.min(...sidesOf(shown), ...sidesOf(held)) < fewestPeople) return known;
  return { untilWeek: toWeek, shown: sum(known.shown, shown), held: sum(known.held, held) };
}

const hundredths = (value: number): number => Math.round(value * 100) / 100;
// Outward, so that what is held by the interval stays held; a double may miss a whole hundredth by its last bit.
const outward = ({ interval }: Estimate): [number, number] | null =>
  interval && [Math.floor(interval[0] * 100 + 1e-9) / 100, Math.ceil((interval[1] ?? 1) * 100 - 1e-9) / 100];

const shownArm = (estimate: Estimate): ExperimentArm => ({
  value: estimate.value === null ? null : hundredths(estimate.value),
  interval: outward(estimate),
  people: isKnown(estimate) ? bandOf(estimate.people) : null,
});

/** One version's row from what was released. */
export function experimentRow(
  { journey, version }: VersionSteps,
  { title, holdout, event }: Trial,
  { shown, held }: ArmLedger,
  simulated: boolean,
): ExperimentRow {
  const found = holdoutEffect(shown, held, holdout);
  const { value, reason } = found.effect;
  return {
    ...{ journey, title, version, holdout, event, weeks: weeksWatched },
    shown: shownArm(found.shown),
    held: shownArm(found.held),
    effect: value === null ? null : hundredths(value),
    interval: outward(found.effect),
    detectable: found.detectable === null ? null : Math.ceil(found.detectable * 100 - 1e-9) / 100,
    says: found.says,
    simulated,
    reason: reason === null || reason === "uneven" ? reason : "too_few",
  };
}

/** Everybody's experiments up to a block. Real people's figures stand in place of simulated ones as soon as there are any. */
export function computeExperiments(
  { versions, before, toWeek, calendar }: TrialInput,
  sayingsOf: (journey: string) => readonly Saying[],
): FrozenExperiments {
  const arms: Record<string, ArmLedger> = { ...before };
  const rows: ExperimentRow[] = [];
  const asked = new Map<string, readonly Saying[]>();
  for (const version of versions) {
    const { trial, journey } = version;
    if (trial === undefined) continue;
    const told = asked.get(journey) ?? sayingsOf(journey).filter(({ week }) => week < toWeek);
    asked.set(journey, told);
    // Whoever is shown it before their weeks are over was not held out for as long.
    const last = trial.endedAt === null ? toWeek : Math.min(toWeek, calendar.weekOf(trial.endedAt));
    const rowOf = (simulated: 0 | 1): ExperimentRow => {
      const entrants = entrantsOf(told.filter((each) => each.simulated === simulated));
      const key = `${journey} ${version.version} ${simulated}`;
      const own = entrants.filter((each) => each.version === version.version);
      const ledger = moveArms(before[key], own, last);
      arms[key] = ledger;
      return experimentRow(version, trial, ledger, simulated === 1);
    };
    const [real, simulated] = [rowOf(0), rowOf(1)];
    rows.push(real.reason !== null && simulated.reason === null ? simulated : real);
  }
  return { rows, arms };
}
