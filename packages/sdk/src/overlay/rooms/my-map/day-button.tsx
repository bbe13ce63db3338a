import type { Ref, VNode } from "../../../draw/draw.ts";
import type { Say } from "../../say.ts";

interface DayButtonProps {
  say: Say;
  top: Ref<HTMLButtonElement>;
  onPress(): void;
}

/** "Plan my day", with a leaf of a calendar. */
export function DayButton({ say, top, onPress }: DayButtonProps): VNode {
  return (
    <button type="button" class="btn" part="plan-day" ref={top} onClick={onPress}>
      <svg class="i" viewBox="0 0 16 16" aria-hidden="true">
        <path d="M2.5 4h11v9.5h-11ZM2.5 7h11M5.5 2.2v3m5-3v3" />
      </svg>
      {say("my-map.day")}
    </button>
  );
}
