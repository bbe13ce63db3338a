import { parentOf } from "../../targeting/tree.ts";
import { controlsIn } from "./controls.ts";
import { around } from "./wrap.ts";

const forms = "form, [role=form]";
const scopes = "[role=dialog], dialog, [role=main], main, body";

function closest(element: Element, selector: string): Element | null {
  for (let at: Element | null = element; at; at = parentOf(at)) if (at.matches(selector)) return at;
  return null;
}

/** The form an element belongs to; where a page has none, what holds all the fields of its dialog or main part. */
export function formOf(element: Element): HTMLElement | null {
  let form = closest(element, forms);
  if (!form) {
    const scope = closest(element, scopes);
    form = scope && around(controlsIn(scope).used, scope);
  }
  // Without a box of its own there is nothing to hang on.
  while (form && getComputedStyle(form).display === "contents") form = parentOf(form);
  return form instanceof HTMLElement ? form : null;
}

/** The form that holds most of some elements, if it holds enough of them: one field of many may be on any form. */
export function chooseForm(elements: readonly Element[], enough: number): HTMLElement | null {
  const all = new Map<HTMLElement, Element[]>();
  for (const element of elements) {
    const form = formOf(element);
    if (form) all.set(form, [...(all.get(form) ?? []), element]);
  }
  const [best] = [...all].sort(([, a], [, b]) => b.length - a.length);
  return best && best[1].length >= enough ? best[0] : null;
}
