import type { AttemptRow } from "../blocks/attempts.ts";
import type { Block } from "../blocks/block.ts";
import type { Saying, VersionSteps } from "../blocks/gap-cells.ts";
import type { Group } from "../blocks/partition.ts";
import type { Reached } from "../blocks/reached.ts";
import { type FrozenFigures, groupFigures, type JourneyFigures, versionFigures } from "../figures/frozen-figures.ts";
import { type KeptValue, valueFigures } from "../figures/value.ts";

/** A group with its people, as far as figures ask. */
export interface Counted {
  group: Group;
  members: ReadonlySet<string>;
  configured: number | null;
}

/** What is known of a journey and group, with all that was shown of it before. */
export interface JourneyRows {
  journey: string;
  /** The steps of its newest version. */
  steps: readonly string[];
  versions: readonly VersionSteps[];
  attempts: readonly AttemptRow[];
  reach: readonly Reached[];
  sayings: readonly Saying[];
  before: KeptValue | null;
}

type Span = Block & { end: number };

/** Figures of a journey for a group: version by version, and from when it came to people until it paid. */
export function figuresOf({ group, members, configured }: Counted, rows: JourneyRows, block: Span): FrozenFigures[] {
  const { journey, versions, attempts, reach, steps } = rows;
  const { fromWeek, toWeek, end } = block;
  const own: FrozenFigures[] = versions.flatMap((version) => {
    const of = <T extends { version: number }>(all: readonly T[]): T[] =>
      all.filter((each) => each.version === version.version);
    const sayings = of(rows.sayings);
    const found = versionFigures({
      ...{ version, attempts: of(attempts), sayings, members, headcount: configured },
      ...{ fromWeek, toWeek, end },
    });
    return found === null
      ? []
      : [{ group: group.id, journey, version: version.version, content: JSON.stringify(found) }];
  });
  const value = valueFigures({ steps, attempts, reach, members, toWeek, end }, rows.before);
  const content = JSON.stringify({ value } satisfies JourneyFigures);
  return [...own, { group: group.id, journey, version: 0, content }];
}

/** Figures of a group over all journeys. */
export function figuresOfGroup(
  { group, members, configured }: Counted,
  sayings: readonly Saying[],
  { fromWeek, toWeek, end }: Span,
): FrozenFigures {
  const found = groupFigures({ attempts: [], sayings, members, headcount: configured, fromWeek, toWeek, end });
  return { group: group.id, journey: "", version: 0, content: JSON.stringify(found) };
}
