import { isOurs } from "../recorder/host-element.ts";

/** The host's element at a point of the window, through open shadow roots and frames of the same origin; never one of ours. */
export function elementBelow(x: number, y: number, root: DocumentOrShadowRoot = document): Element | null {
  const hit = root.elementsFromPoint(x, y).find((each) => !isOurs(each) && !isInOurs(each));
  if (!hit || hit === document.documentElement || hit === document.body) return null;
  if (hit.shadowRoot && hit.shadowRoot !== root) return elementBelow(x, y, hit.shadowRoot) ?? hit;
  const inner = frameOf(hit);
  if (!inner) return hit;
  const box = hit.getBoundingClientRect();
  // Its contents begin inside of its border and padding.
  const { paddingLeft, paddingTop } = getComputedStyle(hit);
  const left = box.x + hit.clientLeft + Number.parseFloat(paddingLeft);
  const top = box.y + hit.clientTop + Number.parseFloat(paddingTop);
  return elementBelow(x - left, y - top, inner) ?? hit;
}

function isInOurs(element: Element): boolean {
  const root = element.getRootNode();
  return root instanceof ShadowRoot && isOurs(root.host);
}

/** The document of a frame that lets us in; `null` where it does not, or is no frame. */
export function frameOf(frame: Element): Document | null {
  if (!frame.matches("iframe")) return null;
  try {
    return (frame as HTMLIFrameElement).contentDocument;
  } catch {
    return null;
  }
}

/** Where an element stands in the window, px, frames included. */
export function boxOf(element: Element): { x: number; y: number; width: number; height: number } {
  const { x, y, width, height } = element.getBoundingClientRect();
  const frame = element.ownerDocument.defaultView?.frameElement;
  if (!frame) return { x, y, width, height };
  const outer = boxOf(frame);
  const { paddingLeft, paddingTop } = getComputedStyle(frame);
  const left = outer.x + frame.clientLeft + Number.parseFloat(paddingLeft);
  const top = outer.y + frame.clientTop + Number.parseFloat(paddingTop);
  return { x: left + x, y: top + y, width, height };
}
