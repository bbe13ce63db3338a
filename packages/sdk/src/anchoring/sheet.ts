import type { Attachment } from "./attachment.ts";
import { rectOf } from "./element-rect.ts";
import { lay } from "./lay.ts";
import type { Rect } from "./place.ts";

/** Puts the card at the bottom of the screen, at its top when the target would be under it. */
export function putSheet(card: HTMLElement, target: Rect): void {
  const { height } = card.getBoundingClientRect();
  const under = target.y + target.height > innerHeight - height && target.y > height;
  lay(card, { inset: under ? "0 0 auto 0" : "auto 0 0 0" });
  card.dataset.side = under ? "top" : "bottom";
}

/** Moves the sheet to the other end when the target comes under it. No script runs while it does not. */
export function watchSheet({ target, card }: Attachment): () => void {
  let seen: IntersectionObserver | undefined;
  const watch = (): void => {
    const before = card.dataset.side;
    putSheet(card, rectOf(target));
    if (seen && card.dataset.side === before) return;
    seen?.disconnect();
    const height = Math.ceil(card.getBoundingClientRect().height);
    const rootMargin = card.dataset.side === "top" ? `-${height}px 0px 0px` : `0px 0px -${height}px`;
    seen = new IntersectionObserver(watch, { rootMargin, threshold: [0, 0.5, 1] });
    seen.observe(target);
  };
  watch();
  return () => seen?.disconnect();
}
