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
