/** What a browser's text measures when nobody has changed it, px. */
const usual = 16;
/** So many of our pixels are left of a narrow window: with fewer no line holds a few words, px. */
const narrowest = 260;
/** A page whose text is a little larger than usual is a matter of taste; from here on somebody asked for it, px. */
const asked = 20;
/** Twice is what WCAG asks for; beyond, what is around the text no longer leaves room for it. */
const most = 2;

/** The size of an element's text, px; outside the page there is no telling. */
const sizeOf = (element: Element): number => Number.parseFloat(getComputedStyle(element).fontSize) || 0;

/** Letters of at least this size find no place in a picture, px. */
const coarsest = 16;

/** How a person wants text. */
export interface TextNeeds {
  /** How much larger than usual: at least 1, at most 2. */
  scale: number;
  /** The browser's least font size is far above our smallest: names go into lists, not into drawings. */
  coarse: boolean;
}

/**
 * How much larger than usual the person wants text: by the browser's own font size, or because the page's text has grown
 * with its root. Zooming the whole page is none of it: then a CSS pixel is larger, and so are we.
 * Nor is a least font size: it enlarges letters that are zoomed a second time, and is told apart.
 *
 * @param shadow - a tree of ours in the page, to measure in.
 */
export function textNeeds(shadow: ShadowRoot | null | undefined): TextNeeds {
  const probe = document.createElement("span");
  shadow?.append(probe);
  // Our elements inherit nothing of the page: without a size of its own it has the browser's.
  const own = sizeOf(probe);
  probe.style.fontSize = "1px";
  const least = sizeOf(probe);
  probe.remove();
  const { documentElement: root, body } = document;
  const page = Math.min(sizeOf(root), sizeOf(body ?? root));
  const wanted = Math.max(own, page < asked ? 0 : page);
  const scale = wanted > least ? Math.max(1, Math.min(most, innerWidth / narrowest, wanted / usual)) : 1;
  return { scale, coarse: least >= coarsest };
}

/**
 * A sheet for a tree that is zoomed by `scale`: widths and heights of the window count in the same larger pixels, so that
 * what is chosen by width is chosen by how much text fits.
 */
export function enlarge(css: string, scale: number): string {
  return css.replaceAll(/(-(?:width|height): ?)(\d+)px\)|\b\d+d?v[hw]\b/g, (length, edge, px) =>
    edge ? `${edge}${px * scale}px)` : `calc(${length} / ${scale})`,
  );
}
