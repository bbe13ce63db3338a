/** Moves the focus into surfaces the person opened, and back. */
export interface FocusKeeper {
  /** Watches an element of ours for what the person does there. */
  watch(element: HTMLElement): void;
  /** Moves the focus into a surface just opened, if the person opened it from one of ours. */
  enter(element: HTMLElement): void;
  /** To be called before surfaces leave: says whether the focus is in this one. */
  holds(element: HTMLElement): boolean;
  /** Gives the focus back to where the person came from. */
  giveBack(launcher: HTMLElement | null): void;
}

/** A surface that opens this long after the person pressed something of ours was opened by them. */
const answerMs = 1000;

export function createFocusKeeper(): FocusKeeper {
  let pressedAt = Number.NEGATIVE_INFINITY;
  let cameFrom: Element | null = null;
  const isOurs = (element: Element | null): boolean => element?.localName.startsWith("waymark-") ?? false;
  return {
    watch: (element) => {
      element.addEventListener("click", () => {
        pressedAt = performance.now();
      });
    },
    enter: (element) => {
      const active = document.activeElement;
      if (!isOurs(active)) cameFrom = active === document.body ? null : active;
      if (!isOurs(active) && performance.now() - pressedAt > answerMs) return;
      element.shadowRoot?.querySelector<HTMLElement>(".surface")?.focus({ preventScroll: true });
    },
    holds: (element) => element.shadowRoot?.activeElement != null,
    giveBack: (launcher) => {
      const pill = launcher?.shadowRoot?.querySelector<HTMLElement>(".pill");
      const back = cameFrom instanceof HTMLElement && cameFrom.isConnected ? cameFrom : pill;
      cameFrom = null;
      back?.focus({ preventScroll: true });
    },
  };
}
