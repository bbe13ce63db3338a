import type { JourneyPicture, PictureStep } from "@waymark/schema";
import { shareFace, timeFace } from "../drawing/face.ts";

/** People who arrived and did not come through; `null` where that is not shown exactly. */
export function staying(step: PictureStep, picture: JourneyPicture): number | null {
  const face = shareFace(step.through, picture.reason);
  return face.kind === "exact" ? face.of - face.through : null;
}

/** The step where most people stay; of equals the one with the lower share, then the earlier. `null` where nobody is known to stay. */
export function findNarrowest(picture: JourneyPicture): PictureStep | null {
  let found: { step: PictureStep; stays: number; value: number } | null = null;
  for (const step of picture.steps) {
    const stays = staying(step, picture) ?? 0;
    const value = step.through.value ?? 1;
    if (stays === 0) continue;
    if (found === null || stays > found.stays || (stays === found.stays && value < found.value)) {
      found = { step, stays, value };
    }
  }
  return found?.step ?? null;
}

/** The step whose whole interval lies above its plan by the largest factor: only then is "slow" more than chance. */
export function findSlowest(picture: JourneyPicture): PictureStep | null {
  let found: { step: PictureStep; factor: number } | null = null;
  for (const step of picture.steps) {
    const face = timeFace(step.time, picture.reason);
    if (face.kind !== "exact" || face.intervalMs === null || step.plannedMs === null) continue;
    if (face.intervalMs[0] <= step.plannedMs) continue;
    const factor = face.medianMs / step.plannedMs;
    if (found === null || factor > found.factor) found = { step, factor };
  }
  return found?.step ?? null;
}
