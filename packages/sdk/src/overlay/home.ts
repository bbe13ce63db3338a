import { flatParentOf, isOurs } from "../targeting/tree.ts";

/** Parts of a page that are left for everybody outside them: by the browser, by a press elsewhere, or by a focus trap. */
const rooms = ":is(:modal, :popover-open, [aria-modal=true])";

function roomAround(from: Element | null, selector: string): Element | null {
  for (let at = from; at; at = flatParentOf(at)) {
    // What hangs in a component's own tree is drawn; what is put beside a shadow root may not be.
    if (at.matches(selector) && !isOurs(at) && !at.shadowRoot) return at;
  }
  return null;
}

function focused(): Element | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}

/**
 * Where our elements belong: the dialog or popover around the guide's target; the host's modal dialog while one is open,
 * since everything outside it is inert; else the document element.
 */
export function findHome(target: Element | null): Element {
  const modal = roomAround(focused(), "dialog:modal") ?? [...document.querySelectorAll("dialog:modal")].at(-1) ?? null;
  const around = target?.ownerDocument === document ? roomAround(target, rooms) : null;
  const inPlay = around && (!modal || roomAround(around, "dialog:modal") === modal);
  return (inPlay ? around : modal) ?? document.documentElement;
}

/** Tells when our home may have changed, and what has just been shown above us, if anything. No polling. */
export function watchHome(changed: (shown: Element | null) => void): () => void {
  const check = (event: Event): void => {
    const { target } = event;
    if (!(target instanceof Element) || isOurs(target)) return;
    const shown = (event as ToggleEvent).newState === "open" || target === document.fullscreenElement;
    changed(shown ? target : null);
  };
  const types = ["toggle", "close", "focusin", "fullscreenchange"];
  for (const type of types) document.addEventListener(type, check, true);
  return () => {
    for (const type of types) document.removeEventListener(type, check, true);
  };
}
