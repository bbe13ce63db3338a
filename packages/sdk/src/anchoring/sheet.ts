import type { Attachment } from "./attachment.ts";
import { set } from "./drawing.ts";
import { rectOf } from "./element-rect.ts";

/** Puts the card at the bottom of the screen, at its top when the target would be under it. */
export function putSheet({ target, card }: Attachment): void {
  const { height } = card.getBoundingClientRect();
  const { y, height: tall } = rectOf(target);
  const under = y + tall > innerHeight - height && y > height;
  set(card, { inset: under ? "0 0 auto 0" : "auto 0 0 0" });
  card.dataset.side = under ? "top" : "bottom";
}

/** Moves the sheet to the other end when the target comes under it. No script runs while it does not. */
export function watchSheet(attachment: Attachment): () => void {
  const { target, card } = attachment;
  let seen: IntersectionObserver | undefined;
  const watch = (): void => {
    const before = card.dataset.side;
    putSheet(attachment);
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
