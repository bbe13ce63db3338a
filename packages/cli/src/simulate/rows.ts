import { verdictOf } from "@waymark/engine/metrics";
import type { GapForecast, GapReason, GapRow, Journey } from "@waymark/schema";
import { weekMs } from "./clock.ts";
import { type Planting, plant } from "./planted.ts";
import { seedOf } from "./random.ts";
import { lastBlock } from "./seen.ts";
import type { PlantedTrial } from "./trial.ts";
import { arrivalOf, type StepTruth, truthOf, type WayTruth } from "./truth.ts";

/** What a simulation planted, in the shape of `GET /v1/insights/gap`. */
export interface PlantedTruth {
  rows: GapRow[];
  /** Journeys that are kept from a share of people; left out where there is none. */
  experiments?: PlantedTrial[];
}

/** Of whom, and when. */
export interface TruthOptions {
  journeys: readonly Journey[];
  /** People of each role. */
  people: ReadonlyMap<string, number>;
  weeks: number;
  seed: number;
  /** The Monday after the last week, Unix ms. */
  to: number;
}

/** Never met: a planting states something of every step. */
const nothingStated = { expected: 0, believed: 0 };
const rounded = (share: number | null): number | null => (share === null ? null : Math.round(share * 1000) / 1000);

/** The verdict that very many people would get: an interval without width. */
function trueVerdict(measured: number | null, expected: number): GapRow["verdict"] {
  if (measured === null) return null;
  return verdictOf({ value: measured, interval: [measured, measured], people: 0, reason: null }, expected);
}

/** Weeks count from the first Monday; the truth is a moment, so both ends of its interval are the same. */
function trueForecast(
  planting: Planting,
  step: number,
  measured: number | null,
  it: TruthOptions,
  seed: number,
): GapForecast | null {
  const { expected } = planting.stated[step] ?? nothingStated;
  const until = lastBlock(it.weeks)?.to;
  if (measured === null || until === undefined) return null;
  const dayOf = (week: number): string => new Date(it.to + (week - it.weeks) * weekMs).toISOString().slice(0, 10);
  const week = measured >= expected ? until : arrivalOf(planting.way, step, expected, until, seed);
  if (week === null) return { says: "not_at_this_pace" };
  return { says: "date", on: dayOf(week), interval: [dayOf(week), dayOf(week)] };
}

const notYet = (of: readonly GapReason["of"][]): GapReason[] => of.map((each) => ({ of: each, why: "not_yet" }));

function whyMissing({ measured, reported }: StepTruth): GapReason[] {
  const of = (["measured", "reported"] as const).filter((each) => ({ measured, reported })[each] === null);
  return measured === null ? notYet([...of, "verdict", "forecast"]) : notYet(of);
}

const leastOf = (values: readonly (number | null)[]): number | null =>
  values.some((each) => each === null) ? null : Math.min(...values.map(Number));

/** The journey arrives when its last step does. */
function lastOf(forecasts: readonly (GapForecast | null)[]): GapForecast | null {
  const dates = forecasts.flatMap((each) => (each?.says === "date" ? [each] : []));
  const never = forecasts.find((each) => each?.says === "not_at_this_pace");
  if (never !== undefined || dates.length < forecasts.length) return never ?? null;
  return dates.sort((a, b) => (a.on < b.on ? -1 : 1)).at(-1) ?? null;
}

/** The journey as a whole is as good as its weakest step, and the least of what is said of its steps is said of it. */
function journeyRow(rows: readonly GapRow[], base: Base, barrier: GapRow["barrier"]): GapRow {
  const [expected, believed] = [leastOf(rows.map((row) => row.expected)), leastOf(rows.map((row) => row.believed))];
  const [reported, measured] = [leastOf(rows.map((row) => row.reported)), leastOf(rows.map((row) => row.measured))];
  const step = rows.find((row) => row.measured === measured)?.step ?? undefined;
  const verdict = trueVerdict(measured, expected ?? 0);
  const forecast = lastOf(rows.map((row) => row.forecast));
  const reasons: GapReason[] =
    measured === null ? whyMissing({ measured, reported, barrier }) : [{ of: "measured", why: "weakest_step", step }];
  return {
    ...base,
    step: null,
    expected,
    believed,
    reported,
    measured,
    interval: null,
    verdict,
    barrier,
    forecast,
    reasons,
  };
}

type Base = Pick<GapRow, "journey" | "version" | "role" | "n">;

function rowsOf(journey: Journey, role: string, people: number, it: TruthOptions): GapRow[] {
  const planting = plant(journey, role, it.weeks, it.seed);
  const seed = seedOf(it.seed, "truth", journey.id, role);
  const block = lastBlock(it.weeks);
  const truth: WayTruth = block === null ? { steps: [], barrier: null } : truthOf(planting.way, block, seed);
  const base: Base = { journey: journey.id, version: journey.version ?? 1, role, n: people };
  const rows = journey.steps.map((step, index): GapRow => {
    const { measured, reported, barrier } = truth.steps[index] ?? { measured: null, reported: null, barrier: null };
    const { expected, believed } = planting.stated[index] ?? nothingStated;
    const verdict = trueVerdict(measured, expected);
    const forecast = trueForecast(planting, index, measured, it, seed);
    const shares = { expected, believed, reported: rounded(reported), measured: rounded(measured) };
    const reasons = whyMissing({ measured, reported, barrier });
    return { ...base, step: step.id, ...shares, interval: null, verdict, barrier, forecast, reasons };
  });
  return [...rows, journeyRow(rows, base, truth.barrier)];
}

/** Whether a role walks a journey: one without roles is everybody's. */
export function isFor({ roles }: Journey, role: string): boolean {
  return !roles?.length || roles.includes(role);
}

/**
 * The truth of a simulation. It is the parameter, "people like these", not what the team that is sent happened to do; so it
 * has no interval (`null`), its `n` are the people who are sent, and it is the same for a team of any size.
 *
 * @returns One row for each step of each journey and role, and one for each journey as a whole (`step` is `null`).
 */
export function plantedTruth(it: TruthOptions): PlantedTruth {
  const pairs = it.journeys.flatMap((journey) => [...it.people].map(([role, people]) => ({ journey, role, people })));
  const walked = pairs.filter(({ journey, role }) => isFor(journey, role));
  return { rows: walked.flatMap(({ journey, role, people }) => rowsOf(journey, role, people, it)) };
}
