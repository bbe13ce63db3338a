/**
 * Calls `update` once a frame whenever something may have moved: any scroll, a resize of the window or of one of the
 * elements. Nothing runs between moves.
 */
export function follow(elements: readonly Element[], update: () => void): () => void {
  let frame = 0;
  const soon = (): void => {
    if (frame !== 0) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      update();
    });
  };
  const sizes = new ResizeObserver(soon);
  for (const element of elements) sizes.observe(element);
  // Scrolls do not bubble but are captured, whichever container moved; a frame has its own window.
  const windows = new Set<Window>([window]);
  for (const element of elements) if (element.ownerDocument.defaultView) windows.add(element.ownerDocument.defaultView);
  for (const view of windows) {
    view.addEventListener("scroll", soon, { capture: true, passive: true });
    view.addEventListener("resize", soon);
  }
  return () => {
    cancelAnimationFrame(frame);
    sizes.disconnect();
    for (const view of windows) {
      view.removeEventListener("scroll", soon, { capture: true });
      view.removeEventListener("resize", soon);
    }
  };
}
