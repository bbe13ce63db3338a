import type { VNode } from "../../draw/draw.ts";
import type { Stop } from "../../ports/platform.ts";
import type { Runtime } from "../../runtime/runtime.ts";

const css = `
.gains-line { border-block-start: 1px solid var(--waymark-line); padding: 6px 10px }
`;

/** A line in the launcher's menu, once there is something to show. */
export function offerGains(runtime: Runtime): { show(shown: boolean): void; stop: Stop } {
  let stop: Stop | null = null;
  const Line = (): VNode => (
    <div class="gains-line">
      <button type="button" class="btn quiet small" part="gains" onClick={() => runtime.open("gains")}>
        {runtime.say("gains.title")}
      </button>
    </div>
  );
  return {
    show: (shown) => {
      if (shown && !stop) stop = runtime.fill({ slot: "menu", view: Line, css });
    },
    stop: () => stop?.(),
  };
}
