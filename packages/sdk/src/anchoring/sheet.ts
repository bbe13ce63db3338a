import type { Attachment } from "./attachment.ts";
import { rectInView } from "./frame-rect.ts";
import { lay, pxIn } from "./lay.ts";
import { needsOf } from "./needs.ts";
import type { Rect } from "./place.ts";
import { placeSheet, type SheetPlace } from "./place-sheet.ts";
import { dressForFolding } from "./sheet-css.ts";

/** A keyboard on the screen takes more than this, bars of the browser less; px. */
const keyboardHeight = 120;

/** What became of a sheet: `bar` folded by us, `open` unfolded by the person, who has the last word. */
type Fold = "bar" | "open" | undefined;

/** The part of the screen no keyboard covers, px. Who has zoomed in with two fingers moves about by themselves. */
function screenNow(): { top: number; bottom: number } {
  const { visualViewport: view } = window;
  if (!view || Math.abs(view.scale - 1) > 0.01) return { top: 0, bottom: innerHeight };
  return { top: view.offsetTop, bottom: Math.min(innerHeight, view.offsetTop + view.height) };
}

/** The sheet's height with and without its text, px. */
function heightsOf(card: HTMLElement): { whole: number; bar: number } {
  const before = card.dataset.fold;
  const measure = (fold: Fold): number => {
    if (fold) card.dataset.fold = fold;
    else delete card.dataset.fold;
    return card.getBoundingClientRect().height;
  };
  const heights = { whole: measure(undefined), bar: measure("bar") };
  if (before) card.dataset.fold = before;
  else delete card.dataset.fold;
  return heights;
}

/** Where the needs are. What is scrolled out of the window is covered by nobody; but a target below it is on its way. */
function boxesOf(needs: readonly Element[], target: Element, rect: Rect): Rect[] {
  const { x, y, width, height } = rect;
  const coming = { x, y: Math.min(y, innerHeight - 1), width, height };
  const boxes = needs.map((need) => (need === target ? coming : need.getBoundingClientRect()));
  return boxes.filter(({ width, height }) => width > 0 && height > 0);
}

/** Puts the sheet where it lies on nothing that the person needs now; says what it kept clear of. */
export function putSheet(attachment: Attachment, rect: Rect): Element[] {
  const { card, target } = attachment;
  const { top, bottom } = screenNow();
  const needs = needsOf(attachment, rect);
  const cramped = innerHeight - (bottom - top) > keyboardHeight;
  const room = { width: innerWidth, top, bottom, cramped, ...heightsOf(card) };
  const before = card.dataset.side as SheetPlace["side"] | undefined;
  const place = placeSheet(boxesOf(needs, target, rect), room, before);
  const px = pxIn(card);
  const { side, folded, hidden } = card.dataset.fold === "open" ? { ...place, hidden: false } : place;
  lay(card, { inset: side === "top" ? `${px(top)} 0 auto 0` : `auto 0 ${px(innerHeight - bottom)} 0` });
  card.dataset.side = side;
  if (card.dataset.fold !== "open") {
    if (folded) card.dataset.fold = "bar";
    else delete card.dataset.fold;
  }
  card.toggleAttribute("data-crowded", hidden);
  card.removeAttribute("data-late");
  return needs;
}

/** Keeps the sheet off what is needed, as that moves or changes. No script runs while nothing does. */
export function watchSheet(attachment: Attachment): () => void {
  const { card, target } = attachment;
  let seen: IntersectionObserver | undefined;
  let known = "";
  let observed: Element[] = [];
  let frame = 0;
  const watch = (): void => {
    const needs = putSheet(attachment, rectInView(target));
    const { top, bottom, height } = card.getBoundingClientRect();
    const strip =
      card.dataset.side === "top" ? `${-Math.ceil(bottom)}px 0px 0px` : `0px 0px ${Math.floor(top - innerHeight)}px`;
    if (strip === known && needs.length === observed.length && needs.every((need, at) => need === observed[at])) return;
    known = strip;
    observed = needs;
    seen?.disconnect();
    seen = new IntersectionObserver(watch, { rootMargin: height > 0 ? strip : "0px", threshold: [0, 0.5, 1] });
    for (const need of needs) seen.observe(need);
  };
  const soon = (): void => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(watch);
  };
  /** Whoever goes on in the page has read what they unfolded. */
  const moved = (event: Event): void => {
    if (event.composedPath().includes(card)) return;
    if (card.dataset.fold === "open") delete card.dataset.fold;
    soon();
  };
  /** The button in the bar. */
  const pressed = ({ target: on }: Event): void => {
    if (on instanceof Element && on.closest(".unfold"))
      card.dataset.fold = card.dataset.fold === "bar" ? "open" : "bar";
  };
  dressForFolding(card);
  watch();
  const view = window.visualViewport;
  const pageEvents = ["focusin", "focusout", "click"];
  for (const type of pageEvents) document.addEventListener(type, moved, true);
  window.addEventListener("scrollend", soon, true);
  window.addEventListener("resize", soon);
  view?.addEventListener("resize", soon);
  card.shadowRoot?.addEventListener("click", pressed);
  return () => {
    cancelAnimationFrame(frame);
    seen?.disconnect();
    for (const type of pageEvents) document.removeEventListener(type, moved, true);
    window.removeEventListener("scrollend", soon, true);
    window.removeEventListener("resize", soon);
    view?.removeEventListener("resize", soon);
    card.shadowRoot?.removeEventListener("click", pressed);
  };
}
