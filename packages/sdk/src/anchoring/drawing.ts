import type { Attachment } from "./attachment.ts";
import { deedsOf } from "./deeds.ts";
import { pxIn } from "./lay.ts";
import { type Placement, placeCard, type Rect } from "./place.ts";

/** How far the ring stands off the target, px. */
export const off = 6;

/** The ring's box round a target's. */
export function boxOf({ x, y, width, height }: Rect): Rect {
  return { x: x - off, y: y - off, width: width + 2 * off, height: height + 2 * off };
}

/** The other fields of the target's form, and what completes the step: what the person goes on with. */
function goesOnWith(attachment: Attachment): Rect[] {
  const { target } = attachment;
  const fields = [...(target.closest("form")?.querySelectorAll("input, select, textarea") ?? [])].slice(0, 40);
  const others = fields.filter((each) => each !== target);
  return [...others, ...deedsOf(attachment)].map((each) => each.getBoundingClientRect());
}

export function placementFor(attachment: Attachment, rect: Rect): Placement {
  const { card, dir } = attachment;
  const { width, height } = card.getBoundingClientRect();
  const viewport = { width: document.documentElement.clientWidth, height: innerHeight };
  // A target that is still being scrolled to will come to rest in the middle.
  const outside = rect.y + rect.height < 0 || rect.y > viewport.height;
  const y = outside ? (viewport.height - rect.height) / 2 : rect.y;
  return placeCard(
    { x: rect.x, y, width: rect.width, height: rect.height },
    { width, height },
    viewport,
    dir,
    goesOnWith(attachment),
  );
}

/** Turns the notch to the target. */
export function point(card: HTMLElement, { side, align, notch }: Placement): void {
  card.dataset.side = side;
  card.dataset.align = align;
  const inner = card.shadowRoot?.querySelector<HTMLElement>(".notch")?.parentElement ?? card;
  card.style.setProperty("--_notch", `calc(${pxIn(inner)(notch)} - 11px)`);
}
