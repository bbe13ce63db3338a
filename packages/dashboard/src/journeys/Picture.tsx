import type { JourneyPicture } from "@waymark/schema";
import type { VNode } from "preact";
import { shareFace } from "../drawing/face.ts";
import { useWidth } from "../parts/use-width.ts";
import { evidence, timeAxis } from "../picture/evidence.ts";
import { findNarrowest, findSlowest } from "../picture/narrowest.ts";
import { words } from "../words.ts";
import { type Drawn, labelColumn } from "./drawn.ts";
import { Notes } from "./Notes.tsx";
import { PictureTable } from "./PictureTable.tsx";
import { StationStack } from "./StationStack.tsx";

/** Below this a column cannot hold a number beside its interval, and the stations stand one below the other. */
const narrowestColumn = 150;

export interface PictureProps {
  picture: JourneyPicture;
  /** The finding. */
  title: string;
  timeZone: string;
}

export function Picture({ picture, title, timeZone }: PictureProps): VNode {
  const [ref, width] = useWidth();
  const drawn: Drawn = {
    picture,
    timeZone,
    faces: picture.steps.map((step) => shareFace(step.through, picture.reason)),
    axis: timeAxis(picture),
    narrowest: findNarrowest(picture)?.id ?? null,
    slowest: findSlowest(picture)?.id ?? null,
  };
  const column = (width - labelColumn) / Math.max(1, picture.steps.length);
  return (
    <article aria-label={picture.journey.title}>
      <div class="title">
        <p class="note">{words.version(picture.journey.title, picture.journey.version)}</p>
        <h1>
          {title} {picture.simulated ? <span class="tag strong">{words.simulated}</span> : null}
        </h1>
        <p>{evidence(picture, timeZone)}</p>
        {picture.simulated ? <p>{words.simulatedSentence}</p> : null}
        {picture.reason === "unverified" ? <p>{words.unverifiedSentence}</p> : null}
      </div>
      <div ref={ref} class="drawing">
        {picture.steps.length === 0 || width === 0 ? null : column < narrowestColumn ? (
          <StationStack drawn={drawn} width={width} />
        ) : (
          <PictureTable drawn={drawn} width={width} column={column} />
        )}
      </div>
      <Notes drawn={drawn} />
    </article>
  );
}
