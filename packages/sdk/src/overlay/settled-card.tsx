import type { VNode } from "../draw/draw.ts";
import type { Say } from "./say.ts";

/** What the card says when nothing is left: one quiet sentence. */
export function SettledCard({ at, say }: { at: number; say: Say }): VNode {
  return (
    <section class="card" part="card" style={{ "--at": `${at}px` }} aria-label={say("settled.eyebrow")}>
      <div class="row">
        <span class="eyebrow lit grow">{say("settled.eyebrow")}</span>
      </div>
      <h3>{say("settled.title")}</h3>
      <p>{say("settled.text")}</p>
    </section>
  );
}
