import type { ComponentChildren, VNode } from "../../../draw/draw.ts";
import type { Runtime } from "../../../runtime/runtime.ts";

/** Which keys do what, and what else one can do here. */
export function Tips({ runtime: { say }, children }: { runtime: Runtime; children: ComponentChildren }): VNode {
  return (
    <div class="tips">
      <span class="keys" aria-hidden="true">
        <span class="key">↑</span>
        <span class="key">↓</span>
        <span>{say("library.choose")}</span>
        <span class="key">↵</span>
        <span>{say("library.open")}</span>
      </span>
      {children}
    </div>
  );
}
