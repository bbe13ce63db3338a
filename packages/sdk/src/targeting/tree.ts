/** Whether a node is an element, of whatever window: `instanceof` says no to those of an iframe. */
export function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE;
}

/** The parent across a shadow boundary. */
export function parentOf(element: Element): Element | null {
  return element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null;
}

/** Custom elements of the overlay are never targets. */
export function isOurs(element: Element): boolean {
  return element.localName.startsWith("waymark-");
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
  for (let at: Element | null = element; at; at = parentOf(at)) {
    if (at.getAttribute("aria-hidden") === "true" || at.hasAttribute("inert")) return true;
  }
  return false;
}

/** Drawn somewhere and in play: has a box, is not hidden by style, not behind an open dialog. */
export function isVisible(element: Element): boolean {
  const { checkVisibility } = element as Partial<Element>;
  if (element.getClientRects().length === 0 || isSetAside(element)) return false;
  return checkVisibility ? checkVisibility.call(element, { visibilityProperty: true }) : true;
}
