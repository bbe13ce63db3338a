/**
 * One kind of change. `page` changes the whole page once; `target` changes what is around one element. It says where the
 * element is afterwards (`null`: gone), or `undefined` where the change makes no sense for it.
 */
export interface PageKind {
  name: string;
  change(body: HTMLElement): ((element: Element) => Element | null) | undefined;
}

export interface TargetKind {
  name: string;
  change(element: Element): Element | null | undefined;
}

/** Where an element is that was not replaced. */
export const same = (element: Element): Element => element;

/** Makes an element of another name with the same attributes and contents in the same place. */
export function rename(element: Element, name: string): HTMLElement {
  const other = document.createElement(name);
  for (const { name: key, value } of element.attributes) other.setAttribute(key, value);
  other.append(...element.childNodes);
  element.replaceWith(other);
  return other;
}

/** Puts a new element around one. */
export function wrap(element: Element, name = "div"): HTMLElement {
  const around = document.createElement(name);
  element.replaceWith(around);
  around.append(element);
  return around;
}

/** The outermost repeated thing an element is in: a row, a list item, a card. */
export function rowOf(element: Element): Element | undefined {
  for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
    const { localName, parentElement, className } = at;
    const like = Array.from(parentElement?.children ?? []).filter(
      (each) => each.localName === localName && each.className === className,
    );
    if (/^(tr|li|article)$/.test(localName) || (like.length > 2 && at !== element))
      return like.length > 1 ? at : undefined;
  }
  return undefined;
}
