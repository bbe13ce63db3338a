import type { Standing } from "@waymark/engine";
import type { VNode } from "../../../draw/draw.ts";

/** The marks of the four states, round the origin. */
export const marks: Record<Standing, VNode> = {
  overdue: <path class="d-overdue" d="M0-6.5l6.5 6.5-6.5 6.5-6.5-6.5z" />,
  today: (
    <g>
      <circle class="d-today" r="5" />
      <circle class="d-core" r="2" />
    </g>
  ),
  nothing: <circle class="d-none" r="4.8" />,
  planned: <circle class="d-later" r="4.6" />,
};

/** The mark of a state: its form says it, colour repeats it. */
export function Mark({ standing }: { standing: Standing }): VNode {
  return (
    <svg class="dot" viewBox="-7 -7 14 14" aria-hidden="true">
      {marks[standing]}
    </svg>
  );
}
