import type { JourneyPicture } from "@waymark/schema";
import { shareFace } from "../drawing/face.ts";
import { findNarrowest, findSlowest, staying } from "./narrowest.ts";

/** The share of a group that stays at its narrowest place; 0 where nobody is known to. */
function loss(picture: JourneyPicture): number {
  const narrowest = findNarrowest(picture);
  return narrowest === null ? 0 : (staying(narrowest, picture) ?? 0) / Math.max(1, picture.people ?? 0);
}

/** Whether any number of it is shown. */
export function isTold(picture: JourneyPicture): boolean {
  return picture.steps.some((step) => "of" in shareFace(step.through, picture.reason));
}

/** By what can be acted on first: where the largest share of a group stays, then what is slow, then what shows numbers at all. */
export function rank(pictures: readonly JourneyPicture[]): JourneyPicture[] {
  const weight = (picture: JourneyPicture): number =>
    loss(picture) * 4 + (findSlowest(picture) === null ? 0 : 1) + (isTold(picture) ? 1 : 0);
  return pictures.toSorted((a, b) => weight(b) - weight(a));
}
