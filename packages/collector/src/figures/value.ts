import {
  bandOf,
  type Estimate,
  estimateShown,
  fewestPeople,
  showAbility,
  survival,
  timeToValue,
  type WayToValue,
  watchedDays,
} from "@waymark/engine/metrics";
import type { Figure, ValueFigures } from "@waymark/schema";
import type { AttemptRow } from "../blocks/attempts.ts";
import type { Saying } from "../blocks/gap-cells.ts";
import { smallestGroup } from "../blocks/partition.ts";
import type { Reached } from "../blocks/reached.ts";
import { figureOf, hundredths, noFigure } from "./figure.ts";

/** What was last shown, and how many had arrived of how many then: later figures move only where five more people did. */
export interface KeptValue {
  people: number;
  arrived: number;
  figures: ValueFigures;
}

/** What is asked of a journey, whatever its version. */
export interface ValueInput {
  /** The host's event that shows the value; `null`: having come through all steps does. */
  event: string | null;
  sayings: readonly Saying[];
  steps: readonly string[];
  attempts: readonly AttemptRow[];
  reach: readonly Reached[];
  members: ReadonlySet<string>;
  toWeek: number;
  /** The moment after the block's last week, Unix ms. */
  end: number;
}

const least = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((each) => each !== null);
  return known.length === 0 ? null : Math.min(...known);
};

/** When a person's value event first happened, of what is frozen by then. */
function valuedAt({ sayings, toWeek }: ValueInput): Map<string, number> {
  const found = new Map<string, number>();
  for (const { person, kind, week, at } of sayings)
    if (kind === "valued" && week < toWeek) found.set(person, Math.min(at, found.get(person) ?? at));
  return found;
}

/** Each person's way: from when the journey first came to them until its value did, or every step of it was done once. */
function waysOf(input: ValueInput): WayToValue[] {
  const { event, steps, attempts, reach, members, toWeek } = input;
  const valued = valuedAt(input);
  const people = new Set([...attempts, ...reach].map(({ person }) => person).filter((person) => members.has(person)));
  const rows = Map.groupBy(attempts, ({ person }) => person);
  const came = new Map(reach.map((each) => [each.person, each]));
  return [...people].flatMap((person) => {
    const own = rows.get(person) ?? [];
    const { offered = null, started = null } = came.get(person) ?? {};
    const eligible = least([offered, started, ...own.map(({ began }) => began)]);
    const done = steps.map((step) =>
      least(
        own
          .filter(
            (row) =>
              row.step === step && row.how !== "skipped" && row.completedWeek !== null && row.completedWeek < toWeek,
          )
          .map(({ completed }) => completed),
      ),
    );
    const through = done.some((each) => each === null) || done.length === 0 ? null : Math.max(...done.map(Number));
    const value = event === null ? through : (valued.get(person) ?? null);
    return eligible === null
      ? []
      : [{ eligible, value: value === null ? null : Math.max(value, eligible), left: null }];
  });
}

const wholeDays = { of: 1 };

/** A share that has arrived by a day: five people on either side, as the curve has them. */
function byDay(estimate: Estimate, people: number): Figure {
  if (estimate.value === null) return figureOf(estimate, hundredths);
  const shown = showAbility(Math.round(estimate.value * people), people);
  if (shown.shows === "figure") return figureOf(estimate, hundredths);
  if (shown.shows === "nothing") return noFigure("too_few");
  return { ...figureOf(estimateShown(shown), hundredths), value: null, why: shown.shows };
}

/** The days under the axis. */
const axisDays = [0, 7, 14, 28, 42, 56];

/** The rising curve, a point for each five who arrived, while five are still on the way. */
function curveOf(ways: readonly WayToValue[], end: number): Pick<ValueFigures, "curve" | "watched"> {
  const watched = watchedDays(ways, end);
  const people = watched.length;
  let since = 0;
  const curve = survival(watched).flatMap(({ time, happened, remaining, interval }) => {
    since += happened;
    // Who is not there yet is five people too, or nothing is drawn.
    const left = Math.round(remaining * people);
    if (since < fewestPeople || interval === null || left < fewestPeople) return [];
    since = 0;
    const two = (share: number): number => Math.round(share * 100) / 100;
    return [
      {
        day: Math.ceil(time),
        share: two(1 - remaining),
        interval: [two(1 - interval[1]), two(1 - interval[0])] as [number, number],
      },
    ];
  });
  const longest = Math.max(0, ...watched.map(({ time }) => time));
  return {
    curve,
    watched: axisDays
      .filter((day) => day <= longest)
      .map((day) => {
        const n = watched.filter(({ time }) => time >= day).length;
        return { day, n: n < smallestGroup ? null : bandOf(n) };
      }),
  };
}

const withheld = (why: "too_few" | "nearly_none"): ValueFigures => {
  const none = noFigure(why);
  return { medianDays: none, p80Days: none, byDay7: none, byDay30: none, curve: [], watched: [] };
};

/**
 * M6 as it may be shown. People are watched over many blocks, so that two of them side by side would tell who arrived
 * between: what was shown stays until five more have arrived, and nobody or five more are on the way.
 */
export function valueFigures(input: ValueInput, before: KeptValue | null): KeptValue {
  const { end } = input;
  const ways = waysOf(input);
  const people = ways.length;
  const arrived = ways.filter(({ value }) => value !== null && value <= end).length;
  if (before !== null && arrived - before.arrived < fewestPeople) return before;
  if (people < smallestGroup) return { people: 0, arrived: 0, figures: withheld("too_few") };
  if (arrived < fewestPeople) return { people: 0, arrived: 0, figures: withheld("nearly_none") };
  const { medianDays, p80Days, byDay7, byDay30 } = timeToValue(ways, end);
  const figures = {
    medianDays: figureOf({ ...medianDays, people }, wholeDays),
    p80Days: figureOf({ ...p80Days, people }, wholeDays),
    byDay7: byDay(byDay7, people),
    byDay30: byDay(byDay30, people),
    ...curveOf(ways, end),
  };
  return { people, arrived, figures };
}
