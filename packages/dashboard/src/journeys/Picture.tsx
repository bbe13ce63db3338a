import type { JourneyPicture } from "@waymark/schema";
import type { ComponentChildren, VNode } from "preact";
import { shareFace } from "../drawing/face.ts";
import { useWidth } from "../parts/use-width.ts";
import { comparedWith, evidence, timeAxis } from "../picture/evidence.ts";
import { findNarrowest, findSlowest } from "../picture/narrowest.ts";
import { words } from "../words.ts";
import { type Drawn, labelColumn } from "./drawn.ts";
import { Notes } from "./Notes.tsx";
import { PictureTable } from "./PictureTable.tsx";
import { StationStack } from "./StationStack.tsx";

/** Below this a column cannot hold a number beside its interval, and the stations stand one below the other. */
const narrowestColumn = 150;

/** Columns that run from the right would part from a trail that runs from the left: read from the right, stations stand below each other. */
const rightToLeft = (): boolean => document.documentElement.dir === "rtl";

export interface PictureProps {
  picture: JourneyPicture;
  /** The finding. */
  title: string;
  timeZone: string;
  /** The picture it is laid beside, or `null`. */
  earlier?: JourneyPicture | null;
  /** The drawing without its notes. */
  brief?: boolean;
  /** What can be done with the table. */
  children?: ComponentChildren;
}

export function Picture({ picture, title, timeZone, earlier = null, brief = false, children }: PictureProps): VNode {
  const [ref, width] = useWidth();
  const drawn: Drawn = {
    picture,
    earlier,
    timeZone,
    faces: picture.steps.map((step) => shareFace(step.through, picture.reason)),
    axis: timeAxis(earlier === null ? picture : { ...picture, steps: [...picture.steps, ...earlier.steps] }),
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
        {earlier === null ? null : <p>{comparedWith(earlier)}</p>}
        {picture.simulated ? <p>{words.simulatedSentence}</p> : null}
        {picture.reason === "unverified" ? <p>{words.unverifiedSentence}</p> : null}
      </div>
      <div ref={ref} class="drawing">
        {picture.steps.length === 0 || width === 0 ? null : column < narrowestColumn || rightToLeft() ? (
          <StationStack drawn={drawn} width={width} />
        ) : (
          <PictureTable drawn={drawn} width={width} column={column} />
        )}
      </div>
      {children === undefined ? null : <p class="tools">{children}</p>}
      {brief ? null : <Notes drawn={drawn} />}
    </article>
  );
}
