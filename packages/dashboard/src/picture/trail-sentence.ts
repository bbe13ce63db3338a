import type { JourneyPicture } from "@waymark/schema";
import { type ShareFace, shareFace } from "../drawing/face.ts";
import { words } from "../words.ts";

/** How many went on after a station, in words; nothing where dashes or hatch say it. */
export function throughWords(face: ShareFace): string {
  if (face.kind === "exact") return words.trail.through(face.through);
  return face.kind === "at_least" ? words.trail.throughAtLeast(face.through) : "";
}

/** Why a part of the ribbon is hatched. */
function hiddenWords(face: ShareFace): string {
  return face.kind === "unverified" ? words.trail.unverified : words.trail.hidden;
}

/** What is written beside each part of the ribbon. A hatch is explained once: at its beginning. */
export function ribbonLabels(faces: readonly ShareFace[], startShown: boolean): string[] {
  let shown = startShown;
  return faces.map((face) => {
    const hidden = face.kind === "too_few" || face.kind === "unverified";
    const text = hidden && shown ? hiddenWords(face) : throughWords(face);
    shown = !hidden;
    return text;
  });
}

/** The drawing in one sentence, for those who hear it. */
export function trailSentence(picture: JourneyPicture): string {
  const group =
    picture.people === null ? picture.role.title : `${words.people(picture.people)}, ${picture.role.title},`;
  const parts = picture.steps.map((step, i) => {
    const face = shareFace(step.through, picture.reason);
    if (face.kind === "not_yet") return words.trail.notYetAt(i + 1);
    if (face.kind !== "exact" && face.kind !== "at_least") return words.trail.hiddenAt(hiddenWords(face), i + 1);
    const stays =
      face.kind === "exact" && face.of > face.through ? `, ${words.trail.stays(face.of - face.through)}` : "";
    return `${words.trail.at(throughWords(face), i + 1)}${stays}`;
  });
  return words.trail.sentence(group, parts.join("; "));
}
