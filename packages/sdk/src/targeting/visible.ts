import { flatParentOf } from "./tree.ts";

/** Taken out of play by the host, as everything behind an open dialog is. */
function isSetAside(element: Element): boolean {
  let reached = element.ownerDocument.querySelector("dialog:modal") === null;
  for (let at: Element | null = element; at; at = flatParentOf(at)) {
    if (at.getAttribute("aria-hidden") === "true" || at.hasAttribute("inert")) return true;
    reached ||= at.matches("dialog:modal");
  }
  return !reached;
}

/** Drawn somewhere and in play: has a box, is not hidden by style, not behind an open dialog. */
export function isVisible(element: Element): boolean {
  // Without a box of its own an element is seen where its contents are.
  if (getComputedStyle(element).display === "contents") return Array.from(element.children).some(isVisible);
  const { checkVisibility } = element as Partial<Element>;
  if (element.getClientRects().length === 0 || isSetAside(element)) return false;
  return checkVisibility ? checkVisibility.call(element, { visibilityProperty: true }) : true;
}
