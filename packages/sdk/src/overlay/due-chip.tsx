import type { DueView } from "@waymark/engine";
import type { VNode } from "../draw/draw.ts";
import type { Runtime } from "../runtime/runtime.ts";
import { dueWords } from "./due-words.ts";

const marks: Record<DueView["state"], VNode> = {
  overdue: <path class="d-overdue" d="M0-6.5l6.5 6.5-6.5 6.5-6.5-6.5z" />,
  today: (
    <g>
      <circle class="d-today" r="5" />
      <circle class="d-core" r="2" />
    </g>
  ),
  later: <circle class="d-later" r="4.6" />,
};

/** When it is due, by words, shape and colour. */
export function DueChip({ due, runtime }: { due: DueView; runtime: Runtime }): VNode {
  return (
    <span class={`chip ${due.state}`} part="due">
      <svg class="dot" viewBox="-7 -7 14 14" aria-hidden="true">
        {marks[due.state]}
      </svg>
      {dueWords(due, runtime.say, runtime.$look.get().locale, Date.now())}
    </span>
  );
}
