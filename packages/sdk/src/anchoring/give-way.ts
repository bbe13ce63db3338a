import type { Attachment } from "./attachment.ts";
import { meet } from "./place.ts";

const fields = "input, textarea, select, [contenteditable], [role=textbox], [role=combobox]";
const popups = "[role=listbox], [role=menu], [role=grid], [role=tree]";
/** A popup is drawn a moment after the key or the click that opens it. */
const drawnMs = 80;

/** The field somebody went to while a card pointed elsewhere: laid anew, it does not come back over their work. */
const beside = new WeakMap<HTMLElement, Element>();

/**
 * Keeps ring and card out of the way of work that has begun: whoever works in the field they point at sees the page
 * undimmed; whoever works in another field does not see the guide at all until they leave it; and a list that opens is
 * never under the card or the ring. Returns its stop.
 */
export function giveWay({ target, spotlight, card, again }: Attachment): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let elsewhere = false;
  const look = (): void => {
    if (document.activeElement === document.body) elsewhere = false;
    const open = Array.from(document.querySelectorAll(popups)).filter((popup) => popup.getClientRects().length > 0);
    for (const part of [spotlight, card]) {
      const under = open.some((popup) => meet(part.getBoundingClientRect(), popup.getBoundingClientRect()));
      part.toggleAttribute("data-under", under || elsewhere);
    }
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(look, drawnMs);
  };
  const work = (path: readonly EventTarget[]): void => {
    const inField = path[0] instanceof Element && path[0].matches(fields);
    elsewhere = inField && !path.includes(target);
    if (elsewhere && document.activeElement) beside.set(card, document.activeElement);
    else beside.delete(card);
    spotlight.toggleAttribute("data-quiet", inField);
    look();
  };
  const focused = (event: Event): void => {
    work(event.composedPath());
    soon();
  };
  const presses = ["click", "input", "keyup", "focusout"];
  document.addEventListener("focusin", focused, true);
  for (const type of presses) document.addEventListener(type, soon, true);
  const { activeElement: active } = document;
  if (again && active && target.contains(active)) work([active, target]);
  else {
    // Where the focus was before the guide came, it is no work beside it: a dialog puts it into its first field.
    elsewhere = again && active !== null && active === beside.get(card);
    look();
  }
  return () => {
    clearTimeout(timer);
    document.removeEventListener("focusin", focused, true);
    for (const type of presses) document.removeEventListener(type, soon, true);
  };
}
