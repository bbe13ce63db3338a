import type { Journey } from "@waymark/schema";
import type { AttemptRow } from "../blocks/attempts.ts";
import type { Block } from "../blocks/block.ts";
import type { Saying, VersionSteps } from "../blocks/gap-cells.ts";
import type { Group } from "../blocks/partition.ts";
import type { Reached } from "../blocks/reached.ts";
import {
  type Carried,
  type FrozenFigures,
  groupFigures,
  type JourneyFigures,
  versionFigures,
} from "../figures/frozen-figures.ts";
import { stayingFigures } from "../figures/staying.ts";
import { uptakeFigures } from "../figures/uptake.ts";
import { valueFigures } from "../figures/value.ts";

/** A group with its people, as far as figures ask. */
export interface Counted {
  group: Group;
  members: ReadonlySet<string>;
  configured: number | null;
}

/** What is known of a journey and group, with all that was shown of it before. */
export interface JourneyRows {
  /** Its newest version. */
  journey: Journey;
  versions: readonly VersionSteps[];
  attempts: readonly AttemptRow[];
  reach: readonly Reached[];
  sayings: readonly Saying[];
  /** The weeks in which each person began a session. */
  active: ReadonlyMap<string, ReadonlySet<number>>;
  before: JourneyFigures | null;
  /** Of a version. */
  carried(version: number): Carried | undefined;
}

type Span = Block & { end: number };

/** Figures of a journey for a group: version by version, and from when it came to people until it paid. */
export function figuresOf({ group, members, configured }: Counted, rows: JourneyRows, block: Span): FrozenFigures[] {
  const { journey, versions, attempts, reach, active, before } = rows;
  const { fromWeek, toWeek, end } = block;
  const place = { group: group.id, journey: journey.id };
  const own: FrozenFigures[] = versions.flatMap((version) => {
    const of = <T extends { version: number }>(all: readonly T[]): T[] =>
      all.filter((each) => each.version === version.version);
    const sayings = of(rows.sayings);
    const found = versionFigures(
      {
        ...{ version, attempts: of(attempts), sayings, members, headcount: configured },
        ...{ fromWeek, toWeek, end },
      },
      rows.carried(version.version),
    );
    return found === null ? [] : [{ ...place, version: version.version, content: JSON.stringify(found) }];
  });
  const steps = journey.steps.map(({ id }) => id);
  const event = journey.value?.event ?? null;
  const known = { attempts, reach, sayings: rows.sayings, members, toWeek };
  const use = { core: journey.core ?? [], steps: journey.steps, headcount: configured, fromWeek };
  const content: JourneyFigures = {
    value: valueFigures({ ...known, event, steps, end }, before?.value ?? null),
    staying: stayingFigures({ ...known, event, steps, active }, before?.staying ?? null),
    uptake: uptakeFigures({ ...known, ...use }),
  };
  return [...own, { ...place, version: 0, content: JSON.stringify(content) }];
}

/** Figures of a group over all journeys. */
export function figuresOfGroup(
  { group, members, configured }: Counted,
  sayings: readonly Saying[],
  { fromWeek, toWeek, end }: Span,
  carried: Carried | undefined,
): FrozenFigures {
  const asked = { attempts: [], sayings, members, headcount: configured, fromWeek, toWeek, end };
  const found = groupFigures(asked, carried);
  return { group: group.id, journey: "", version: 0, content: JSON.stringify(found) };
}
