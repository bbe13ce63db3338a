import type { VNode } from "../../../draw/draw.ts";

/** The ring round the target; the rest of the page is dimmed but stays usable. */
export function Spotlight(): VNode {
  return <div class="spot" part="ring" style={{ pointerEvents: "none" }} />;
}
