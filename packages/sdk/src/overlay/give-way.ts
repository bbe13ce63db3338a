import { overlaps } from "./aside.ts";

const fields = "input, textarea, select, [contenteditable], [role=textbox], [role=combobox]";
const popups = "[role=listbox], [role=menu], [role=grid], [role=tree]";
/** A popup is drawn a moment after the key or the click that opens it. */
const drawnMs = 80;

export interface GiveWay {
  stop(): void;
}

/**
 * While a guide runs: whoever has begun to work in a field sees the page undimmed, and a list that opens is never under
 * the card.
 *
 * @param parts The spotlight and the card, where they are on the page.
 */
export function createGiveWay(parts: () => { spotlight: HTMLElement | null; card: HTMLElement | null }): GiveWay {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const isOurs = (event: Event): boolean =>
    event.composedPath().some((node) => node instanceof Element && node.localName.startsWith("waymark-"));
  const look = (): void => {
    const { card } = parts();
    if (!card) return;
    const box = card.getBoundingClientRect();
    const under = Array.from(document.querySelectorAll(popups)).some(
      (popup) => popup.getClientRects().length > 0 && overlaps(box, popup.getBoundingClientRect()),
    );
    card.toggleAttribute("data-under", under);
  };
  const soon = (): void => {
    clearTimeout(timer);
    if (parts().card) timer = setTimeout(look, drawnMs);
  };
  const focused = (event: Event): void => {
    if (isOurs(event)) return;
    const at = event.composedPath()[0];
    parts().spotlight?.toggleAttribute("data-quiet", at instanceof Element && at.matches(fields));
    soon();
  };
  document.addEventListener("focusin", focused, true);
  for (const type of ["click", "input", "keyup"]) document.addEventListener(type, soon, true);
  return {
    stop: () => {
      clearTimeout(timer);
      document.removeEventListener("focusin", focused, true);
      for (const type of ["click", "input", "keyup"]) document.removeEventListener(type, soon, true);
    },
  };
}
