import { autoUpdate } from "@floating-ui/dom";
import type { Attachment } from "./attachment.ts";
import { bringIntoView } from "./bring-into-view.ts";
import { boxOf, placementFor, point } from "./drawing.ts";
import { framesOf, rectInView } from "./frame-rect.ts";
import { lay, pxIn } from "./lay.ts";

/**
 * Holds ring and card on a target that CSS anchors do not reach. floating-ui tells when something moved, in whichever
 * container or frame; where the card stands follows the same rules as with anchors.
 */
export function placeByFloating(attachment: Attachment): () => void {
  const { target, spotlight, card, phone } = attachment;
  const update = (): void => {
    const rect = rectInView(target);
    const px = pxIn(card);
    const ring = boxOf(rect);
    const inView = rect.y + rect.height > 0 && rect.y < innerHeight && rect.width + rect.height > 0;
    lay(spotlight, {
      inset: `${px(ring.y)} auto auto ${px(ring.x)}`,
      width: px(ring.width),
      height: px(ring.height),
      visibility: inView ? "visible" : "hidden",
    });
    if (phone) return;
    const place = placementFor(attachment, rect);
    lay(card, { inset: `${px(place.y)} auto auto ${px(place.x)}` });
    point(card, place);
  };
  if (bringIntoView(attachment, rectInView(target))) attachment.scrolled();
  // A frame that moves takes the target along, which the frame's own document does not notice.
  const stops = [target, ...framesOf(target)].map((element) => autoUpdate(element, card, update));
  return () => {
    for (const stop of stops) stop();
  };
}
