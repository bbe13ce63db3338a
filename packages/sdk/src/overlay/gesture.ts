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
 * Follows a pointer that takes hold of a part of a surface, by mouse or touch, until it is let go. Starts from the moves
 * alone: presses on our surfaces end at the window (`focus.ts`). The parts need `touch-action: none`.
 */
export function follow(root: ShadowRoot, { grip, moved, dropped }: Gesture): void {
  let from: { x: number; y: number } | null = null;
  let part: HTMLElement | null = null;
  let endedAt = Number.NEGATIVE_INFINITY;
  const wayOf = ({ clientX, clientY }: PointerEvent, { x, y } = from ?? { x: clientX, y: clientY }): Way => ({
    x: clientX - x,
    y: clientY - y,
  });
  const move = (event: Event): void => {
    if (!(event instanceof PointerEvent)) return;
    const { buttons, target, clientX, clientY, pointerId } = event;
    if (!(buttons & 1)) {
      from = part = null;
      return;
    }
    from ??= { x: clientX, y: clientY };
    const way = wayOf(event);
    if (!part) {
      const held = target instanceof Element ? target.closest<HTMLElement>(grip) : null;
      if (!held || Math.hypot(way.x, way.y) < slack) return;
      part = held;
      part.setPointerCapture(pointerId);
    }
    moved(way, part);
  };
  const drop = (event: Event): void => {
    const held = part;
    const way = wayOf(event as PointerEvent);
    from = part = null;
    if (!held) return;
    endedAt = performance.now();
    dropped(event.type === "pointerup" ? way : { x: 0, y: 0 }, held);
  };
  const swallow = (event: Event): void => {
    if (performance.now() - endedAt < clickMs) event.stopPropagation();
  };
  root.addEventListener("pointermove", move);
  root.addEventListener("pointerup", drop);
  root.addEventListener("pointercancel", drop);
  root.addEventListener("click", swallow, true);
}
