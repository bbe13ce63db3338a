/**
 * Where our elements belong: the host's modal dialog while one is open, since everything outside it is inert; else the
 * document element. `path` is an event's composed path: it knows dialogs inside shadow trees.
 */
export function findHome(path: readonly EventTarget[] = []): Element {
  const around = path.find((node) => node instanceof HTMLDialogElement && isModal(node));
  if (around instanceof HTMLDialogElement) return around;
  const open = [...document.querySelectorAll("dialog")].filter(isModal);
  const focused = open.findLast((dialog) => dialog.contains(document.activeElement));
  return focused ?? open.at(-1) ?? document.documentElement;
}

function isModal(dialog: HTMLDialogElement): boolean {
  return dialog.isConnected && dialog.open && dialog.matches(":modal");
}

/** Tells when our home may have changed: a dialog opened or closed, or the focus went into one. No polling. */
export function watchHome(changed: (home: Element) => void): () => void {
  const check = (event: Event): void => {
    if (event.type !== "focusin" && !(event.target instanceof HTMLDialogElement)) return;
    changed(findHome(event.composedPath()));
  };
  const types = ["toggle", "close", "focusin"];
  for (const type of types) document.addEventListener(type, check, true);
  return () => {
    for (const type of types) document.removeEventListener(type, check, true);
  };
}
