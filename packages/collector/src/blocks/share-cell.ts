import type { CellShare, Withheld } from "@waymark/schema";
import { share90 } from "./interval.ts";

/** No number says anything about fewer people than this, on either side. */
export const floor = 5;

/** What was last shown of a step; `through` 0 where nothing was. */
export interface ShownShare {
  of: number;
  through: number;
  atLeast: boolean;
}

export const nothingShown: ShownShare = { of: 0, through: 0, atLeast: false };

/**
 * What may be shown of a step now. A number moves only when five or more people moved it since it was last shown, so that
 * two snapshots side by side tell no more about a person than one; until then it stays as it was. Where one to four people
 * have not come through, all that is said is that they are one to four: "22 or more of 26".
 *
 * @param shown - What the previous snapshot showed.
 * @param of - People who came through the step before, as shown now (the head count for the first step).
 * @param count - People who really came through.
 */
export function moveShare(shown: ShownShare, of: number, count: number): ShownShare {
  const through = Math.min(count, of);
  const kept = shown.atLeast && shown.of === of ? shown : stay(shown.through, of);
  if (through - shown.through < floor) return kept;
  const rest = of - through;
  if (rest === 0 || rest >= floor) return { of, through, atLeast: false };
  // Everything from `of - 4` to `of - 1` must be possible to someone who knows the number shown before.
  const least = of - (floor - 1);
  return least - shown.through >= floor ? { of, through: least, atLeast: true } : kept;
}

/** The old number over a new whole. */
function stay(through: number, of: number): ShownShare {
  if (through === 0) return { of, through: 0, atLeast: false };
  const rest = of - through;
  return { of, through, atLeast: rest > 0 && rest < floor };
}

/** A cell with no number in it. Zero, one to four and "would give a neighbour away" are the same bytes. */
export function withheldShare(reason: Withheld): CellShare {
  return { value: null, interval: null, through: null, of: null, atLeast: false, reason };
}

/** Whether the number can be shown. After steps changed places an old number may not fit its new whole. */
export function isShown(shown: ShownShare): boolean {
  return shown.through >= floor && shown.through <= shown.of;
}

/** The cell as it is served. */
export function shareCell(shown: ShownShare): CellShare {
  if (!isShown(shown)) return withheldShare("too_few");
  return {
    value: Math.round((shown.through / shown.of) * 1e4) / 1e4,
    interval: shown.atLeast ? null : share90(shown.through, shown.of),
    through: shown.through,
    of: shown.of,
    atLeast: shown.atLeast,
    reason: null,
  };
}
