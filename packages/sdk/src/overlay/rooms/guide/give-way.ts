import { overlaps } from "../../aside.ts";

const fields = "input, textarea, select, [contenteditable], [role=textbox], [role=combobox]";
const popups = "[role=listbox], [role=menu], [role=grid], [role=tree]";
/** A popup is drawn a moment after the key or the click that opens it. */
const drawnMs = 80;

/** What of the guide is on the page, and the element it points at. */
export interface GuideParts {
  spotlight: HTMLElement | null;
  card: HTMLElement | null;
  target: Element | null;
}

/** Keeps the guide out of the way of work that has begun. */
export interface GiveWay {
  /** The guide points at something else: it shows itself again. */
  reset(): void;
  stop(): void;
}

/**
 * While a guide runs: whoever works in the field it points at sees the page undimmed; whoever works in another field does
 * not see the guide at all until they leave it; and a list that opens is never under the card or the ring.
 */
export function createGiveWay(parts: () => GuideParts): GiveWay {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let elsewhere = false;
  const look = (): void => {
    const { spotlight, card } = parts();
    const open = Array.from(document.querySelectorAll(popups)).filter((popup) => popup.getClientRects().length > 0);
    for (const part of [spotlight, card]) {
      const box = part?.getBoundingClientRect();
      const under = box !== undefined && open.some((popup) => overlaps(box, popup.getBoundingClientRect()));
      part?.toggleAttribute("data-under", under || elsewhere);
    }
  };
  const soon = (): void => {
    clearTimeout(timer);
    if (parts().card) timer = setTimeout(look, drawnMs);
  };
  const focused = (event: Event): void => {
    const path = event.composedPath();
    const { spotlight, target } = parts();
    const inField = path[0] instanceof Element && path[0].matches(fields);
    elsewhere = inField && target !== null && !path.includes(target);
    spotlight?.toggleAttribute("data-quiet", inField);
    look();
    soon();
  };
  document.addEventListener("focusin", focused, true);
  for (const type of ["click", "input", "keyup"]) document.addEventListener(type, soon, true);
  return {
    reset: () => {
      elsewhere = false;
      look();
    },
    stop: () => {
      clearTimeout(timer);
      document.removeEventListener("focusin", focused, true);
      for (const type of ["click", "input", "keyup"]) document.removeEventListener(type, soon, true);
    },
  };
}
