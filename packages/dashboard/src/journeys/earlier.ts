import { type StepCell, throughCell, timeCell } from "../picture/step-cells.ts";
import { type Drawn, earlierStep } from "./drawn.ts";

/** The same cell of the picture it is laid beside, on the same scale; `"absent"` where the step was not in it. */
export type EarlierCell = StepCell | "absent" | null;

export function earlierThrough(drawn: Drawn, id: string, width: number): EarlierCell {
  if (drawn.earlier === null) return null;
  const found = earlierStep(drawn, id);
  return found === null ? "absent" : throughCell(found.step, found.picture, width);
}

export function earlierTime(drawn: Drawn, id: string, width: number): EarlierCell {
  if (drawn.earlier === null) return null;
  const found = earlierStep(drawn, id);
  return found === null ? "absent" : timeCell(found.step, found.picture, drawn.axis, width);
}
