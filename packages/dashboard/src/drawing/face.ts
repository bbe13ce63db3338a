import type { CellShare, CellTime, Withheld } from "@waymark/schema";

/** A cell as it is drawn. A missing number has a face of its own and never looks like zero. */
export type ShareFace =
  | { kind: "exact"; through: number; of: number; value: number; interval: [number, number] | null }
  | { kind: "at_least"; through: number; of: number }
  | { kind: Withheld };

export type TimeFace =
  | { kind: "exact"; medianMs: number; intervalMs: [number, number | null] | null; people: number | null }
  | { kind: Withheld };

/** The floor of the whole product: a group of 1 to 4 is not shown, nor is one that a subtraction would give away. */
const floor = 5;
const small = (n: number): boolean => n > 0 && n < floor;

/** The face of a share; a count that should not have been sent does not reach the page either; where the wire gives no reason, the picture's, and last the one that says least. */
export function shareFace(cell: CellShare, pictureReason: Withheld | null): ShareFace {
  const { through, of } = cell;
  if (cell.reason !== null || through === null || of === null || of <= 0) {
    return { kind: cell.reason ?? pictureReason ?? "too_few" };
  }
  if (small(through)) return { kind: "too_few" };
  if (!cell.atLeast && small(of - through)) return { kind: "at_least", through: of - floor + 1, of };
  if (cell.atLeast) return { kind: "at_least", through, of };
  return { kind: "exact", through, of, value: cell.value ?? through / of, interval: cell.interval };
}

export function timeFace(cell: CellTime, pictureReason: Withheld | null): TimeFace {
  if (cell.reason !== null || cell.medianMs === null) return { kind: cell.reason ?? pictureReason ?? "too_few" };
  return { kind: "exact", medianMs: cell.medianMs, intervalMs: cell.intervalMs, people: cell.people };
}
