import type { Settings } from "../runtime/settings.ts";
import type { TextNeeds } from "./text-scale.ts";

/** What the window is like. */
export interface Frame {
  /** Width of the viewport without its scroll bar, in px as our surfaces count them: larger where text is enlarged. */
  width: number;
  /** Narrower than 560 of these: surfaces become sheets at the bottom. */
  phone: boolean;
  /** How much larger than usual the person wants text. */
  scale: number;
  /** Letters are too large for names in a drawing (`text-scale.ts`). */
  coarse: boolean;
}

/** Where an element of ours stands when it is not anchored. */
export type Spot = "pill" | "corner" | "middle" | "anchored";

/** Width below which surfaces become sheets, px. */
const phoneWidth = 560;

/** @param viewport - px of the page. */
export function frameOf(viewport: number, { scale, coarse }: TextNeeds = { scale: 1, coarse: false }): Frame {
  const width = viewport / scale;
  return { width, phone: width < phoneWidth, scale, coarse };
}

/** How far the launcher stands from the window's edge when it was not moved, px. */
export function pillMargin(phone: boolean): number {
  return phone ? 12 : 20;
}

/**
 * Where one of our host elements stands, as properties that its own sheet reads (`style/base.ts`): there nothing of the
 * page reaches. These are set on the element as important, which no rule of the page beats.
 */
export function layoutOf(
  spot: Spot,
  frame: Frame,
  dir: "ltr" | "rtl",
  { side, shift = 0 }: NonNullable<Settings["launcher"]> = {},
): Record<string, string> {
  const sheet = spot === "corner" && frame.phone;
  // Moved along the edge it still has its half of a window that became narrower.
  const margin = spot === "pill" ? `min(${pillMargin(frame.phone) + shift}px, 50vw)` : "24px";
  const bottom = spot === "pill" && frame.phone ? "calc(12px + env(safe-area-inset-bottom, 0px))" : "20px";
  const right = (dir === "ltr") === (side !== "start");
  const corner = right ? `auto ${margin} ${bottom} auto` : `auto auto ${bottom} ${margin}`;
  const anchored = spot === "anchored";
  return {
    inset: anchored ? "auto" : spot === "middle" ? "0" : sheet ? "auto 0 0" : corner,
    width: anchored || sheet || spot === "middle" ? "auto" : "max-content",
    height: "auto",
    visibility: "visible",
  };
}
