import type { VNode } from "../../draw/draw.ts";
import type { SlotProps } from "../../runtime/runtime.ts";
import { ageWords } from "./age-words.ts";

/** How long the record has been here, in the line with the minutes of the card where it stands. */
export function ageLine({ runtime, journey, station }: SlotProps): VNode | null {
  const age = journey && station?.state === "here" ? ageWords(journey, runtime) : null;
  if (age === null) return null;
  return (
    <span part="age">
      <svg class="i" viewBox="0 0 16 16" aria-hidden="true">
        <path d="M4 2.2h8M4 13.8h8M5 2.2v2.3L8 8l3-3.5V2.2M5 13.8v-2.3L8 8l3 3.5v2.3" />
      </svg>
      {age}
    </span>
  );
}
