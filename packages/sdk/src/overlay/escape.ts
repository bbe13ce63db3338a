import { surfaceOf } from "../targeting/tree.ts";
import type { Overlay } from "./context.ts";

/**
 * Esc closes the topmost surface. In a surface of ours the key is ours alone; elsewhere it ends a running guide, unless
 * the page used it or has a modal dialog to close with it.
 */
export function watchEscape(overlay: Overlay): () => void {
  const inside = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || event.isComposing || !surfaceOf(event)) return;
    if (!close(overlay)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const outside = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || event.isComposing || event.defaultPrevented || surfaceOf(event)) return;
    if (overlay.runtime.$guide.get() && document.querySelector("dialog:modal") === null) overlay.runtime.stopGuide();
  };
  window.addEventListener("keydown", inside, true);
  window.addEventListener("keydown", outside);
  return () => {
    window.removeEventListener("keydown", inside, true);
    window.removeEventListener("keydown", outside);
  };
}

function close({ runtime, dismiss }: Overlay): boolean {
  if (runtime.$guide.get()) runtime.stopGuide();
  else if (runtime.$surface.get().name !== "closed") dismiss();
  else return false;
  return true;
}
