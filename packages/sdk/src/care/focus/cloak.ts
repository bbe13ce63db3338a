import { attempt } from "../../ports/attempt.ts";
import type { Stop } from "../../ports/platform.ts";
import { isDrawn } from "./controls.ts";

/**
 * Gives an element of the host other styles without writing anything on it: an animation that stands still. No attribute
 * and no inline style changes, so that the host's framework and its observers see nothing; it stays with the element
 * wherever it is moved, goes with it, works in shadow roots and under any content security policy, and what it covered
 * is as it was once it is cancelled. Only important rules of the host are stronger.
 */
export function hold(element: Element, styles: Readonly<Record<string, string>>): Stop {
  const frames = Object.fromEntries(Object.entries(styles).map(([name, value]) => [name, [value, value]]));
  const animation = attempt(() => element.animate(frames, { duration: 1000, fill: "both", id: "waymark-focus" }));
  // Standing still it never ends, and so is never cleared away as finished.
  animation?.pause();
  return () => animation?.cancel();
}

/** Takes an element out of view; `null` where the host or the browser does not let us. What is in it keeps its value. */
export function fold(element: Element): Stop | null {
  const show = hold(element, { display: "none" });
  if (getComputedStyle(element).display === "none") return show;
  show();
  return null;
}

const reachable = "input, select, textarea, button, a, [tabindex], [contenteditable]";
const blocks = /^(block|flex|grid|flow-root|list-item)$/;

/** Turns an element that was to be folded into the free place of our line "12 more fields"; `null` where it cannot be. */
export function foldToPlace(element: Element, height: number): Stop | null {
  const parent = element.parentElement;
  if (!parent || !blocks.test(getComputedStyle(element).display)) return null;
  const around = getComputedStyle(parent);
  const line = around.display === "flex" && around.flexDirection.startsWith("row") && around.flexWrap === "nowrap";
  if (line || !blocks.test(around.display)) return null;
  const show = hold(element, {
    visibility: "hidden",
    boxSizing: "border-box",
    height: `${height}px`,
    minHeight: "0px",
    maxHeight: "none",
    padding: "0px",
    overflow: "hidden",
    ...(around.display === "grid" ? { gridColumn: "1 / -1" } : {}),
    ...(around.display === "flex" ? { flexBasis: "100%", width: "100%", maxWidth: "none" } : {}),
  });
  const { width, height: is } = element.getBoundingClientRect();
  // What a host shows in spite of what is around it could still be reached with the keyboard.
  const seen = [...element.querySelectorAll(reachable)].some(isDrawn);
  if (Math.abs(is - height) < 2 && width >= 200 && !seen) return show;
  show();
  return null;
}

/** Draws a ring round an element of the host. */
export function ring(element: Element, colour: string): Stop {
  return hold(element, { outline: `2px solid ${colour}`, outlineOffset: "2px" });
}
