import { isOurs } from "../recorder/host-element.ts";

/** The host's element at a point of the window, through open shadow roots and frames of the same origin; never one of ours. */
export function elementBelow(x: number, y: number, root: DocumentOrShadowRoot = document): Element | null {
  const hit = root.elementsFromPoint(x, y).find((each) => !isOurs(each) && !isInOurs(each));
  if (!hit || hit === document.documentElement || hit === document.body) return null;
  if (hit.shadowRoot && hit.shadowRoot !== root) return elementBelow(x, y, hit.shadowRoot) ?? hit;
  const inner = hit instanceof HTMLIFrameElement ? frameOf(hit) : null;
  if (!inner) return hit;
  const box = hit.getBoundingClientRect();
  return elementBelow(x - box.x - hit.clientLeft, y - box.y - hit.clientTop, inner) ?? hit;
}

function isInOurs(element: Element): boolean {
  const root = element.getRootNode();
  return root instanceof ShadowRoot && isOurs(root.host);
}

/** The document of a frame that lets us in. */
function frameOf(frame: HTMLIFrameElement): Document | null {
  try {
    return frame.contentDocument;
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
  return { x: outer.x + frame.clientLeft + x, y: outer.y + frame.clientTop + y, width, height };
}
