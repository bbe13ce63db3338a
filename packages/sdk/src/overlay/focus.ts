import { isOurs, surfaceOf } from "../targeting/tree.ts";

/** Moves the focus into surfaces the person opened, and back. */
export interface FocusKeeper {
  /**
   * Moves the focus into a surface just opened, if the person opened it from one of ours or `asked` says that it was; says
   * whether they did. A surface that is not drawn yet takes it when it is.
   */
  enter(element: HTMLElement, asked?: boolean): boolean;
  /** To be called before surfaces leave: says whether the focus is in this one. */
  holds(element: HTMLElement): boolean;
  /** Gives the focus back to where the person came from. */
  giveBack(launcher: HTMLElement | null): void;
  stop(): void;
}

/** A surface that opens this long after the person pressed something of ours was opened by them. */
const answerMs = 1000;

const tab = { key: "Tab", bubbles: true, cancelable: true };

/** What a click does by itself in these is left to the browser. */
const natives = "input, select, textarea, label, a, summary";
/** What the host hears of presses outside its own: with these it pulls the focus back or closes what is open. */
const presses = ["pointerdown", "mousedown", "touchstart", "click", "focusin"];

const pointerOf = ({ clientX, clientY, pointerId }: PointerEvent): PointerEventInit => {
  return { bubbles: true, clientX, clientY, pointerId };
};

/**
 * Keeps the focus between the host and us. What the person presses in our surfaces is no business of the host: its focus
 * trap would take it for an escape, its menus for a press elsewhere. So these events end at the window, before the host's
 * listeners, and only our own tree hears of a click.
 */
export function createFocusKeeper(parts: () => { target: Element | null; card: HTMLElement | null }): FocusKeeper {
  let pressedAt = Number.NEGATIVE_INFINITY;
  let cameFrom: EventTarget | null = null;

  const pressed = (event: Event): void => {
    const ours = surfaceOf(event);
    const { type, relatedTarget } = event as FocusEvent;
    const [inner] = event.composedPath();
    if (!ours && type === "focusin") cameFrom = null;
    if (!ours || (type === "click" && inner instanceof Element && inner.closest(natives))) return;
    event.stopImmediatePropagation();
    if (ours === parts().card) {
      // Whoever presses the card beside their work stays where they work: nothing for a trap to pull back.
      if (type === "mousedown") event.preventDefault();
      if (type === "focusin" && relatedTarget !== ours) cameFrom = relatedTarget;
    }
    // Only our own tree hears of it: drags begin so.
    if (type === "pointerdown") inner?.dispatchEvent(new PointerEvent(type, pointerOf(event as PointerEvent)));
    if (type !== "click") return;
    pressedAt = performance.now();
    // A click nobody heard of still does what it does by itself: its form would be sent by it, and by ours.
    event.preventDefault();
    inner?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
  };

  // A popover comes after its source in the tab order, but a host's trap may not let the key through to there.
  const tabbed = (event: KeyboardEvent): void => {
    if (event.key !== "Tab") return;
    const { target, card } = parts();
    if (surfaceOf(event)) {
      event.stopImmediatePropagation();
      // Only our own tree hears of it: a room that dims the page keeps the focus.
      const told = new KeyboardEvent("keydown", { ...tab, shiftKey: event.shiftKey });
      if (event.composedPath()[0]?.dispatchEvent(told) === false) event.preventDefault();
    } else if (!event.shiftKey && target && event.composedPath()[0] === target) {
      const buttons = card?.shadowRoot?.querySelectorAll("button") ?? [];
      const first = Array.from(buttons).find((button) => button.getClientRects().length > 0);
      first?.focus({ preventScroll: true });
      if (!first || card?.shadowRoot?.activeElement !== first) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  };
  for (const type of presses) window.addEventListener(type, pressed, true);
  window.addEventListener("keydown", tabbed, true);

  return {
    enter: (element, asked = false) => {
      const active = document.activeElement;
      const ours = active !== null && isOurs(active);
      if (!ours) cameFrom = active === document.body ? null : active;
      if (!ours && !asked && performance.now() - pressedAt > answerMs) return false;
      const surface = element.shadowRoot?.querySelector<HTMLElement>(".surface");
      const first = surface?.querySelector<HTMLElement>("[data-first], [autofocus]") ?? surface;
      first?.focus({ preventScroll: true });
      return true;
    },
    holds: (element) => element.shadowRoot?.activeElement != null,
    giveBack: (launcher) => {
      const pill = launcher?.shadowRoot?.querySelector<HTMLElement>(".pill");
      const back = cameFrom instanceof HTMLElement && cameFrom.isConnected ? cameFrom : pill;
      cameFrom = null;
      back?.focus({ preventScroll: true });
    },
    stop: () => {
      for (const type of presses) window.removeEventListener(type, pressed, true);
      window.removeEventListener("keydown", tabbed, true);
    },
  };
}
