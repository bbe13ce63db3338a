import { listen } from "../ports/listen.ts";
import type { Stop } from "../ports/platform.ts";
import { createScope } from "../ports/scope.ts";
import type { Guest } from "../runtime/guest.ts";
import { surfaceOf } from "../targeting/tree.ts";

/** What a person does this moment, as far as prompts must know. No value of any field is read. */
export interface Moment {
  inField(): boolean;
  unsavedForm(): boolean;
  /** A piece of work ended and no other was begun. */
  finished(): boolean;
  /** Milliseconds since the last press or key. */
  idleMs(): number;
}

const moments = new WeakMap<Guest, Moment>();

/** The moment as it is watched; `null` while nothing watches it yet. */
export const momentOf = (guest: Guest): Moment | null => moments.get(guest) ?? null;

const fields = "input:not([type=button],[type=submit],[type=reset],[type=image]), textarea, select, [role=textbox]";
/** Searching changes nothing that could be lost. */
const searches = "[type=search], [role=search] *, [role=searchbox]";

function isField(element: Element | null): boolean {
  return element !== null && (element.matches(fields) || (element instanceof HTMLElement && element.isContentEditable));
}

/** The element with the focus, through shadow trees. */
function focused(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

/** Watches for breakpoints: forms changed and sent, work ended and begun, the last press or key. */
export function watchMoment(guest: Guest): Stop {
  const scope = createScope();
  const { platform } = guest;
  /** Forms that were changed and not sent; a field without a form stands for itself. */
  const changed = new Set<Element>();
  let lastInput = 0;
  let finished = platform.now();
  let begun = 0;
  const end = (): void => {
    finished = platform.now();
    begun = 0;
  };
  const target = (event: Event): Element | null => {
    const first = event.composedPath()[0];
    return first instanceof Element && !surfaceOf(event) ? first : null;
  };
  const pressed = (event: Event): void => {
    lastInput = platform.now();
    const element = target(event);
    if (element) begun = lastInput;
    // A field outside of any form is saved by some button.
    if (event.type !== "pointerdown" || !element?.closest("button, [role=button], a[href]")) return;
    for (const each of changed) if (!(each instanceof HTMLFormElement)) changed.delete(each);
  };
  const edited = (event: Event): void => {
    lastInput = platform.now();
    const element = target(event);
    if (!element || element.matches(searches)) return;
    begun = lastInput;
    const form = "form" in element && element.form instanceof HTMLFormElement ? element.form : element;
    changed.add(form);
  };
  const sent = (event: Event): void => {
    const form = target(event);
    if (form) changed.delete(form);
    if (event.type === "submit") end();
  };
  const capture = { capture: true, passive: true };
  for (const type of ["pointerdown", "keydown"]) listen(scope, document, type, guest.guard("moment", pressed), capture);
  listen(scope, document, "input", guest.guard("moment", edited), capture);
  for (const type of ["submit", "reset"]) listen(scope, document, type, guest.guard("moment", sent), capture);
  scope.add(guest.on("step.completed", end));
  scope.add(
    platform.page.onPath(() => {
      changed.clear();
      end();
    }),
  );
  moments.set(guest, {
    inField: () => isField(focused()),
    unsavedForm: () => {
      for (const each of changed) if (!each.isConnected) changed.delete(each);
      return changed.size > 0;
    },
    finished: () => finished > begun,
    idleMs: () => platform.now() - Math.max(lastInput, finished),
  });
  scope.add(() => moments.delete(guest));
  return scope.stop;
}
