import { flatParentOf } from "../targeting/tree.ts";
import type { Attachment } from "./attachment.ts";
import type { Rect } from "./place.ts";

/** Scrolls the target into view, only when it is not there already; says whether it did. */
export function bringIntoView({ target, card, phone }: Attachment, { x, y, width, height }: Rect): boolean {
  const sheet = phone ? card.getBoundingClientRect().height : 0;
  const isSeen = isWhole(x, width, innerWidth) && isWhole(y, height, innerHeight - sheet);
  if (isSeen && !isClipped(target)) return false;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  target.scrollIntoView({ block: "center", inline: "nearest", behavior: calm ? "instant" : "smooth" });
  return true;
}

/** Whether a length lies whole in the view, or fills it. */
function isWhole(from: number, length: number, view: number): boolean {
  return (from > -1 && from + length < view + 1) || (from < 1 && from + length > view - 1);
}

/** Whether a scrolling container around the target hides part of it. */
function isClipped(target: Element): boolean {
  const inner = target.getBoundingClientRect();
  for (let box = flatParentOf(target); box && box !== document.body; box = flatParentOf(box)) {
    const { overflowX, overflowY } = getComputedStyle(box);
    if (overflowX === "visible" && overflowY === "visible") continue;
    const { x, y, width, height } = box.getBoundingClientRect();
    if (!isWhole(inner.x - x, inner.width, width) || !isWhole(inner.y - y, inner.height, height)) return true;
  }
  return false;
}
