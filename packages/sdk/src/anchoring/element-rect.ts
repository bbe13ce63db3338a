import type { Rect } from "./place.ts";

/** Where an element of a document is in that document's view, px; without a box of its own it is where its contents are. */
export function rectOf(element: Element): Rect {
  const own = element.getBoundingClientRect();
  if (own.width > 0 || own.height > 0) return own;
  const range = element.ownerDocument.createRange();
  range.selectNodeContents(element);
  return range.getBoundingClientRect();
}
