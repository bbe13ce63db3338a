import type { Rect } from "./place.ts";

/** Where an element is in the top window's viewport, px; also inside same-origin frames and with `display: contents`. */
export function rectOf(element: Element): Rect {
  let { x, y, width, height } = ownRect(element);
  let view = element.ownerDocument.defaultView;
  while (view?.frameElement) {
    const frame = view.frameElement;
    const outer = frame.getBoundingClientRect();
    x += outer.x + frame.clientLeft;
    y += outer.y + frame.clientTop;
    view = frame.ownerDocument.defaultView;
  }
  return { x, y, width, height };
}

/** An element without a box of its own is where its contents are. */
function ownRect(element: Element): Rect {
  const own = element.getBoundingClientRect();
  if (own.width > 0 || own.height > 0) return own;
  const range = element.ownerDocument.createRange();
  range.selectNodeContents(element);
  return range.getBoundingClientRect();
}
