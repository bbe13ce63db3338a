import { ancestors, isWithin } from "./controls.ts";

/** More text than this is no label and no help. */
const mostText = 300;
const buttons = "button, input[type=submit], input[type=button], input[type=reset], input[type=image], [role=button]";
const foreign = "iframe, object, embed, canvas, video, audio, h1, form, [role=dialog], [role=tablist]";
/** Parts of a table fold with their row or not at all; the rest means nothing without what is around it. */
export const fixed: RegExp =
  /^(td|th|tbody|thead|tfoot|caption|col|colgroup|legend|summary|option|optgroup|body|html)$/;

/** Which controls lie in which element of a form. */
export type Inside = ReadonlyMap<Element, readonly Element[]>;

export function insideOf(form: Element, controls: readonly Element[]): Inside {
  const inside = new Map<Element, Element[]>();
  for (const control of controls) {
    for (const at of ancestors(control, form)) {
      const list = inside.get(at) ?? [];
      list.push(control);
      inside.set(at, list);
    }
  }
  return inside;
}

function textLength(element: Element): number {
  return (element.textContent ?? "").replace(/\s+/g, " ").trim().length;
}

/** A button without words belongs to its field: open, clear, step. One with words does something of its own. */
function actsAlone(button: Element): boolean {
  if (button.localName === "input") return true;
  return textLength(button) > 0 || (button instanceof HTMLButtonElement && button.type === "submit");
}

/** Whether there is more in an element than fields with their labels and help. */
function holdsMore(element: Element, controls: readonly Element[], several: boolean): boolean {
  const outside = (found: Element): boolean => !controls.some((control) => isWithin(found, control));
  if ([...element.querySelectorAll(foreign)].some(outside)) return true;
  if ([...element.querySelectorAll(buttons)].some((button) => outside(button) && actsAlone(button))) return true;
  for (const label of element.querySelectorAll("label")) {
    if (label.control && !isWithin(label.control, element)) return true;
  }
  const headings = element.querySelectorAll("h2, h3, h4, h5, h6, [role=heading]").length;
  if (headings > (several ? 1 : 0)) return true;
  const closed = [...element.querySelectorAll(":not(:defined)")];
  if (closed.some((each) => outside(each) && each.childElementCount === 0)) return true;
  const own = textLength(element) - controls.reduce((sum, control) => sum + textLength(control), 0);
  return own > mostText * (several ? controls.length : 1);
}

/** The outermost element around another one that holds these controls and nothing that does not belong to them. */
export function climb(from: Element, form: Element, inside: Inside, mine: ReadonlySet<Element>): Element {
  let best = from;
  for (const at of ancestors(from, form)) {
    const held = inside.get(at) ?? [];
    if (!held.every((control) => mine.has(control)) || holdsMore(at, held, held.length > 1)) break;
    if (!fixed.test(at.localName)) best = at;
  }
  return best;
}

/** The innermost element around all of several; `null` where that is the form itself. */
export function around(elements: readonly Element[], form: Element): Element | null {
  const [first, ...rest] = elements;
  if (!first || rest.length === 0) return first ?? null;
  for (const at of ancestors(first, form)) if (rest.every((each) => isWithin(each, at))) return at;
  return null;
}
