import type { ComponentType } from "../draw/draw.ts";
import type { GuideView } from "../runtime/runtime.ts";
import type { RoomName, Surface } from "../runtime/surface.ts";
import { Brief } from "./brief.tsx";
import type { Room, SurfaceProps } from "./context.ts";
import { Launcher } from "./launcher.tsx";
import type { Spot } from "./layout.ts";
import { Panel } from "./panel.tsx";

/** One custom element of the overlay. */
export interface Piece {
  name: `waymark-${string}`;
  spot: Spot;
  /** What it draws, or the room that is fetched when it is first shown. */
  view?: ComponentType<SurfaceProps>;
  load?: () => Promise<Room>;
  /** What it wears over the base sheet. */
  css?: string;
  /** Whether it is on the page now. `aside`: a host's dialog needs the corner. */
  shown(surface: Surface, guide: GuideView | null, aside: boolean): boolean;
}

/** A surface whose code is fetched when it is first opened. */
function room(name: RoomName, spot: Spot, load: () => Promise<{ room: Room }>, element: Piece["name"]): Piece {
  return {
    name: element,
    spot,
    load: async () => (await load()).room,
    shown: (surface, guide, aside) => surface.name === name && !guide && !(aside && spot === "corner"),
  };
}

const rooms: readonly Piece[] = [
  room("map", "middle", () => import("./rooms/my-map/room.tsx"), "waymark-my-map"),
  room("library", "middle", () => import("./rooms/library/room.tsx"), "waymark-library"),
  room("gains", "corner", () => import("./rooms/gains/room.tsx"), "waymark-gains"),
  room("settings", "corner", () => import("./rooms/settings/room.tsx"), "waymark-settings"),
  room("report", "corner", () => import("./rooms/voice/room.tsx"), "waymark-report"),
  room("ask", "corner", () => import("./rooms/ask/room.tsx"), "waymark-ask"),
  room("handover", "corner", () => import("./rooms/handover/room.tsx"), "waymark-handover"),
];

/** All pieces but those of the guide, the lowest first. While a guide runs it has the page for itself. */
export const pieces: readonly Piece[] = [
  { name: "waymark-launcher", spot: "pill", view: Launcher, shown: () => true },
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
  ...rooms,
];
