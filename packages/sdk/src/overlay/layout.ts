/** What the window is like. */
export interface Frame {
  /** Width of the viewport without its scroll bar, px. */
  width: number;
  /** Narrower than 560 px: surfaces become sheets at the bottom. */
  phone: boolean;
}

/** Where an element of ours stands when it is not anchored. */
export type Spot = "pill" | "corner" | "anchored";

/** Width below which surfaces become sheets, px. */
const phoneWidth = 560;

/** What a page's rules could do to an element of ours, answered before they do it. */
const guarded: readonly [string, string][] = [
  ["display", "block"],
  ["position", "fixed"],
  ["inset", "auto"],
  ["z-index", "2147483647"],
  ["width", "auto"],
  ["height", "auto"],
  ["min-width", "0"],
  ["min-height", "0"],
  ["max-width", "none"],
  ["max-height", "none"],
  ["margin", "0"],
  ["padding", "0"],
  ["border", "0"],
  ["outline", "0"],
  ["background", "none"],
  ["box-shadow", "none"],
  ["overflow", "visible"],
  ["float", "none"],
  ["opacity", "1"],
  ["visibility", "visible"],
  ["transform", "none"],
  ["translate", "none"],
  ["rotate", "none"],
  ["scale", "none"],
  ["zoom", "1"],
  ["filter", "none"],
  ["clip-path", "none"],
  ["mask", "none"],
  ["contain", "none"],
  ["content-visibility", "visible"],
  ["animation", "none"],
  ["transition", "none"],
  ["pointer-events", "none"],
  ["position-area", "none"],
  ["position-anchor", "auto"],
];

export function frameOf(width: number): Frame {
  return { width, phone: width < phoneWidth };
}

/**
 * Every layout property of one of our host elements. They are set on the element itself as important: no rule of the
 * page, however it is written, beats that.
 */
export function layoutOf(
  spot: Spot,
  frame: Frame,
  dir: "ltr" | "rtl",
  theme: "light" | "dark" | "auto",
): [string, string][] {
  const end = dir === "ltr" ? "right" : "left";
  const sheet = spot === "corner" && frame.phone;
  const side = spot === "pill" ? (frame.phone ? "12px" : "20px") : "24px";
  const place: [string, string][] = sheet
    ? [
        ["right", "0"],
        ["left", "0"],
        ["bottom", "0"],
        ["width", "auto"],
      ]
    : [
        [end, side],
        ["bottom", spot === "pill" && frame.phone ? "calc(12px + env(safe-area-inset-bottom, 0px))" : "20px"],
        ["width", "max-content"],
      ];
  const wanted = spot === "anchored" ? [] : place;
  return [...guarded, ["color-scheme", theme === "auto" ? "light dark" : theme], ...wanted];
}
