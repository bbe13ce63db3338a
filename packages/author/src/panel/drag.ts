/** Lets the panel be moved by its head. What a finger or mouse drops outside of the window stays inside it. */
export function dragByHead(root: HTMLElement): () => void {
  let from: { x: number; y: number; panel: HTMLElement } | null = null;
  const onDown = (event: PointerEvent): void => {
    const target = event.target as Element;
    const panel = target.closest<HTMLElement>(".panel");
    if (!panel || !target.closest("[data-grip]") || target.closest("button") || innerWidth < 560) return;
    const box = panel.getBoundingClientRect();
    from = { x: event.clientX - box.x, y: event.clientY - box.y, panel };
    (event.target as Element).setPointerCapture(event.pointerId);
  };
  const onMove = (event: PointerEvent): void => {
    if (!from) return;
    const { panel } = from;
    panel.classList.add("moved");
    const within = (value: number, most: number): number => Math.min(Math.max(value, 0), Math.max(most, 0));
    panel.style.left = `${within(event.clientX - from.x, innerWidth - panel.offsetWidth)}px`;
    panel.style.top = `${within(event.clientY - from.y, innerHeight - panel.offsetHeight)}px`;
  };
  const onUp = (): void => {
    from = null;
  };
  const ending = new AbortController();
  const { signal } = ending;
  root.addEventListener("pointerdown", onDown, { signal });
  root.addEventListener("pointermove", onMove, { signal });
  root.addEventListener("pointerup", onUp, { signal });
  root.addEventListener("pointercancel", onUp, { signal });
  return () => ending.abort();
}
