import type { VNode } from "../draw/draw.ts";

/** The destination: a flag on a knoll, outlined until it is reached. */
export function Flag({ x, y, scale = 1 }: { x: number; y: number; scale?: number }): VNode {
  return (
    <g transform={`translate(${x} ${y}) scale(${scale})`}>
      <ellipse class="s-knoll" cx="0" cy="1" rx="13" ry="5" />
      <path class="s-goal" d="M0-25c5-3 8 3 14 0l-3 5 3 5.5c-6 3-9-3-14 0z" />
      <path class="s-pole" d="M0 0V-25" />
    </g>
  );
}
