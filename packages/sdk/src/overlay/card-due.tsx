import type { VNode } from "../draw/draw.ts";
import type { SlotProps } from "../runtime/runtime.ts";
import { DueChip } from "./due-chip.tsx";

/** When the station on the card is due, as long as it is not settled. */
export function cardDue({ station, runtime }: SlotProps): VNode | null {
  const settled = station?.state === "done" || station?.state === "skipped";
  return station?.due && !settled ? <DueChip due={station.due} runtime={runtime} /> : null;
}
