/** How far a pointer has gone since it was pressed, px. */
export interface Way {
  x: number;
  y: number;
}

interface Gesture {
  /** A selector of what can be taken hold of. */
  grip: string;
  moved(way: Way, part: HTMLElement): void;
  dropped(way: Way, part: HTMLElement): void;
}

/** Less than this is a press, px. */
const slack = 6;
/** The click that ends a drag comes in this time, ms. */
const clickMs = 100;

/**
 * Follows a pointer that takes hold of a part of a surface, by mouse or touch, until it is let go. The parts need
 * `touch-action: none`.
 */
export function follow(root: ShadowRoot, { grip, moved, dropped }: Gesture): void {
  let from: { x: number; y: number } | null = null;
  let held: HTMLElement | null = null;
  let part: HTMLElement | null = null;
  let endedAt = Number.NEGATIVE_INFINITY;
  const wayOf = ({ clientX, clientY }: PointerEvent, { x, y } = from ?? { x: clientX, y: clientY }): Way => ({
    x: clientX - x,
    y: clientY - y,
  });
  const press = (event: Event): void => {
    const { target, clientX, clientY, pointerId } = event as PointerEvent;
    held = target instanceof Element ? target.closest<HTMLElement>(grip) : null;
    from = { x: clientX, y: clientY };
    part = null;
    // Another press: its click is its own.
    endedAt = Number.NEGATIVE_INFINITY;
    // What holds controls lets them have their clicks; a finger is held by what it touched anyway.
    // A pointer that has gone already is told without its id (`early.ts`).
    if (held?.localName === "button" && pointerId >= 0) held.setPointerCapture(pointerId);
  };
  const move = (event: Event): void => {
    if (!held || !(event instanceof PointerEvent)) return;
    const way = wayOf(event);
    if (!(event.buttons & 1)) held = part = null;
    else if (part || Math.hypot(way.x, way.y) >= slack) {
      part = held;
      moved(way, part);
    }
  };
  const drop = (event: Event): void => {
    const dragged = part;
    const way = wayOf(event as PointerEvent);
    from = held = part = null;
    if (!dragged) return;
    endedAt = performance.now();
    dropped(event.type === "pointerup" ? way : { x: 0, y: 0 }, dragged);
  };
  const swallow = (event: Event): void => {
    if (performance.now() - endedAt < clickMs) event.stopPropagation();
  };
  root.addEventListener("pointerdown", press);
  root.addEventListener("pointermove", move);
  root.addEventListener("pointerup", drop);
  root.addEventListener("pointercancel", drop);
  root.addEventListener("click", swallow, true);
}
