import type { Piece } from "../../pieces.ts";
import { guide } from "../../words/en/guide.ts";
import { Coach } from "./coach.tsx";
import { Spotlight } from "./spotlight.tsx";
import { guideCss } from "./style.ts";

export { attach } from "../../../anchoring/attach.ts";
export { createGuide } from "../../../page/guide.ts";
export { createFinder } from "../../../targeting/finder.ts";
export const words: typeof guide = guide;

/** What stands on the page while a guide runs, the lowest first: the card belongs above the ring's shadow. */
export const pieces: readonly Piece[] = [
  {
    name: "waymark-spotlight",
    spot: "anchored",
    view: Spotlight,
    css: guideCss,
    shown: (_, shown) => shown !== null && shown.status === "found" && shown.element !== null,
  },
  { name: "waymark-coach", spot: "corner", view: Coach, css: guideCss, shown: (_, shown) => shown !== null },
];
