import type { ComponentType } from "preact";
import type { GuideView, Surface } from "../runtime/runtime.ts";
import { Brief } from "./brief.tsx";
import { Coach } from "./coach.tsx";
import type { SurfaceProps } from "./context.ts";
import { Launcher } from "./launcher.tsx";
import type { Spot } from "./layout.ts";
import { Panel } from "./panel.tsx";
import { Spotlight } from "./spotlight.tsx";

/** One custom element of the overlay. */
export interface Piece {
  name: `waymark-${string}`;
  spot: Spot;
  view: ComponentType<SurfaceProps>;
  /** Whether it is on the page now. `aside`: a host's dialog needs the corner. */
  shown(surface: Surface, guide: GuideView | null, aside: boolean): boolean;
}

/** All pieces, the lowest first. While a guide runs it has the page for itself. */
export const pieces: readonly Piece[] = [
  { name: "waymark-launcher", spot: "pill", view: Launcher, shown: () => true },
  {
    name: "waymark-spotlight",
    spot: "anchored",
    view: Spotlight,
    shown: (_, guide) => guide !== null && guide.status === "found" && guide.element !== null,
  },
  {
    name: "waymark-panel",
    spot: "corner",
    view: Panel,
    shown: (surface, guide, aside) => surface.name === "panel" && !guide && !aside,
  },
  {
    name: "waymark-prompt",
    spot: "corner",
    view: Brief,
    shown: (surface, guide, aside) => surface.name === "brief" && !guide && !aside,
  },
  { name: "waymark-coach", spot: "corner", view: Coach, shown: (_, guide) => guide !== null },
];
