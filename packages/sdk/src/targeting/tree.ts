/** Whether a node is an element, of whatever window: `instanceof` says no to those of an iframe. */
export function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE;
}

/** The parent across a shadow boundary. */
export function parentOf(element: Element): Element | null {
  return element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null;
}

/** The parent that draws an element: where it is slotted, or the parent across a shadow boundary. */
export function flatParentOf(element: Element): Element | null {
  return element.assignedSlot ?? parentOf(element);
}

/** Custom elements of the overlay are never targets. */
export function isOurs(element: Element): boolean {
  return element.localName.startsWith("waymark-");
}

/** The surface of ours an event comes from. */
export function surfaceOf(event: Event): Element | undefined {
  return event.composedPath().find((node): node is Element => node instanceof Element && isOurs(node));
}

/** A root and the open shadow roots inside it, each when it is its turn. Our own surfaces are left out. */
export function* rootsIn(root: ParentNode): Generator<ParentNode | undefined> {
  yield root;
  for (const element of root.querySelectorAll("*")) {
    if (element.shadowRoot && !isOurs(element)) yield* rootsIn(element.shadowRoot);
    yield undefined;
  }
}

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
