import { listen } from "../ports/listen.ts";
import { createScope } from "../ports/scope.ts";

/** How long after the focus went nowhere a dialog is given to leave the page. */
const leaveMs = 300;

/** Keeps our corner surface out of the way of a dialog that the person works in. */
export interface Aside {
  /** A host's dialog needs the place where the surface stands. */
  wanted(): boolean;
  /** The person wants the surface all the same, until another dialog opens. */
  insist(): void;
  stop(): void;
}

function dialogIn(path: readonly EventTarget[]): Element | null {
  const found = path.find(
    (node) => node instanceof Element && node.matches("[role=dialog], [role=alertdialog], dialog[open]"),
  );
  return (found ?? null) as Element | null;
}

/** Whether two boxes share any place. */
export function overlaps(a: DOMRectReadOnly, b: DOMRectReadOnly): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/**
 * Follows the focus: while it is in a host's dialog that overlaps `place`, the surface steps aside. Apps draw dialogs in
 * many ways, but all of them move the focus into it.
 *
 * @param place The box the surface takes, or would take; `null` while there is none.
 */
export function createAside(place: () => DOMRectReadOnly | null, changed: () => void): Aside {
  let dialog: Element | null = null;
  let insisted: Element | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let before = false;

  const wanted = (): boolean => {
    if (!dialog?.isConnected || dialog === insisted) return false;
    const box = place();
    return box !== null && overlaps(box, dialog.getBoundingClientRect());
  };
  const check = (): void => {
    const now = wanted();
    if (now === before) return;
    before = now;
    changed();
  };
  // The focus in surfaces of ours is not heard of here (`focus.ts`).
  const focused = (event: Event): void => {
    dialog = dialogIn(event.composedPath());
    check();
  };
  // A dialog whose opener is gone gives the focus to nobody: look whether it has left.
  const blurred = (): void => {
    clearTimeout(timer);
    timer = setTimeout(check, leaveMs);
  };
  const scope = createScope();
  listen(scope, document, "focusin", focused, true);
  listen(scope, document, "focusout", blurred, true);
  return {
    wanted: () => before,
    insist: () => {
      insisted = dialog;
      check();
    },
    stop: () => {
      clearTimeout(timer);
      scope.stop();
    },
  };
}
