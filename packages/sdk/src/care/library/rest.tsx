import type { ComponentType } from "preact";
import type { Guest } from "../../runtime/guest.ts";
import type { SlotProps } from "../../runtime/runtime.ts";

/** Two lines that are not there yet, in place of all that they will be. */
export const restCss = `
.card:has(.rest) { display: flex; flex-direction: column } .card:has(.rest) > :not(.row, h3) { display: none }
.wm .card .rest { display: block; order: 1; margin-block: 6px 8px }
.rest:empty { block-size: 34px; border-radius: 6px; background: linear-gradient(var(--waymark-sunken) 12px, #0000 0 22px, var(--waymark-sunken) 0) }
`;

/** What is still to come of a journey of which only names are there, or that it does not come. */
export function restLine({ $documents }: Guest, lost: ReadonlySet<string>): ComponentType<SlotProps> {
  return ({ runtime, journey: { id: shown = "" } = {} }) =>
    $documents.get().some(({ id, index }) => index && id === shown) ? (
      <div class="soft rest" role="status">
        {lost.has(shown) && runtime.say("library.lost")}
      </div>
    ) : null;
}
