import { rectOf } from "./element-rect.ts";
import type { Rect } from "./place.ts";

/** The frames of this page around an element, the innermost first; none for an element of this document. */
export function framesOf(element: Element): HTMLElement[] {
  const frames: HTMLElement[] = [];
  let view = element.ownerDocument.defaultView;
  // The page itself may be in a frame: what is around that one is none of our business.
  while (view && view !== window && view.frameElement) {
    frames.push(view.frameElement as HTMLElement);
    view = view.frameElement.ownerDocument.defaultView;
  }
  return frames;
}

/** Where an element is in this window's view, px, also inside frames of the same origin. */
export function rectInView(element: Element): Rect {
  let { x, y, width, height } = rectOf(element);
  for (const frame of framesOf(element)) {
    const outer = frame.getBoundingClientRect();
    const scale = outer.width / frame.offsetWidth || 1;
    const { paddingLeft, paddingTop } = getComputedStyle(frame);
    x = outer.x + (frame.clientLeft + Number.parseFloat(paddingLeft) + x) * scale;
    y = outer.y + (frame.clientTop + Number.parseFloat(paddingTop) + y) * scale;
    width *= scale;
    height *= scale;
  }
  return { x, y, width, height };
}
