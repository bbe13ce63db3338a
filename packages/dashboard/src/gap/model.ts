import type { Expectation, GapCourse, GapReport, GapRow, OwnEstimate, Plannable, SessionInfo } from "@waymark/schema";
import { rolesFor } from "../shell/route.ts";

/** One step of a journey for one role: what is planned, and what is known. */
export interface GapLine {
  /** Its place in the address. */
  key: string;
  step: Plannable["steps"][number];
  /** Counted from 1. */
  number: number;
  row: GapRow | null;
  /** What each closed block showed, oldest first, with the journey's version of then. */
  course: (GapCourse["points"][number] & { version: number })[];
  /** The newest, then those before it. */
  expectations: Expectation[];
}

/** A journey for one role. */
export interface GapGroup {
  key: string;
  journey: Plannable;
  role: { id: string; title: string };
  lines: GapLine[];
  /** The day after the last block's, as `2026-10-05`; `null` before the first. */
  end: string | null;
  /** The row of the journey as a whole. */
  whole: GapRow | null;
  /** The reader says first what they believe of these steps; empty: nothing is asked. */
  asked: Plannable["steps"];
}

export interface GapData {
  report: GapReport;
  expectations: Expectation[];
  journeys: Plannable[];
  estimates: OwnEstimate[];
}

/** Rows of older versions stay behind: the page is about what there is now. */
function newest(rows: readonly GapRow[]): GapRow | null {
  return rows.reduce<GapRow | null>((best, row) => (best === null || row.version > best.version ? row : best), null);
}

/** What is known of a step through time, of all its versions. */
function courseOf(courses: readonly GapCourse[], step: string): GapLine["course"] {
  return courses
    .filter((each) => each.step === step)
    .flatMap(({ version, points }) => points.map((point) => ({ ...point, version })))
    .sort((one, other) => (one.to === other.to ? one.version - other.version : one.to < other.to ? -1 : 1));
}

/** Roles that something is known or expected of; where there is nothing of both, those that the journey is for. */
function rolesOf(session: SessionInfo, { report, expectations }: GapData, journey: string): SessionInfo["roles"] {
  const named = [...report.rows, ...expectations].filter((each) => each.journey === journey).map(({ role }) => role);
  const known = session.roles.filter(({ id }) => named.includes(id));
  return known.length > 0 ? known : rolesFor(session, journey);
}

const keyOf = (...parts: string[]): string => parts.map(encodeURIComponent).join("/");

/** The page's rows, in the order of journeys, roles and steps. */
export function groupsOf(session: SessionInfo, data: GapData): GapGroup[] {
  return data.journeys.flatMap((journey) =>
    rolesOf(session, data, journey.id).map(({ id, title }): GapGroup => {
      const mine = <T extends { journey: string; role: string }>(all: readonly T[]): T[] =>
        all.filter((each) => each.journey === journey.id && each.role === id);
      const [rows, expectations, estimates] = [mine(data.report.rows), mine(data.expectations), mine(data.estimates)];
      const courses = mine(data.report.courses);
      const given = new Set(estimates.map(({ step }) => step));
      return {
        key: keyOf(journey.id, id),
        journey,
        role: { id, title },
        end: data.report.blocks.at(-1)?.to ?? null,
        whole: newest(rows.filter(({ step }) => step === null)),
        asked: session.role === "manager" ? journey.steps.filter((step) => !given.has(step.id)) : [],
        lines: journey.steps.map((step, index) => ({
          key: keyOf(journey.id, id, step.id),
          step,
          number: index + 1,
          row: newest(rows.filter((row) => row.step === step.id)),
          course: courseOf(courses, step.id),
          expectations: expectations
            .filter((each) => each.step === step.id)
            .sort((one, other) => other.version - one.version),
        })),
      };
    }),
  );
}

/** Points that were measured above (or, below 0, under) what is expected; `null` where one of them is not there. */
export function pointsOf(row: GapRow | null): number | null {
  if (row === null || row.measured === null || row.expected === null) return null;
  return Math.round(row.measured * 100) - Math.round(row.expected * 100);
}

/** Why something of a row is not there. */
export function whyOf(row: GapRow, of: GapRow["reasons"][number]["of"]): GapRow["reasons"][number] | undefined {
  return row.reasons.find((each) => each.of === of);
}

/** Every line with its group, the widest gap below the plan first; those without a number last. */
export function widestFirst(groups: readonly GapGroup[]): { group: GapGroup; line: GapLine }[] {
  const all = groups.flatMap((group) => group.lines.map((line) => ({ group, line })));
  const weight = ({ line }: { line: GapLine }): number => pointsOf(line.row) ?? Number.POSITIVE_INFINITY;
  // Two that are infinite are equal: their difference would be no number.
  return all.sort((one, other) => (weight(one) === weight(other) ? 0 : weight(one) - weight(other)));
}

/** What waits for an estimate, then what is behind, then what has any figure, then the rest; of equals as they stood. */
export function mostToSayFirst(groups: readonly GapGroup[]): GapGroup[] {
  const weight = ({ asked, lines }: GapGroup): number => {
    if (asked.length > 0) return 0;
    if (lines.some(({ row }) => row !== null && row.expected !== null && row.verdict === "behind")) return 1;
    return lines.some(({ row }) => (row?.interval ?? null) !== null) ? 2 : 3;
  };
  return [...groups].sort((one, other) => weight(one) - weight(other));
}
