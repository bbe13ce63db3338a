import type { GapReport, GapRow } from "@waymark/schema";
import type { GapGroup, GapLine } from "./model.ts";

/** How far a row is below what is expected: where the figure stays back, what its interval leaves open at least. */
function distanceOf({ measured, interval, expected }: GapRow): number {
  const nearest = measured ?? (interval === null || interval[0] > 0 ? 1 : interval[1]);
  return nearest - (expected ?? 0);
}

/** The three steps of all that are furthest below what is expected, as far as the reader may know, the widest gap first. */
export function worstLines(
  groups: readonly GapGroup[],
  worst: GapReport["worst"],
): { group: GapGroup; line: GapLine; row: GapRow }[] {
  const isWorst = (row: GapRow): boolean =>
    worst.some(
      (each) =>
        each.journey === row.journey &&
        each.version === row.version &&
        each.role === row.role &&
        each.steps.includes(row.step ?? ""),
    );
  return groups
    .flatMap((group) => group.lines.flatMap((line) => (line.row === null ? [] : [{ group, line, row: line.row }])))
    .filter(({ row }) => isWorst(row))
    .sort((one, other) => distanceOf(one.row) - distanceOf(other.row))
    .slice(0, 3);
}
