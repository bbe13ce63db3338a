/**
 * Sets layout properties of one of our elements: as properties of our own, important, that the element's sheet reads
 * (`overlay/style/base.ts`). Nothing of the page reaches those.
 */
export function lay(element: HTMLElement, layout: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(layout)) element.style.setProperty(`--_${name}`, value, "important");
}

/** Writes lengths of the viewport for an element whose page is zoomed by style: there a CSS pixel is drawn larger. */
export function pxIn(element: HTMLElement): (length: number) => string {
  const zoom = (element as { currentCSSZoom?: number }).currentCSSZoom ?? 1;
  return (length) => `${length / zoom}px`;
}
