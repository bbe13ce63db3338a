import type { Guest } from "../runtime/guest.ts";
import type { Finder } from "../targeting/finder.ts";

/** The two elements of a guide and how the page looks. */
export interface Attachment {
  target: Element;
  /** The step that is shown, and where its document is. */
  of: { journey: string; step: string };
  guest: Guest;
  /** Where something else of the page is. */
  find: Finder["find"];
  /** The ring round the target; a popover shown with the target as its source, as the card is. */
  spotlight: HTMLElement;
  /** The card beside it. */
  card: HTMLElement;
  dir: "ltr" | "rtl";
  /** On a phone the card stays a sheet; only the ring is anchored. */
  phone: boolean;
  /** The same target as before, hung anew: it is not scrolled to a second time. */
  again: boolean;
  /** The page was scrolled to bring the target into view. */
  scrolled(): void;
}
