import type { GapReport, GapRow, Measured } from "@waymark/schema";
import { isInScope } from "../control/members.ts";
import type { MaySee } from "./answered.ts";
import type { Within } from "./place.ts";

/** What a decision is about: a journey, or a step or role of it. */
export interface About {
  journey: string;
  step: string | null;
  role: string | null;
}

const isAbout = ({ journey, step, role }: About, row: GapRow): boolean =>
  row.journey === journey && row.step !== null && (step ?? row.step) === row.step && (role ?? row.role) === row.role;

/** What a report says of it: rows that have a figure. */
export function measuredOf({ rows }: Pick<GapReport, "rows">, about: About): Measured[] {
  return rows
    .filter((row) => row.measured !== null && isAbout(about, row))
    .map(({ step, role, version, expected, measured, interval, n }) => ({
      ...{ step, role, version, expected, measured, interval, n },
    }));
}

/** As far as this reader may see it. */
export function visibleTo(
  { project, scope }: Within,
  may: MaySee,
  journey: string,
  measured: readonly Measured[],
): Measured[] {
  return measured.filter(({ role }) => may(journey, role) && isInScope(role, scope, project.roles));
}
