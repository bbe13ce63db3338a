import type { AttemptRow, Weeks } from "../blocks/attempts.ts";
import type { Saying, VersionSteps } from "../blocks/gap-cells.ts";

/** All that figures of one version are computed from, for one group and block. */
export interface FigureInput extends Weeks {
  version: VersionSteps;
  /** Of the version, of any of these people. */
  attempts: readonly AttemptRow[];
  sayings: readonly Saying[];
  members: ReadonlySet<string>;
  /** The host's own number for the group; `null`: it never said. */
  headcount: number | null;
  /** The moment after the block's last week, Unix ms. */
  end: number;
}

/** What is asked of a group, whatever the journey. */
export type GroupInput = Omit<FigureInput, "version">;

/** What was said of a kind in the block, by members. */
export function saidIn({ sayings, members, fromWeek, toWeek }: GroupInput, kind: string): Saying[] {
  // Stores give rows in orders of their own: the same rows give the same bytes.
  return sayings
    .filter((each) => each.kind === kind && each.week >= fromWeek && each.week < toWeek && members.has(each.person))
    .toSorted((a, b) => a.at - b.at || (a.person < b.person ? -1 : 1));
}

/** Rows person by person. */
export function byPerson<T extends { person: string }>(rows: readonly T[]): T[][] {
  return [...Map.groupBy(rows, ({ person }) => person).values()];
}

/** The last thing each person said, by its moment. */
export function lastOfEach(rows: readonly Saying[]): Saying[] {
  return byPerson(rows).flatMap((own) => own.toSorted((a, b) => a.at - b.at).at(-1) ?? []);
}
