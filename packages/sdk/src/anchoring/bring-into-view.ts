import { rectOf } from "./element-rect.ts";

/** Between target and edge of the view, px, so that ring and card have room. */
const air = 24;

/**
 * Scrolls the target into view, only when it is not there already.
 * @param sheet - height of the sheet that covers the bottom of the view, px; 0: none.
 */
export function bringIntoView(target: Element, sheet: number): void {
  const { y, height } = rectOf(target);
  const free = window.innerHeight - sheet;
  const whole = y >= air && y + height <= free - air;
  const fills = y <= air && y + height >= free - air;
  if ((whole || fills) && !isClipped(target)) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const behavior = calm || sheet > 0 ? "instant" : "smooth";
  if (sheet === 0 || !(target instanceof HTMLElement)) {
    target.scrollIntoView({ block: "center", inline: "nearest", behavior });
    return;
  }
  // Keeps the lower part of the view free for as long as the call takes.
  const before = target.style.getPropertyValue("scroll-margin");
  target.style.setProperty("scroll-margin", `${air * 3}px 0 ${sheet + air}px`);
  target.scrollIntoView({ block: "nearest", inline: "nearest", behavior });
  target.style.setProperty("scroll-margin", before);
  if (before === "") target.style.removeProperty("scroll-margin");
  if (target.getAttribute("style") === "") target.removeAttribute("style");
}

/** Whether a scrolling container around the target hides part of it. */
function isClipped(target: Element): boolean {
  const inner = target.getBoundingClientRect();
  for (let box = target.parentElement; box && box !== document.body; box = box.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(box);
    if (overflowX === "visible" && overflowY === "visible") continue;
    const outer = box.getBoundingClientRect();
    if (inner.top < outer.top - 1 || inner.bottom > outer.bottom + 1) return true;
    if (inner.left < outer.left - 1 || inner.right > outer.right + 1) return true;
  }
  return false;
}
