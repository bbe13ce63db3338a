import { isOurs, parentOf } from "../../targeting/tree.ts";
import { elementsIn } from "../../targeting/walk.ts";

const native = "input, select, textarea";
const notFields = /^(hidden|submit|button|reset|image)$/;
const editable = "[contenteditable]:not([contenteditable=false])";
const roles = /^(textbox|searchbox|combobox|listbox|spinbutton|slider|checkbox|radio|switch)$/;

/** Whether a custom element takes part in forms by itself. */
function isFormAssociated(element: Element): boolean {
  if (!element.localName.includes("-")) return false;
  return (customElements.get(element.localName) as { formAssociated?: boolean } | undefined)?.formAssociated === true;
}

function isControl(element: Element): boolean {
  if (element.matches(native)) return !notFields.test((element as HTMLInputElement).type);
  return element.matches(editable) || roles.test(element.getAttribute("role") ?? "") || isFormAssociated(element);
}

/** The elements from an element's parent up to a root, across shadow boundaries; the root itself is left out. */
export function* ancestors(element: Element, root: Element): Generator<Element> {
  for (let at = parentOf(element); at && at !== root; at = parentOf(at)) yield at;
}

/** Whether an element is another one or lies inside it, across shadow boundaries. */
export function isWithin(element: Element, other: Element): boolean {
  for (let at: Element | null = element; at; at = parentOf(at)) if (at === other) return true;
  return false;
}

/** Drawn by style; a box is not asked for, since that would lay the page out. */
export function isDrawn(element: Element): boolean {
  const { checkVisibility } = element as Partial<Element>;
  return checkVisibility ? checkVisibility.call(element, { visibilityProperty: true }) : true;
}

/** What a form holds: the controls a person uses, and those that only carry a value for them. */
export interface Controls {
  used: Element[];
  carried: Element[];
}

/** All controls in a form, open shadow roots included, in the order of the page; parts of a control are none of their own. */
export function controlsIn(form: Element): Controls {
  const used: Element[] = [];
  const carried: Element[] = [];
  const known = new Set<Element>();
  for (const element of elementsIn(form, "*")) {
    if (!element || isOurs(element) || !isControl(element)) continue;
    const around = [...ancestors(element, form)];
    if (around.some((each) => known.has(each))) continue;
    known.add(element);
    const aside = [element, ...around].some((each) => each.getAttribute("aria-hidden") === "true");
    if (aside) carried.push(element);
    else if (isDrawn(element)) used.push(element);
  }
  return { used, carried };
}
