import type { Attachment } from "./attachment.ts";
import { bringIntoView } from "./bring-into-view.ts";
import { boxOf, off, placementFor, point } from "./drawing.ts";
import { rectOf } from "./element-rect.ts";
import { giveWay } from "./give-way.ts";
import { lay, pxIn } from "./lay.ts";
import { gap, type Placement, type Rect } from "./place.ts";
import type * as SheetRoom from "./sheet.ts";

/** Known from the first time on: a sheet that is hung anew is not without its place until the next frame. */
let sheetRoom: typeof SheetRoom | undefined;

/**
 * Holds ring and card on the target: by CSS anchors, which cost no script while the page moves; where these do not
 * reach the target (a part of a drawing, no box, another frame, no support) by measuring whenever something moved, with
 * a chunk that is fetched then. Returns its stop; the target itself is never written to.
 */
export function attach(attachment: Attachment): () => void {
  const { target, spotlight, card, phone, scrolled } = attachment;
  const stops = [giveWay(attachment)];
  let stopped = false;
  const here = target.ownerDocument === document;
  if (here && !attachment.again && bringIntoView(attachment, rectOf(target))) scrolled();
  if (here) placeByAnchors(attachment);
  const lieAsSheet = (room: typeof SheetRoom): void => {
    sheetRoom = room;
    if (!stopped) stops.push(room.watchSheet(attachment));
  };
  if (phone && sheetRoom) lieAsSheet(sheetRoom);
  else if (phone) {
    // Seen where it will stay. If that never comes, it stands at the bottom.
    card.toggleAttribute("data-late", true);
    import("./sheet.ts").then(lieAsSheet, () => card.removeAttribute("data-late"));
  }
  if (here && isRinged(spotlight, target)) {
    if (!phone) stops.push(watchRoom(attachment));
  } else {
    // Better no ring than one in the wrong place, as long as the chunk is on its way, or if it never comes.
    lay(spotlight, { visibility: "hidden" });
    // The card is seen where it will stay; if what keeps it there never comes, in the corner.
    if (!phone) card.toggleAttribute("data-late", true);
    import("./place-by-floating.ts")
      .then(
        ({ placeByFloating }) => {
          if (!stopped) stops.push(placeByFloating(attachment));
        },
        () => {
          card.removeAttribute("data-side");
          if (!phone) lay(card, { inset: "auto 20px 20px auto" });
        },
      )
      .finally(() => phone || stopped || card.removeAttribute("data-late"));
  }
  return () => {
    stopped = true;
    for (const stop of stops) stop();
    for (const name of ["data-side", "data-align", "data-fold", "data-crowded", "data-late"])
      card.removeAttribute(name);
  };
}

function placeByAnchors(attachment: Attachment): void {
  const { target, spotlight, card, phone } = attachment;
  const px = pxIn(card);
  const rect = rectOf(target);
  const ring = ["top", "right", "bottom", "left"].map((side) => `calc(anchor(${side}) - ${px(off)})`);
  // All is measured before anything is written: the page is laid out once for it.
  const place = phone ? null : placementFor(attachment, rect);
  const box = card.getBoundingClientRect();
  if (place) point(card, place);
  lay(spotlight, { inset: ring.join(" "), width: "auto", height: "auto" });
  if (place) lay(card, anchoredAt(place, rect, box, px));
}

/** A placement in terms of the anchor's edges, so that the card keeps it while the target moves. */
function anchoredAt(place: Placement, target: Rect, card: DOMRect, px: (length: number) => string) {
  const { side, leftAligned, x, y } = place;
  const from = (edge: string, length: number): string => `calc(anchor(${edge}) + ${px(length)})`;
  const left = leftAligned ? from("left", x - target.x) : "auto";
  const right = leftAligned ? "auto" : from("right", target.x + target.width - x - card.width);
  const sides = {
    below: [from("bottom", gap), right, "auto", left],
    above: ["auto", right, from("top", gap), left],
    beside: [from("top", y - target.y), right, "auto", left],
    over: [px(y), "auto", "auto", px(x)],
  };
  return { inset: sides[side].join(" ") };
}

/**
 * Places the card anew when it no longer fits where it stands. CSS could flip it by itself (`position-try-fallbacks`),
 * but not over important declarations, and those keep the page's own rules off the card.
 */
function watchRoom(attachment: Attachment): () => void {
  const { target, card } = attachment;
  let whole = true;
  const check = (): void => {
    if (!stands(card.getBoundingClientRect(), rectOf(target))) placeByAnchors(attachment);
  };
  const seen = new IntersectionObserver(
    (entries) => {
      whole = entries.some(({ intersectionRatio }) => intersectionRatio > 0.99);
      check();
    },
    { threshold: [0, 0.5, 1] },
  );
  // A scroll that ends with the card whole has nothing to mend, and costs nothing.
  const settled = (): void => {
    if (!whole) check();
  };
  seen.observe(card);
  window.addEventListener("scrollend", settled, true);
  window.addEventListener("resize", check);
  return () => {
    seen.disconnect();
    window.removeEventListener("scrollend", settled, true);
    window.removeEventListener("resize", check);
  };
}

/** Whether a card is whole in view and off its target. */
function stands(card: DOMRect, target: Rect): boolean {
  const whole = card.top >= 0 && card.left >= 0 && card.bottom <= innerHeight && card.right <= innerWidth;
  const beside = card.right <= target.x || card.left >= target.x + target.width;
  return whole && (beside || card.bottom <= target.y || card.top >= target.y + target.height);
}

/** Compares once whether the ring is where the target is. */
function isRinged(spotlight: HTMLElement, target: Element): boolean {
  const wanted = boxOf(rectOf(target));
  const { x, y, width, height } = spotlight.getBoundingClientRect();
  return [x - wanted.x, y - wanted.y, width - wanted.width, height - wanted.height].every(
    (difference) => Math.abs(difference) < 2,
  );
}
