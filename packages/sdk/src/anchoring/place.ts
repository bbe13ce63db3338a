/** A rectangle in viewport coordinates, px. */
export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Size {
  width: number;
  height: number;
}

/** Where a card stands beside its target. */
export interface Placement {
  x: number;
  y: number;
  /** `over`: nowhere is room beside a target that fills the view. */
  side: "below" | "above" | "beside" | "over";
  /** The edge that keeps its distance to the target's: the left one, else the right one. */
  leftAligned: boolean;
  /** Which edge of the card is near the target's, left to right: `start` is the reading direction's start. */
  align: "start" | "end";
  /** From the card's aligned edge to the middle of the notch, px. */
  notch: number;
}

/** Between target and card, px: room for the ring and the notch. */
export const gap = 20;
/** How far the card reaches over the target's edge, px, so that the notch stands inside the card's round corner. */
const reach = 22;
/** Between card and viewport, px. */
const margin = 8;

/** Whether two boxes share any place. */
export function meet(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/**
 * Places a card below its target, else above, else beside it; it never covers the target unless the target fills the
 * view. All in px of the viewport.
 *
 * @param avoid Boxes that had better stay free too, such as the next fields of the form: a card that would lie on one of
 * them stands above, if there it lies on none.
 */
export function placeCard(
  target: Rect,
  card: Size,
  viewport: Size,
  dir: "ltr" | "rtl",
  avoid: readonly Rect[] = [],
): Placement {
  const place = placeAt(target, card, viewport, dir, true);
  const lies = (at: Placement): boolean => avoid.some((box) => meet({ x: at.x, y: at.y, ...card }, box));
  if (place.side !== "below" || !lies(place)) return place;
  const other = placeAt(target, card, viewport, dir, false);
  return other.side === "above" && !lies(other) ? other : place;
}

function placeAt(target: Rect, card: Size, viewport: Size, dir: "ltr" | "rtl", mayBelow: boolean): Placement {
  const below = target.y + target.height + gap;
  const above = target.y - gap - card.height;
  const fits = {
    below: mayBelow && below + card.height <= viewport.height - margin,
    above: above >= margin,
    right: target.x + target.width + gap + card.width <= viewport.width - margin,
    left: target.x - gap - card.width >= margin,
  };
  const clampX = (x: number): number => Math.max(margin, Math.min(x, viewport.width - margin - card.width));
  const clampY = (y: number): number => Math.max(margin, Math.min(y, viewport.height - margin - card.height));

  if (!fits.below && !fits.above && (fits.right || fits.left)) {
    const right = dir === "ltr" ? fits.right : fits.right && !fits.left;
    const x = right ? target.x + target.width + gap : target.x - gap - card.width;
    return { x, y: clampY(target.y), side: "beside", leftAligned: right, align: "start", notch: 0 };
  }

  const middle = Math.min(target.width / 2, 46);
  const leftAligned = { x: target.x - reach, notch: target.x + middle };
  const rightAligned = { x: target.x + target.width + reach - card.width, notch: target.x + target.width - middle };
  const fitsLeft = leftAligned.x + card.width <= viewport.width - margin;
  const fitsRight = rightAligned.x >= margin;
  const useLeft = dir === "ltr" ? fitsLeft || !fitsRight : !(fitsRight || !fitsLeft);
  const chosen = useLeft ? leftAligned : rightAligned;
  const x = clampX(chosen.x);
  const atStart = useLeft === (dir === "ltr");
  const fromEdge = useLeft ? chosen.notch - x : x + card.width - chosen.notch;
  return {
    x,
    y: fits.below || !fits.above ? clampY(below) : above,
    side: fits.below ? "below" : fits.above ? "above" : "over",
    leftAligned: useLeft,
    align: atStart ? "start" : "end",
    notch: Math.max(24, Math.min(fromEdge, card.width - 24)),
  };
}
