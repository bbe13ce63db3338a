import type { JourneyPicture } from "@waymark/schema";
import type { ShareFace } from "../drawing/face.ts";
import type { TimeAxis } from "../picture/evidence.ts";

/** What both layouts draw from; computed once. */
export interface Drawn {
  picture: JourneyPicture;
  timeZone: string;
  faces: ShareFace[];
  axis: TimeAxis | null;
  narrowest: string | null;
  slowest: string | null;
}

/** Left of the first station, for the names of the rows. Pixels. */
export const labelColumn = 154;
