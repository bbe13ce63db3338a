import { hasAnchors, nameTarget, targetName } from "./anchor-name.ts";
import { bringIntoView } from "./bring-into-view.ts";
import { rectOf } from "./element-rect.ts";
import { follow } from "./follow.ts";
import { gap, type Placement, placeCard, type Rect } from "./place.ts";

/** The two elements of a guide and how the page looks. */
export interface Attachment {
  target: Element;
  /** The ring round the target. */
  spotlight: HTMLElement;
  /** The card beside it. */
  card: HTMLElement;
  dir: "ltr" | "rtl";
  /** On a phone the card stays a sheet; only the ring is anchored. */
  phone: boolean;
}

/** How far the ring stands off the target, px. */
const off = 6;

type Styles = Record<string, string>;

/**
 * Holds ring and card on the target: by CSS anchors, which cost no script while the page moves; where these do not
 * reach the target (another shadow tree or frame, no box, no support) by measuring whenever something moved.
 * Returns its stop, which leaves the target as it was.
 */
export function attach(attachment: Attachment): () => void {
  const { target, spotlight, card, phone } = attachment;
  bringIntoView(target, phone ? card.getBoundingClientRect().height : 0);
  const stops: (() => void)[] = [];
  const byScript = (): void => {
    const update = (): void => placeByScript(attachment);
    update();
    stops.push(follow([target, card], update));
  };
  if (hasAnchors() && (target instanceof HTMLElement || target instanceof SVGElement)) {
    const restore = nameTarget(target);
    placeByAnchors(attachment);
    if (matches(spotlight, target)) stops.push(restore, watchRoom(attachment));
    else {
      restore();
      byScript();
    }
  } else byScript();
  return () => {
    for (const stop of stops) stop();
    for (const name of ["data-side", "data-align"]) card.removeAttribute(name);
    card.style.removeProperty("--_notch");
    spotlight.style.removeProperty("visibility");
  };
}

function set(element: HTMLElement, styles: Styles): void {
  for (const [name, value] of Object.entries(styles)) element.style.setProperty(name, value, "important");
}

function placementFor({ target, card, dir }: Attachment): Placement {
  const { width, height } = card.getBoundingClientRect();
  const rect = rectOf(target);
  const viewport = { width: document.documentElement.clientWidth, height: window.innerHeight };
  // A target that is still being scrolled to will come to rest in the middle.
  const outside = rect.y + rect.height < 0 || rect.y > viewport.height;
  const y = outside ? (viewport.height - rect.height) / 2 : rect.y;
  return placeCard({ ...rect, y }, { width, height }, viewport, dir);
}

function point(card: HTMLElement, place: Placement): void {
  card.dataset.side = place.side;
  card.dataset.align = place.align;
  card.style.setProperty("--_notch", `${place.notch - 11}px`);
}

function placeByAnchors(attachment: Attachment): void {
  const { target, spotlight, card, dir, phone } = attachment;
  const edge = (side: string): string => `calc(anchor(${side}) - ${off}px)`;
  set(spotlight, {
    "position-anchor": targetName,
    inset: ["top", "right", "bottom", "left"].map(edge).join(" "),
    width: "auto",
    height: "auto",
  });
  if (phone) {
    sheet(attachment);
    return;
  }
  const place = placementFor(attachment);
  const rect = rectOf(target);
  const { width } = card.getBoundingClientRect();
  const leftAligned = (place.align === "start") === (dir === "ltr");
  // How far the card reaches over the target's edge on the aligned side.
  const reach = leftAligned ? rect.x - place.x : place.x + width - rect.x - rect.width;
  const areas = {
    below: `bottom span-${leftAligned ? "right" : "left"}`,
    above: `top span-${leftAligned ? "right" : "left"}`,
    beside: place.x > rect.x ? "right span-bottom" : "left span-bottom",
  };
  const shift = leftAligned ? `${gap}px 0 ${gap}px ${-reach}px` : `${gap}px ${-reach}px ${gap}px 0`;
  set(card, {
    "position-anchor": targetName,
    "position-area": areas[place.side],
    margin: place.side === "beside" ? `0 ${gap}px` : shift,
    inset: "auto",
  });
  point(card, place);
}

function placeByScript(attachment: Attachment): void {
  const { target, spotlight, card, phone } = attachment;
  const rect = rectOf(target);
  set(spotlight, {
    "position-anchor": "auto",
    inset: `${rect.y - off}px auto auto ${rect.x - off}px`,
    width: `${rect.width + 2 * off}px`,
    height: `${rect.height + 2 * off}px`,
    visibility: isInView(rect) ? "visible" : "hidden",
  });
  if (phone) {
    sheet(attachment);
    return;
  }
  const place = placementFor(attachment);
  set(card, {
    "position-area": "none",
    "position-anchor": "auto",
    margin: "0",
    inset: `${place.y}px auto auto ${place.x}px`,
  });
  point(card, place);
}

/**
 * Places the card anew when it no longer fits where it stands. CSS could flip it by itself (`position-try-fallbacks`),
 * but not over important declarations, and those keep the page's own rules off the card.
 */
function watchRoom(attachment: Attachment): () => void {
  const { target, card } = attachment;
  const check = (): void => {
    if (!stands(card.getBoundingClientRect(), rectOf(target))) placeByAnchors(attachment);
  };
  const seen = new IntersectionObserver(check, { threshold: [0, 0.5, 1] });
  seen.observe(card);
  window.addEventListener("scrollend", check, true);
  window.addEventListener("resize", check);
  return () => {
    seen.disconnect();
    window.removeEventListener("scrollend", check, true);
    window.removeEventListener("resize", check);
  };
}

/** Whether a card is whole in view and off its target. */
function stands(card: DOMRect, target: Rect): boolean {
  const whole = card.top >= 0 && card.left >= 0 && card.bottom <= window.innerHeight && card.right <= window.innerWidth;
  const beside = card.right <= target.x || card.left >= target.x + target.width;
  const off = card.bottom <= target.y || card.top >= target.y + target.height;
  return whole && (beside || off);
}

/** The sheet stands at the bottom; at the top when the target could not be scrolled out from under it. */
function sheet({ target, card }: Attachment): void {
  const { height } = card.getBoundingClientRect();
  const rect = rectOf(target);
  const under = rect.y + rect.height > window.innerHeight - height && rect.y > height;
  set(card, { inset: under ? "0 0 auto 0" : "auto 0 0 0" });
  card.dataset.side = under ? "top" : "bottom";
}

function isInView(rect: Rect): boolean {
  return rect.y + rect.height > 0 && rect.y < window.innerHeight && rect.width + rect.height > 0;
}

/** Compares once whether the ring is where the target is. */
function matches(spotlight: HTMLElement, target: Element): boolean {
  const ring = spotlight.getBoundingClientRect();
  const rect = rectOf(target);
  const wanted = [rect.x - off, rect.y - off, rect.width + 2 * off, rect.height + 2 * off];
  const found = [ring.x, ring.y, ring.width, ring.height];
  return wanted.every((value, index) => Math.abs(value - (found[index] ?? 0)) < 2);
}
