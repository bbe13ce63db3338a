import type { VNode } from "preact";
import { words } from "../words.ts";
import { lateAfter, longestBar } from "./age.ts";

/** Length: days since release; a post at day 14. Its words stand below it, so that nothing is read from the bar alone. */
export function AgeBar({ days }: { days: number }): VNode {
  const share = (value: number): string => `${Math.round((Math.min(value, longestBar) / longestBar) * 1000) / 10}%`;
  const late = days > lateAfter;
  const text = words.voices.age(words.voices.days(days), late);
  return (
    <span class="age">
      <span class={late ? "age-bar late" : "age-bar"} aria-hidden="true">
        <i style={{ inlineSize: share(days) }} />
        <b style={{ insetInlineStart: share(lateAfter) }} />
      </span>
      <span class={late ? "late" : undefined}>{text}</span>
    </span>
  );
}
