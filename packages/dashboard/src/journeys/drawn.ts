import type { JourneyPicture, PictureStep } from "@waymark/schema";
import type { ShareFace } from "../drawing/face.ts";
import type { TimeAxis } from "../picture/evidence.ts";

/** What both layouts draw from; computed once. */
export interface Drawn {
  picture: JourneyPicture;
  /** The picture it is laid beside, or `null`. */
  earlier: JourneyPicture | null;
  timeZone: string;
  faces: ShareFace[];
  axis: TimeAxis | null;
  narrowest: string | null;
  slowest: string | null;
}

/** The same step in the picture it is laid beside, with that picture; `null` where there is none. */
export function earlierStep({ earlier }: Drawn, id: string): { step: PictureStep; picture: JourneyPicture } | null {
  const step = earlier?.steps.find((each) => each.id === id);
  return earlier === null || step === undefined ? null : { step, picture: earlier };
}

/** Left of the first station, for the names of the rows. Pixels. */
export const labelColumn = 154;
