import { listen } from "../ports/listen.ts";
import type { Stop } from "../ports/platform.ts";
import { createScope } from "../ports/scope.ts";
import { surfaceOf } from "../targeting/tree.ts";

/** What a person did before what hears it had come. */
export interface Early {
  /** The last key that was pressed. */
  key(): KeyboardEvent | undefined;
  /** Goes the launcher's way once more, for whoever hears it now; a pointer that is still down goes on from there. */
  replay(): void;
  stop: Stop;
}

/** Less than this is a press, px; as in `gesture.ts`. */
const slack = 6;

/**
 * Keeps the last key, and holds a pointer that takes the launcher along, until what hears them is there.
 *
 * @param wanted Fetches it: somebody needs it now.
 */
export function hearEarly(wanted: () => void): Early {
  let key: KeyboardEvent | undefined;
  let pill: Element | null = null;
  let way: PointerEvent[] = [];
  const ended = (): boolean => way.at(-1)?.type === "pointerup";
  const typed = (event: Event): void => {
    key = event as KeyboardEvent;
  };
  const took = (event: Event): void => {
    const [inner] = event.composedPath();
    pill = surfaceOf(event) && inner instanceof Element ? inner.closest(".pill") : null;
    if (!pill) return;
    way = [event as PointerEvent];
    pill.setPointerCapture((event as PointerEvent).pointerId);
    wanted();
  };
  const went = (event: Event): void => {
    if (pill && !ended()) way.push(event as PointerEvent);
  };
  const clicked = (event: Event): void => {
    // The host's own clicks are none of this.
    if (!pill || !event.composedPath().includes(pill)) return;
    const [from, to] = [way[0], way.at(-1)];
    // The click that ends a drag opens nothing.
    if (from && to && Math.hypot(to.clientX - from.clientX, to.clientY - from.clientY) >= slack)
      event.stopImmediatePropagation();
    else pill = null;
  };
  const scope = createScope();
  listen(scope, window, "keydown", typed);
  const early = { capture: true };
  listen(scope, window, "pointerdown", took, early);
  listen(scope, window, "pointermove", went, early);
  listen(scope, window, "pointerup", went, early);
  listen(scope, window, "click", clicked, early);
  return {
    key: () => key,
    replay: () => {
      // One that was let go is known to the browser no more.
      const gone = ended() ? { pointerId: -1 } : {};
      for (const { type, clientX, clientY, buttons, pointerId } of way)
        pill?.dispatchEvent(new PointerEvent(type, { bubbles: true, clientX, clientY, buttons, pointerId, ...gone }));
    },
    stop: scope.stop,
  };
}
