/** What the window is like. */
export interface Frame {
  /** Width of the viewport without its scroll bar, px. */
  width: number;
  /** Narrower than 560 px: surfaces become sheets at the bottom. */
  phone: boolean;
}

/** Where an element of ours stands when it is not anchored. */
export type Spot = "pill" | "corner" | "middle" | "anchored";

/** Width below which surfaces become sheets, px. */
const phoneWidth = 560;

export function frameOf(width: number): Frame {
  return { width, phone: width < phoneWidth };
}

/**
 * Where one of our host elements stands, as properties that its own sheet reads (`style/base.ts`): there nothing of the
 * page reaches. These are set on the element as important, which no rule of the page beats.
 */
export function layoutOf(
  spot: Spot,
  frame: Frame,
  dir: "ltr" | "rtl",
  theme: "light" | "dark" | "auto",
): Record<string, string> {
  const sheet = spot === "corner" && frame.phone;
  const side = spot === "pill" ? (frame.phone ? "12px" : "20px") : "24px";
  const bottom = spot === "pill" && frame.phone ? "calc(12px + env(safe-area-inset-bottom, 0px))" : "20px";
  const corner = dir === "ltr" ? `auto ${side} ${bottom} auto` : `auto auto ${bottom} ${side}`;
  const anchored = spot === "anchored";
  return {
    "color-scheme": theme === "auto" ? "light dark" : theme,
    inset: anchored ? "auto" : spot === "middle" ? "0" : sheet ? "auto 0 0" : corner,
    width: anchored || sheet || spot === "middle" ? "auto" : "max-content",
    height: "auto",
    visibility: "visible",
  };
}
