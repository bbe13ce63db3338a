import type { VNode } from "preact";
import { words } from "../words.ts";

/** The mark: two stations behind, one ahead. The name beside it is its text. */
export function Mark(): VNode {
  return (
    <span class="brand">
      <svg width="26" height="14" viewBox="0 0 26 14" aria-hidden="true">
        <path d="M3 11C8 11 8 3 13 3S18 9 23 9" class="mark-line" />
        <circle cx="3" cy="11" r="2.6" class="mark-stone" />
        <circle cx="13" cy="3" r="2.6" class="mark-stone" />
        <circle cx="23" cy="9" r="2.3" class="mark-ahead" />
      </svg>
      {words.product}
    </span>
  );
}
